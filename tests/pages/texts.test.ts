import { describe, expect, it } from 'vitest';
import { entities } from '../../api/catalogue/catalogue.ts';
import { publicColumns } from '../../api/exports/register.ts';
import { columnsDe } from '../../api/pages/texts/columns.de.ts';
import { de } from '../../api/pages/texts/de.ts';
import { en } from '../../api/pages/texts/en.ts';

const columns = entities.flatMap((entity) => publicColumns(entity));

/** Columns that stand above the facts, beside another one, or in the data only. */
const unlabelled = new Set(
  [
    'slug url title name name_de name_en organisation summary_de summary_en description_de description_en',
    'latitude longitude position population_date participants_precision',
  ].flatMap((names) => names.split(' ')),
);

describe('the words of the pages', () => {
  it('explain every public column in German', () => {
    expect(columns.map(({ name }) => name).filter((name) => !(name in columnsDe))).toEqual([]);
  });

  it.each(Object.entries({ de, en }))('%s: name every fact of a record', (_language, { labels }) => {
    const facts = columns.map(({ name }) => name).filter((name) => !unlabelled.has(name));
    expect(facts.map((name) => name.replace(/_(de|en)$/, '')).filter((name) => !(name in labels))).toEqual(
      [],
    );
  });

  it.each(Object.entries({ de, en }))('%s: have a word for every value', (_language, { values }) => {
    const known = columns
      .filter(({ name }) => !unlabelled.has(name))
      .flatMap((column) => column.values ?? []);
    expect(known.filter((value) => !(value in values))).toEqual([]);
  });
});
