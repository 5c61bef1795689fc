import { describe, expect, it } from 'vitest';
import { entities } from '../../../api/catalogue/entities/catalogue.ts';
import { publicColumns } from '../../../api/publishing/datasets/dataset.ts';
import { datasets } from '../../../api/publishing/datasets/register.ts';
import { columnsDe } from '../../../api/texts/catalogue/columns.de.ts';
import { columnsFr } from '../../../api/texts/catalogue/columns.fr.ts';
import { feedSentences } from '../../../api/texts/catalogue/feed-sentences.ts';
import { de } from '../../../api/texts/de.ts';
import { en } from '../../../api/texts/en.ts';
import { fr } from '../../../api/texts/fr.ts';
import { insightTexts } from '../../../api/texts/insight/insight.ts';
import { lawTexts } from '../../../api/texts/law/law.ts';
import { recordTexts } from '../../../api/texts/pages/record.ts';
import { answerTexts } from '../../../map-widget/model/texts/answer-texts.ts';
import { textsFor } from '../../../map-widget/model/texts/texts-for.ts';

const columns = entities.flatMap((entity) => publicColumns(entity));

/** Columns that stand above the facts, beside another one, or in the data only. */
const unlabelled = new Set(
  [
    'slug url title name name_de name_en organisation summary_de summary_en description_de description_en',
    'latitude longitude position population_date participants_precision',
  ].flatMap((names) => names.split(' ')),
);

/** `labels.status`, `values.IDEA`, ...: the path of every text. */
const leaves = (texts: object, path = ''): [string, unknown][] =>
  Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'object' ? leaves(text, `${path}${key}.`) : [[path + key, text] as [string, unknown]],
  );
const keysOf = (texts: object) =>
  leaves(texts)
    .map(([key]) => key)
    .sort();
const emptyTexts = (texts: object) => leaves(texts).filter(([, text]) => text === '' || text === undefined);

describe('the words of the pages', () => {
  it.each(Object.entries({ columnsDe, columnsFr }))('explain every public column: %s', (_name, meanings) => {
    const all = [...datasets.values()].flatMap((dataset) => dataset.columns);
    expect(all.map(({ name }) => name).filter((name) => !(name in meanings))).toEqual([]);
  });

  it.each(Object.entries({ en, fr }))(
    '%s: have every text that German has, and none is empty',
    (_language, texts) => {
      expect(keysOf(texts)).toEqual(keysOf(de));
      expect(emptyTexts(texts)).toEqual([]);
    },
  );

  it.each(Object.entries(lawTexts))('%s: say of the law what they say in German', (_language, texts) => {
    expect(keysOf(texts)).toEqual(keysOf(lawTexts.de));
    expect(emptyTexts(texts)).toEqual([]);
  });

  it.each(Object.entries(insightTexts))(
    '%s: say of the situation what they say in German',
    (_language, texts) => {
      expect(keysOf(texts)).toEqual(keysOf(insightTexts.de));
    },
  );

  it('in French have no space before a sign at which a line could end', () => {
    const texts = [fr, lawTexts.fr, insightTexts.fr, recordTexts.fr, feedSentences.fr, textsFor('fr')];
    const plain = texts
      .flatMap((of) => leaves(of))
      .filter(([, text]) => / [:;!?»](?!\w)|« /.test(String(text)));
    // What a function is made of has its own questions and answers.
    expect(plain.filter(([, text]) => typeof text !== 'function')).toEqual([]);
  });

  it.each(Object.entries({ de, en, fr }))('%s: name every fact of a record', (_language, { labels }) => {
    const facts = columns.map(({ name }) => name).filter((name) => !unlabelled.has(name));
    expect(facts.map((name) => name.replace(/_(de|en)$/, '')).filter((name) => !(name in labels))).toEqual(
      [],
    );
  });

  it.each(Object.entries({ de, en, fr }))('%s: name every filter', (_language, { filterLabels }) => {
    const filters = entities.flatMap((entity) => Object.keys(entity.filters));
    expect(filters.filter((name) => !(name in filterLabels))).toEqual([]);
  });

  it.each(Object.entries({ de, en, fr }))('%s: have a word for every value', (_language, { values }) => {
    const known = columns
      .filter(({ name }) => !unlabelled.has(name))
      .flatMap((column) => column.values ?? []);
    const asked = [...datasets.values()].flatMap(({ filters }) =>
      Object.values(filters).flatMap((filter) => filter.values ?? []),
    );
    expect([...known, ...asked].filter((value) => !(value in values))).toEqual([]);
  });

  it.each(Object.entries({ de, en, fr }))('%s: are those of the widget', (language, texts) => {
    const widget = textsFor(language);
    const { statuses, kinds, sizes, roles, filterNames, facts, district } = widget;
    expect(texts.values).toMatchObject({ ...statuses, ...kinds, ...sizes, ...roles });
    expect(texts).toMatchObject({
      projects: widget.projectsHeading,
      strategies: widget.strategiesHeading,
      contacts: widget.contactsHeading,
      nobodyYet: widget.invitation,
      report: widget.report,
      removeAll: widget.reset,
    });
    expect(texts.singular.contacts).toBe(facts.contact);
    expect(texts.embed.optionValues).toMatchObject(widget.layers);
    expect(recordTexts[widget.lang]).toMatchObject({
      call: answerTexts[widget.lang].call,
      leads: roles.LEAD,
    });
    expect(texts.filterLabels).toMatchObject({ ...filterNames, contact: facts.contact });
    expect(texts.labels).toMatchObject({
      status: facts.status,
      fields: facts.fields,
      topics: facts.topics,
      funding_programme: facts.funding,
      contact: facts.contact,
      website: facts.website,
      confirmed_at: facts.confirmed,
      source_url: facts.source,
      municipality: filterNames.municipality,
      municipalities: widget.participants,
    });
    expect(texts.landkreis('X')).toBe(district('X'));
  });
});
