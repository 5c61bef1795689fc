import { allOf, empty, identifier, raw, type Sql, sql, unionAll } from '../../database/sql.ts';
import { CallerError } from '../../errors.ts';
import type { Entity, Facet, Through } from '../model/entity.ts';
import { type Reader, seesAll, type Viewer, visible } from '../model/visibility.ts';
import { type CheckedFilter, conditionsByThrough, conditionThrough } from './read-filter.ts';

export type FacetCount = { readonly value: string; readonly count: number };
export type Facets = Readonly<Record<string, readonly FacetCount[]>>;

/** The filters of an entity whose values can be counted. */
export const facetNames = (entity: Entity): readonly string[] =>
  Object.keys(entity.filters).filter((filterName) => entity.filters[filterName]?.facet);

/**
 * How many records there are with each value of some filters, in two statements. A filter's own choice is left
 * out for it, so that each count is what choosing that value as well would find; the largest count comes first.
 * @throws CallerError for a filter whose values cannot be counted.
 */
export async function countFacets(
  { database, viewer }: Reader,
  entity: Entity,
  checked: CheckedFilter,
  names: readonly string[],
): Promise<Facets> {
  return countInHalves(names, (some) => {
    const counted = unionAll(some.map((facet) => facetSql(viewer, entity, checked, facet)));
    return database.rows(
      sql`SELECT facet, value, count FROM (${counted}) counted ORDER BY facet, count DESC, value`,
    );
  });
}

type FacetRow = FacetCount & { readonly facet: string };

/**
 * Every other facet in a statement of its own, side by side: they take longer than all else on a page, and a server
 * has more than one core.
 * @param count tells of some facets, the largest count first.
 */
export async function countInHalves(
  names: readonly string[],
  count: (some: readonly string[]) => Promise<FacetRow[]>,
): Promise<Facets> {
  const halves = [0, 1].map((half) => names.filter((_, at) => at % 2 === half));
  const counted = await Promise.all(halves.map((some) => (some.length > 0 ? count(some) : [])));
  const rows = counted.flat();
  return Object.fromEntries(
    names.map((facet) => [
      facet,
      rows.filter((row) => row.facet === facet).map(({ value, count }) => ({ value, count })),
    ]),
  );
}

/**
 * The rows `facet`, `value`, `count` of one filter.
 * @param also a further condition over the key of the record.
 * @throws CallerError where its values cannot be counted.
 */
export function facetSql(
  viewer: Viewer,
  entity: Entity,
  checked: CheckedFilter,
  filterName: string,
  also?: (key: Sql) => Sql,
): Sql {
  const { facet, through } = entity.filters[filterName] ?? {};
  if (!facet)
    throw new CallerError(
      'BAD_USER_INPUT',
      `${filterName} has no facet; those of ${entity.name} are ${facetNames(entity).join(', ')}.`,
    );
  const byThrough = conditionsByThrough(viewer, entity, checked, filterName);
  // Where values are read from related rows, the other filters on those rows have to hold for the same one.
  const sameRow = (through && byThrough.get(through)) ?? [];
  const elsewhere = [...byThrough].filter(([other]) => other === undefined || other !== through);
  const narrowed = byThrough.size > 0 || !seesAll(entity.table, viewer);
  const { from, key } = valuesOf(viewer, entity, facet, through, narrowed);
  const where = allOf([conditionThrough(elsewhere), also?.(key) ?? sql`TRUE`, ...sameRow]);
  // Only through related rows may a record have a value twice.
  return sql`SELECT ${filterName}::text AS facet, value, count(*)::integer AS count FROM (
    SELECT ${through ? sql`DISTINCT` : empty} ${key}, ${facet.value(through?.row ?? sql`t`)} AS value
    FROM ${from} WHERE ${where}) one
    WHERE value IS NOT NULL GROUP BY value`;
}

/**
 * The tables that hold the values of a facet, joined to the records, and the key of the record there. Where nothing
 * is narrowed the pairs alone tell: every key in them has its record, and PostgreSQL leaves out a table that is only
 * joined on the left and not read.
 */
function valuesOf(
  viewer: Viewer,
  entity: Entity,
  facet: Facet,
  through: Through | undefined,
  narrowed: boolean,
): { from: Sql; key: Sql } {
  const own = sql`t.${identifier(entity.key)}`;
  const t = sql`${visible(entity.table, viewer)} t`;
  const join = raw(narrowed ? 'JOIN' : 'LEFT JOIN');
  const withPairs = (of: Sql) =>
    facet.pairs ? sql`JOIN ${facet.pairs.from} ON ${facet.pairs.key} = ${of}` : empty;
  if (through?.pairs) {
    const { from, key, other, joined } = through.pairs;
    return { from: sql`${from} ${join} ${joined} ${join} ${t} ON ${own} = ${key} ${withPairs(other)}`, key };
  }
  if (through) return { from: sql`${t} JOIN ${through.from} ON ${through.on(sql`t`)}`, key: own };
  if (!facet.pairs) return { from: t, key: own };
  return { from: sql`${facet.pairs.from} ${join} ${t} ON ${own} = ${facet.pairs.key}`, key: facet.pairs.key };
}
