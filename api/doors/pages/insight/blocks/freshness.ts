import { countFreshness } from '../../../../catalogue/insight/freshness.ts';
import { column } from '../../../../catalogue/model/columns.ts';
import { freshSince } from '../../../../catalogue/model/freshness.ts';
import { insightTexts } from '../../../../texts/insight/insight.ts';
import { type Block, counted, figure, listOf, plain } from '../block.ts';

/** Never confirmed, as a filter: no confirmation is as old as this year. */
const never = { notConfirmedSince: '1000' };

/** Of which year what is known is. */
export const freshness: Block = {
  name: 'freshness',
  async read({ hub, lang, figures, sourcedSince }) {
    const counts = await countFreshness(hub);
    const headline = await figures;
    const t = insightTexts[lang];
    const own = t.blocks.freshness;
    const recent = headline.sourcedRecently;
    const sentence =
      counts.length === 0
        ? [own.nobody]
        : own.sentence(
            figure(headline.confirmed, listOf('projects', { confirmedSince: freshSince() }, lang), lang),
            figure(headline.projects, listOf('projects', {}, lang), lang),
            figure(recent, listOf('projects', { sourceSince: sourcedSince }, lang), lang),
            sourcedSince,
          );
    const dated = counts.flatMap(({ year, ...count }) => (year === null ? [] : [{ year, ...count }]));
    const undated = counts.find(({ year }) => year === null)?.byItsSource ?? 0;
    const next = (year: string) => String(Number(year) + 1).padStart(4, '0');
    return {
      sentence,
      note: undated > 0 ? `${own.note} ${own.undated(undated)}` : own.note,
      plot:
        dated.length === 0
          ? null
          : {
              title: own.title,
              description: plain(sentence),
              legend: [
                { look: 'strong', label: own.confirmed },
                { look: 'pale', label: own.bySource },
              ],
              drawing: {
                kind: 'columns',
                above: own.above,
                columns: dated.map(({ year, confirmed, byItsSource }) => ({
                  label: year,
                  up: [
                    {
                      look: 'strong',
                      value: confirmed,
                      title: `${year}, ${own.confirmed}: ${confirmed}`,
                    },
                    {
                      look: 'pale',
                      value: byItsSource,
                      title: `${year}, ${own.bySource}: ${byItsSource}`,
                    },
                  ],
                })),
              },
            },
      columns: [
        column('year', 'key', 'Year of the confirmation, else of the source; empty: neither has a date.'),
        column('confirmed', 'integer', 'Projects confirmed in the year.'),
        column('by_source', 'integer', 'Projects never confirmed, from a source of the year.'),
      ],
      rows: counts.map(({ year, confirmed, byItsSource }) => ({
        year: { value: year, text: year ?? t.undated },
        confirmed: counted(
          confirmed,
          listOf('projects', { confirmedSince: year ?? '', notConfirmedSince: next(year ?? '') }, lang),
          lang,
        ),
        by_source:
          year === null
            ? { value: byItsSource }
            : counted(
                byItsSource,
                listOf('projects', { ...never, sourceSince: year, sourceUntil: year }, lang),
                lang,
              ),
      })),
    };
  },
};
