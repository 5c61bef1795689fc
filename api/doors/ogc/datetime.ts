import { hasYear, isPartialDate } from '../../catalogue/model/partial-date.ts';
import { allOf, type Sql, sql } from '../../database/sql.ts';
import { badInput } from '../../errors.ts';

const instant = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d))?$/i;

const day = 86_400_000;

/** From the first moment up to, and without, the second; open where there is none. */
type Interval = { readonly from: Date | undefined; readonly until: Date | undefined };

/**
 * `?datetime=` over the one property of a feature that is a moment: `changed_at`. Programs such as GDAL and QGIS
 * make it of their filters on columns of that type, so that it must not mean another column; periods have filters
 * of their own (`startedSince` …).
 */
export function datetimeCondition(given: string): Sql {
  const { from, until } = readInterval(given);
  return allOf([
    from ? sql`t.changed_at >= ${from.toISOString()}::timestamptz` : sql`TRUE`,
    until ? sql`t.changed_at < ${until.toISOString()}::timestamptz` : sql`TRUE`,
  ]);
}

function readInterval(given: string): Interval {
  const ends = given.split('/');
  const [first, last = first] = ends.map((end) => (end === '' || end === '..' ? 'open' : readMoment(end)));
  const open = (ends.length === 1 && first === 'open') || (first === 'open' && last === 'open');
  const wrong = ends.length > 2 || open || first === undefined || last === undefined;
  const interval = {
    from: first === 'open' ? undefined : first?.from,
    until: last === 'open' ? undefined : last?.until,
  };
  if (wrong || (interval.from && interval.until && interval.from >= interval.until))
    throw badInput(
      '?datetime',
      given,
      'allowed is 2024-01-31, 2024-01-31T12:00:00Z, or two of them with / between, one of which may be ..',
    );
  return interval;
}

/** A moment is as long as it is precise: a day, a second, a millisecond. */
function readMoment(text: string): Interval | undefined {
  const [, date, time, fraction] = instant.exec(text) ?? [];
  const from = date ? new Date(text.toUpperCase()) : new Date(Number.NaN);
  if (!date || !isPartialDate(date) || !hasYear(from)) return undefined;
  const length = time === undefined ? day : fraction === undefined ? 1000 : 1;
  const until = new Date(from.getTime() + length);
  // Behind the last day there is none that has to be left out.
  return { from, until: hasYear(until) ? until : undefined };
}
