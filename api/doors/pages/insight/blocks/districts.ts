import { countCoverage } from '../../../../catalogue/insight/coverage.ts';
import { column } from '../../../../catalogue/model/columns.ts';
import { namesOf } from '../../../../catalogue/query/names.ts';
import { sql } from '../../../../database/sql.ts';
import { href } from '../../../../language.ts';
import { insightTexts } from '../../../../texts/insight/insight.ts';
import { texts } from '../../../../texts/texts.ts';
import { placeName } from '../../../../texts/words.ts';
import { type Block, counted, figure, listOf, plain, withoutDistricts, written } from '../block.ts';

/** So many are told in the sentence; a region of more has its plot and table. */
const told = 4;

/** How it is spread over Landkreise and Stadtkreise. */
export const districts: Block = {
  name: 'districts',
  async read({ hub, lang }) {
    const coverage = await countCoverage(hub, 'DISTRICT', null, sql`t.kind <> 'LANDKREIS'`);
    const counts = coverage.flatMap(({ key, ...count }) => (key === null ? [] : [{ key, ...count }]));
    const keys = counts.map(({ key }) => key);
    const { municipalities: names = {} } = await namesOf(hub, new Map([['municipalities', keys]]), lang);
    const t = insightTexts[lang];
    const own = t.blocks.districts;
    const rows = counts.map((count) => {
      const here = { ...withoutDistricts, district: count.key };
      return {
        ...count,
        name: placeName(count.key, names[count.key] ?? count.key, texts[lang]),
        all: listOf('municipalities', here, lang),
        part: listOf('municipalities', { ...here, hasProject: 'true' }, lang),
        strategies: listOf('municipalities', { ...here, hasStrategy: 'true' }, lang),
      };
    });
    const sentence = own.sentence(
      rows
        .slice(0, told)
        .map(({ name, withProject, municipalities, part, all }) => [
          name,
          figure(withProject, part, lang),
          figure(municipalities, all, lang),
        ]),
    );
    const of = (part: number, all: number) => t.ofMunicipalities(written(part, lang), written(all, lang));
    return {
      sentence,
      note: own.note,
      plot: {
        title: own.title,
        description: plain(sentence),
        legend: [
          { look: 'strong', label: own.with },
          { look: 'none', label: own.without },
        ],
        drawing: {
          kind: 'bars',
          rows: rows.map(({ name, withProject, municipalities }) => ({
            label: name,
            note: of(withProject, municipalities),
            parts: [
              {
                look: 'strong',
                value: withProject,
                title: `${name}, ${own.with}: ${of(withProject, municipalities)}`,
              },
              {
                look: 'none',
                value: municipalities - withProject,
                title: `${name}, ${own.without}: ${of(municipalities - withProject, municipalities)}`,
              },
            ],
          })),
        },
      },
      columns: [
        column('district', 'key', 'AGS of the Landkreis or Stadtkreis.'),
        column('with_project', 'integer', 'Municipalities in it that take part in a project.'),
        column('with_strategy', 'integer', 'Municipalities in it that have a strategy.'),
        column('municipalities', 'integer', 'All municipalities in it, itself not counted.'),
      ],
      rows: rows.map(({ key, name, part, all, strategies, withProject, withStrategy, municipalities }) => ({
        district: { value: key, text: name, href: href(`/municipalities/${key}`, lang) },
        with_project: counted(withProject, part, lang),
        with_strategy: counted(withStrategy, strategies, lang),
        municipalities: counted(municipalities, all, lang),
      })),
    };
  },
};
