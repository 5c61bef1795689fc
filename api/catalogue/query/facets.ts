import { allOf, empty, identifier, type Sql, sql, unionAll } from '../../database/sql.ts';
import { CallerError } from '../../errors.ts';
import type { Entity } from '../model/entity.ts';
import { type Reader, type Viewer, visible } from '../model/visibility.ts';
import { type CheckedFilter, conditionOf, conditionsByThrough } from './read-filter.ts';

export type FacetCount = { readonly value: string; readonly count: number };
export type Facets = Readonly<Record<string, readonly FacetCount[]>>;

/** The filters of an entity whose values can be counted. */
export const facetNames = (entity: Entity): readonly string[] =>
  Object.keys(entity.filters).filter((filterName) => entity.filters[filterName]?.facet);

/**
 * How many records there are with each value of some filters, in one statement. A filter's own choice is left
 * out for it, so that each count is what choosing that value as well would find; the largest count comes first.
 * @param also a further condition over `t`.
 * @throws CallerError for a filter whose values cannot be counted.
 */
export async function countFacets(
  { database, viewer }: Reader,
  entity: Entity,
  checked: CheckedFilter,
  names: readonly string[],
  also: Sql = sql`TRUE`,
): Promise<Facets> {
  if (names.length === 0) return {};
  const counted = unionAll(names.map((facet) => facetSql(viewer, entity, checked, facet, also)));
  const rows = await database.rows<FacetCount & { facet: string }>(
    sql`SELECT facet, value, count FROM (${counted}) counted ORDER BY facet, count DESC, value`,
  );
  return Object.fromEntries(
    names.map((facet) => [
      facet,
      rows.filter((row) => row.facet === facet).map(({ value, count }) => ({ value, count })),
    ]),
  );
}

/** The rows `facet`, `value`, `count` of one filter. @throws CallerError where its values cannot be counted. */
export function facetSql(
  viewer: Viewer,
  entity: Entity,
  checked: CheckedFilter,
  filterName: string,
  also: Sql,
): Sql {
  const { facet, through } = entity.filters[filterName] ?? {};
  if (!facet)
    throw new CallerError(
      'BAD_USER_INPUT',
      `${filterName} has no facet; those of ${entity.name} are ${facetNames(entity).join(', ')}.`,
    );
  const row = through?.row ?? sql`t`;
  // Where values are read from related rows, the other filters on those rows have to hold for the same one.
  const sameRow = conditionsByThrough(viewer, entity, checked, filterName).get(through) ?? [];
  const related = through ? [through.on(sql`t`), ...sameRow] : [];
  return sql`SELECT ${filterName}::text AS facet, value, count(*)::integer AS count FROM (
    SELECT DISTINCT t.${identifier(entity.key)}, ${facet.value(row)} AS value
    FROM ${visible(entity.table, viewer)} t${through ? sql`, ${through.from}` : empty} ${facet.join?.(row) ?? empty}
    WHERE ${allOf([conditionOf(viewer, entity, checked, filterName), also, ...related])}) one
    WHERE value IS NOT NULL GROUP BY value`;
}
