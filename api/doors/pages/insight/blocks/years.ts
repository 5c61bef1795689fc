import { countYears } from '../../../../catalogue/insight/years.ts';
import { column } from '../../../../catalogue/model/columns.ts';
import type { Look } from '../../../../publishing/plots/plot.ts';
import { insightTexts } from '../../../../texts/insight/insight.ts';
import { texts } from '../../../../texts/texts.ts';
import { wordFor } from '../../../../texts/words.ts';
import { type Block, counted, figure, listOf, plain } from '../block.ts';

/** Statuses in the order of their lives, with how they look. */
const looksOf: Readonly<Record<string, Look>> = {
  COMPLETED: 'strong',
  RUNNING: 'soft',
  PLANNED: 'second',
  IDEA: 'thin',
  DISCONTINUED: 'none',
  UNKNOWN: 'pale',
};

/** When projects began and ended, by status. */
export const years: Block = {
  name: 'years',
  async read({ hub, lang, figures }) {
    const counts = await countYears(hub);
    const headline = await figures;
    const own = insightTexts[lang].blocks.years;
    const status = (value: string) => wordFor(texts[lang].values, value);
    const begunIn = new Map<string, number>();
    for (const { year, begun } of counts) begunIn.set(year, (begunIn.get(year) ?? 0) + begun);
    const [most] = [...begunIn].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? 1 : -1));
    const between = (year: string, what: 'started' | 'ended') => ({
      [`${what}Since`]: year,
      [`${what}Until`]: year,
    });
    const sentence =
      headline.begun > 0 && most
        ? own.sentence(
            figure(headline.begun, listOf('projects', { startedSince: '1000' }, lang), lang),
            figure(headline.projects, listOf('projects', {}, lang), lang),
            figure(most[1], listOf('projects', between(most[0], 'started'), lang), lang),
            most[0],
          )
        : [own.nobody];
    const present = Object.entries(looksOf).filter(([one]) => counts.some((count) => count.status === one));
    const parts = (year: string, side: 'begun' | 'ended') =>
      present.flatMap(([value, look]) =>
        counts
          .filter((count) => count.year === year && count.status === value && count[side] > 0)
          .map((count) => ({
            look,
            value: count[side],
            title: `${year}, ${status(value)}: ${count[side]}`,
          })),
      );
    return {
      sentence,
      note: own.note,
      plot:
        counts.length === 0
          ? null
          : {
              title: own.title,
              description: plain(sentence),
              legend: present.map(([value, look]) => ({ look, label: status(value) })),
              drawing: {
                kind: 'columns',
                above: own.above,
                below: own.below,
                columns: yearsFrom(counts.map(({ year }) => year)).map((year) => ({
                  label: year,
                  up: parts(year, 'begun'),
                  down: parts(year, 'ended'),
                })),
              },
            },
      columns: [
        column('year', 'key', 'Year.'),
        column('status', 'key', 'Status of the projects.'),
        column('begun', 'integer', 'Projects of this status that began in the year.'),
        column('ended', 'integer', 'Projects of this status that ended in the year or are planned to.'),
      ],
      rows: counts.map(({ year, status: value, begun, ended }) => ({
        year: { value: year },
        status: { value, text: status(value) },
        begun: counted(begun, listOf('projects', { status: value, ...between(year, 'started') }, lang), lang),
        ended: counted(ended, listOf('projects', { status: value, ...between(year, 'ended') }, lang), lang),
      })),
    };
  },
};

/** Every year from the first to the last; a gap is a gap. */
function yearsFrom(all: readonly string[]): string[] {
  const [first, last] = [Math.min(...all.map(Number)), Math.max(...all.map(Number))];
  return Array.from({ length: last - first + 1 }, (_, at) => String(first + at));
}
