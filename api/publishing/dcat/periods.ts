import type { Quad } from 'n3';
import { identifier, raw, type Sql, sql, unionAll } from '../../database/sql.ts';
import type { Hub } from '../../hub.ts';
import type { Dates } from '../catalogue-facts.ts';
import type { Dataset } from '../datasets/dataset.ts';
import { describe, typed } from './terms.ts';

/** First and last date that the records of a dataset name, as precise as their sources. */
export type Period = { readonly start: string; readonly end: string };

/** By which column the records of an entity lie in time: first and last. */
const dated: readonly { entity: string; table: string; first: string; last: string }[] = [
  { entity: 'projects', table: 'project', first: 'period_start', last: 'period_end' },
  { entity: 'strategies', table: 'strategy', first: 'adopted_on', last: 'period_end' },
  { entity: 'events', table: 'event', first: 'date', last: 'date' },
  { entity: 'municipalities', table: 'municipality', first: 'population_date', last: 'population_date' },
];

/**
 * The time that each dataset is about. One whose records have no dates of their own is about the time in which the
 * hub has had them.
 */
export async function readPeriods({ database }: Hub) {
  const bounds = (entity: string, table: string, first: Sql, last: Sql) =>
    sql`SELECT ${entity} AS entity, min(${first}) AS start, max(greatest(${first}, ${last})) AS "end" FROM ${identifier(table)}`;
  const rows = await database.rows<{ entity: string; start: string | null; end: string | null }>(
    unionAll(dated.map(({ entity, table, first, last }) => bounds(entity, table, raw(first), raw(last)))),
  );
  const known = new Map(
    rows.flatMap(({ entity, start, end }) => (start && end ? [[entity, { start, end }] as const] : [])),
  );
  return (entity: Dataset['entity'], { issued, modified }: Dates): Period =>
    // What is joined from several entities is about projects.
    known.get(entity?.name ?? 'projects') ?? {
      start: issued.toISOString().slice(0, 10),
      end: modified.toISOString().slice(0, 10),
    };
}

const typeByLength = { 4: 'xsd:gYear', 7: 'xsd:gYearMonth', 10: 'xsd:date' } as const;
const partial = (date: string) => typed(date, typeByLength[date.length as keyof typeof typeByLength]);

export const describePeriod = (address: string, { start, end }: Period): Quad[] =>
  describe(address, ['dct:PeriodOfTime'], { 'dcat:startDate': partial(start), 'dcat:endDate': partial(end) });
