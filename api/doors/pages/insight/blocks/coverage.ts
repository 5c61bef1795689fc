import { countCells } from '../../../../catalogue/insight/cells.ts';
import { column } from '../../../../catalogue/model/columns.ts';
import { namesOf } from '../../../../catalogue/query/names.ts';
import { href } from '../../../../language.ts';
import { insightTexts } from '../../../../texts/insight/insight.ts';
import { texts } from '../../../../texts/texts.ts';
import { localisedIn, wordFor } from '../../../../texts/words.ts';
import { type Block, counted, figure, listOf, plain, withoutDistricts, written } from '../block.ts';

/** Who takes part in which field: fields by size classes. */
export const coverage: Block = {
  name: 'coverage',
  async read({ hub, lang, figures }) {
    const all = await countCells(hub);
    const headline = await figures;
    const fields = [...new Set(all.map(({ field }) => field))];
    const sizes = [...new Set(all.map(({ sizeClass }) => sizeClass))];
    const { fields: names = {} } = await namesOf(hub, new Map([['fields', fields]]), lang);
    const t = insightTexts[lang];
    const own = t.blocks.coverage;
    const sizeIn = (size: string) => wordFor(texts[lang].values, size);
    const sentence = own.sentence(
      figure(
        headline.withProject,
        listOf('municipalities', { ...withoutDistricts, hasProject: 'true' }, lang),
        lang,
      ),
      figure(headline.municipalities, listOf('municipalities', withoutDistricts, lang), lang),
    );
    return {
      sentence,
      note: own.note,
      plot: {
        title: own.title,
        description: plain(sentence),
        legend: [],
        drawing: {
          kind: 'cells',
          columns: sizes.map(sizeIn),
          rows: fields.map((field) => ({
            label: names[field] ?? field,
            lang: localisedIn(lang),
            cells: all
              .filter((one) => one.field === field)
              .map(({ sizeClass, withProject, municipalities }) => ({
                share: withProject / municipalities,
                text: `${withProject}/${municipalities}`,
                title: own.cell(
                  names[field] ?? field,
                  sizeIn(sizeClass),
                  written(withProject, lang),
                  written(municipalities, lang),
                ),
              })),
          })),
        },
      },
      columns: [
        column('field', 'key', 'Field of action.'),
        column('size_class', 'key', 'Size class after BBSR.'),
        column('with_project', 'integer', 'Municipalities that take part in a project of the field.'),
        column('municipalities', 'integer', 'All municipalities of the size class.'),
      ],
      rows: all.map(({ field, sizeClass, withProject, municipalities }) => {
        const here = { ...withoutDistricts, sizeClass };
        return {
          field: {
            value: field,
            text: names[field] ?? field,
            href: href(`/fields/${field}`, lang),
            lang: localisedIn(lang),
          },
          size_class: { value: sizeClass, text: sizeIn(sizeClass) },
          with_project: counted(withProject, listOf('municipalities', { ...here, field }, lang), lang),
          municipalities: counted(municipalities, listOf('municipalities', here, lang), lang),
        };
      }),
    };
  },
};
