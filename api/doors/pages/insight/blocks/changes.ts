import { countChanges } from '../../../../catalogue/history/changes.ts';
import { column } from '../../../../catalogue/model/columns.ts';
import type { EntityName } from '../../../../catalogue/model/entity.ts';
import { href } from '../../../../language.ts';
import type { Look } from '../../../../publishing/plots/plot.ts';
import { insightTexts } from '../../../../texts/insight/insight.ts';
import { texts } from '../../../../texts/texts.ts';
import { readableDate } from '../../../../texts/words.ts';
import { type Block, type Cell, plain, written } from '../block.ts';

const actions = [
  ['ADDED', 'added', 'strong'],
  ['CHANGED', 'changed', 'soft'],
  ['REMOVED', 'removed', 'none'],
] as const satisfies readonly (readonly [string, string, Look])[];

/** What changed within a month. */
export const changes: Block = {
  name: 'changes',
  async read({ hub, lang, day }) {
    const since = monthBefore(day);
    const counts = await countChanges(hub, since);
    const t = insightTexts[lang];
    const own = t.blocks.changes;
    const total = (action: string) =>
      written(
        counts.filter((one) => one.action === action).reduce((sum, { count }) => sum + count, 0),
        lang,
      );
    const words = readableDate(since, lang);
    const sentence =
      counts.length > 0
        ? own.sentence(words, total('ADDED'), total('CHANGED'), total('REMOVED'))
        : own.nobody(words);
    const entities = [...new Set(counts.map(({ entity }) => entity))];
    const countOf = (entity: EntityName, action: string) =>
      counts.find((one) => one.entity === entity && one.action === action)?.count ?? 0;
    const nameOf = (entity: EntityName) => texts[lang][entity];
    const list = (entity: EntityName): string => href(`/${entity}?changedSince=${since}`, lang);
    const figureOf = (entity: EntityName, action: string): Cell => {
      const value = countOf(entity, action);
      return { value, text: written(value, lang) };
    };
    return {
      sentence,
      note: own.note,
      plot:
        counts.length > 0
          ? {
              title: own.title,
              description: plain(sentence),
              legend: actions.map(([, column, look]) => ({ look, label: t.columns[column] ?? column })),
              drawing: {
                kind: 'bars',
                rows: entities.map((entity) => ({
                  label: nameOf(entity),
                  note: written(
                    actions.reduce((sum, [action]) => sum + countOf(entity, action), 0),
                    lang,
                  ),
                  parts: actions.map(([action, column, look]) => ({
                    look,
                    value: countOf(entity, action),
                    title: `${nameOf(entity)}, ${t.columns[column]}: ${countOf(entity, action)}`,
                  })),
                })),
              },
            }
          : null,
      columns: [
        column('kind', 'key', 'Kind of record.'),
        column('added', 'integer', 'Records that are new.'),
        column('changed', 'integer', 'Records that changed.'),
        column('removed', 'integer', 'Records that were removed.'),
      ],
      rows: entities.map((entity) => ({
        kind: { value: entity, text: nameOf(entity), href: list(entity) },
        ...Object.fromEntries(actions.map(([action, column]) => [column, figureOf(entity, action)])),
      })),
    };
  },
};

/** The same day of the month before; where there is none, the last of that month. */
export function monthBefore(day: string): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 2, Math.min(date, last))).toISOString().slice(0, 10);
}
