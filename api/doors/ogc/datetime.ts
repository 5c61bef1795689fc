import { type Sql, sql } from '../../database/sql.ts';
import { badInput } from '../../errors.ts';
import type { Dataset } from '../../publishing/datasets/dataset.ts';

const instant = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d))?$/i;

/**
 * `?datetime=` over the period of a record: an instant or an interval that may be open. Periods are as precise
 * as their sources, so a year goes on until its end; what has no period is always there, as the standard says.
 */
export function datetimeCondition({ columns }: Dataset, given: string): Sql {
  const [from, to] = readInterval(given);
  if (!columns.some(({ name }) => name === 'period_start')) return sql`TRUE`;
  const begun = to === undefined ? sql`TRUE` : sql`coalesce(t.period_start, '') <= ${to}`;
  // '~' comes after all digits: 2016 as an end is later than every day of 2016.
  const notOver = from === undefined ? sql`TRUE` : sql`coalesce(t.period_end, '9999') || '~' >= ${from}`;
  return sql`(${begun} AND ${notOver})`;
}

function readInterval(given: string): [string | undefined, string | undefined] {
  const ends = given.split('/');
  const days = ends.map((end) => (end === '' || end === '..' ? undefined : day(end)));
  const [from, to = ends.length === 1 ? from : undefined] = days;
  const open = ends.length === 2 && from === undefined && to === undefined;
  const single = ends.length === 1 && from === undefined;
  if (ends.length > 2 || open || single || days.includes('') || (from && to && from > to))
    throw badInput(
      '?datetime',
      given,
      'allowed is 2024-01-31, 2024-01-31T12:00:00Z, or two of them with / between, one of which may be ..',
    );
  return [from, to];
}

/** The day of an instant; empty where it is none. */
function day(text: string): string {
  const [, date] = instant.exec(text) ?? [];
  return date && !Number.isNaN(Date.parse(text)) ? date : '';
}
