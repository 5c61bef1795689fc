import { type FacetName, facetNames } from '../../../map-widget/model/filters.ts';
import { ProjectStatus } from '../../database/generated/enums.ts';
import { commaJoin, identifier, sql } from '../../database/sql.ts';
import type { Language } from '../../language.ts';
import { catalogue } from '../entities/catalogue.ts';
import { localisedSql } from '../model/localised.ts';
import { sizeClassNames } from '../model/sizes.ts';
import type { Reader } from '../model/visibility.ts';
import { countFacets } from '../query/facets.ts';
import { type CheckedFilter, conditionOf } from '../query/read-filter.ts';

export type FacetValue = { value: string; name: string; count: number };

/** Every value of these filters, in its own order, with the number of projects it would give under all others. */
export async function mapFacets(
  reader: Reader,
  checked: CheckedFilter,
  lang: Language,
): Promise<Record<FacetName, FacetValue[]>> {
  const text = localisedSql(lang, 'name');
  const [counted, values] = await Promise.all([
    countFacets(reader, catalogue.projects, checked, facetNames),
    reader.database.rows<{ facet: FacetName; value: string; name: string }>(sql`
      SELECT facet, value, name FROM (
        SELECT 'field' AS facet, t.slug AS value, ${text} AS name, lpad(t.position::text, 9, '0') AS place FROM field t
        UNION ALL SELECT 'topic', t.slug, ${text}, t.slug FROM topic t
        UNION ALL SELECT 'district', t.ags, t.name, t.name_sort FROM municipality t WHERE t.kind IN ('LANDKREIS', 'STADTKREIS')
      ) every ORDER BY facet, place`),
  ]);
  const closed = { status: Object.values(ProjectStatus), sizeClass: sizeClassNames };
  const all = [
    ...values,
    ...Object.entries(closed).flatMap(([facet, names]) =>
      names.map((value) => ({ facet: facet as FacetName, value, name: value })),
    ),
  ];
  const valuesOf = (facet: FacetName): FacetValue[] =>
    all
      .filter((one) => one.facet === facet)
      .map(({ value, name }) => {
        const count = counted[facet]?.find((one) => one.value === value)?.count ?? 0;
        return { value, name, count };
      });
  return Object.fromEntries(facetNames.map((facet) => [facet, valuesOf(facet)])) as Record<
    FacetName,
    FacetValue[]
  >;
}

/** For each filter, how many projects there are without it: what an empty result may offer instead. */
export async function countWithoutEach(
  { database, viewer }: Reader,
  checked: CheckedFilter,
): Promise<{ filter: string; total: number }[]> {
  const entity = catalogue.projects;
  const filters = [...checked.keys()].filter((filter) => !entity.filters[filter]?.beside);
  if (filters.length === 0) return [];
  const totals = filters.map(
    (filter) =>
      sql`(SELECT count(*) FROM project t WHERE ${conditionOf(viewer, entity, without(checked, filter))})::integer AS ${identifier(filter)}`,
  );
  const [row] = await database.rows<Record<string, number>>(sql`SELECT ${commaJoin(totals)}`);
  return filters.map((filter) => ({ filter, total: row?.[filter] ?? 0 }));
}

/** Without it, and without what only completes it. */
const without = (checked: CheckedFilter, filter: string): CheckedFilter =>
  new Map(
    [...checked].filter(
      ([other]) => other !== filter && catalogue.projects.filters[other]?.beside !== filter,
    ),
  );
