import { type Sql, sql, unionAll } from '../../database/sql.ts';
import { entities } from '../entities/catalogue.ts';
import type { EntityName } from '../model/entity.ts';
import { foundEntries } from '../model/text-match.ts';
import type { Reader } from '../model/visibility.ts';
import { countInHalves, type Facets, facetNames, facetSql } from '../query/facets.ts';
import type { CheckedFilter } from '../query/read-filter.ts';
import { filterFor, searchFilters } from './search-filter.ts';
import type { SearchWords } from './search-words.ts';

/** The filters of a search whose values can be counted. */
export const searchFacetNames: readonly string[] = Object.keys(searchFilters).filter((filterName) =>
  entities.some((entity) => facetNames(entity).includes(filterName)),
);

/**
 * How many records of these kinds there are with each value of some filters, in two statements. As in `countFacets`,
 * a filter's own choice is left out for it, and the largest count comes first.
 */
export function countSearchFacets(
  { database, viewer }: Reader,
  words: SearchWords | undefined,
  checked: CheckedFilter,
  kinds: readonly EntityName[],
  names: readonly string[],
): Promise<Facets> {
  return countInHalves(names, async (some) => {
    const parts = some.flatMap((facet) =>
      entities.flatMap((entity) => {
        const own = filterFor(entity, checked, facet);
        if (!own || !kinds.includes(entity.name) || !facetNames(entity).includes(facet)) return [];
        const found = (key: Sql) =>
          sql`${key} IN (SELECT m.key FROM matched m WHERE m.entity = ${entity.name})`;
        return [facetSql(viewer, entity, own, facet, found)];
      }),
    );
    if (!words || parts.length === 0) return [];
    return database.rows(sql`
      WITH matched AS MATERIALIZED (SELECT s.entity, s.key FROM ${foundEntries(words.text, viewer)} s)
      SELECT facet, value, sum(count)::integer AS count FROM (${unionAll(parts)}) counted
      GROUP BY facet, value ORDER BY facet, count DESC, value`);
  });
}
