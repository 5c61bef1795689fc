import type { PrismaClient } from '../database/generated/client.ts';
import { allOf, type Sql, sql } from '../database/sql.ts';
import type { Language } from '../language.ts';
import { catalogue } from './catalogue.ts';
import { type FilterInput, readFilter } from './read-filter.ts';
import { sizeClassNames, sizeClassSql } from './sizes.ts';

export type FacetName = 'field' | 'topic' | 'status' | 'district' | 'sizeClass';
export type FacetValue = { value: string; name: string; count: number };

/** Every value of these filters with the number of projects it would give, under all other filters. */
export async function mapFacets(
  prisma: PrismaClient,
  filter: FilterInput,
  lang: Language,
): Promise<Record<FacetName, FacetValue[]>> {
  const without = async (name: FacetName) => {
    const { [name]: _, ...others } = filter;
    return readFilter(prisma, catalogue.projects, others, '?');
  };
  const [field, topic, status, district, sizeClass] = await Promise.all(
    (['field', 'topic', 'status', 'district', 'sizeClass'] as const).map(without),
  );
  const named = (alias: Sql) =>
    lang === 'de' ? sql`${alias}.name_de` : sql`coalesce(${alias}.name_en, ${alias}.name_de)`;
  const part = (place: string, condition: Sql) =>
    sql`(SELECT count(*) FROM project t WHERE ${allOf([condition])} AND EXISTS (SELECT 1 FROM participation p
      JOIN municipality m ON m.ags = p.municipality WHERE p.project = t.slug AND ${place === 'district' ? sql`x.ags IN (m.ags, m.district)` : sql`${sizeClassSql(sql`m.population`)} = x.size`}))::integer`;
  const rows = await prisma.$queryRaw<({ facet: FacetName } & FacetValue)[]>`
    SELECT 'field' AS facet, x.slug AS value, ${named(sql`x`)} AS name, lpad(x.position::text, 9, '0') AS place,
      (SELECT count(*) FROM project t JOIN project_field r ON r.project = t.slug WHERE r.field = x.slug AND ${field!})::integer AS count FROM field x
    UNION ALL
    SELECT 'topic', x.slug, ${named(sql`x`)}, x.slug,
      (SELECT count(*) FROM project t JOIN project_topic r ON r.project = t.slug WHERE r.topic = x.slug AND ${topic!})::integer FROM topic x
    UNION ALL
    SELECT 'status', x.status::text, x.status::text, lpad(x.at::text, 9, '0'),
      (SELECT count(*) FROM project t WHERE t.status = x.status AND ${status!})::integer
      FROM unnest(enum_range(NULL::project_status)) WITH ORDINALITY AS x(status, at)
    UNION ALL
    SELECT 'district', x.ags, x.name, x.name_sort, ${part('district', district!)}
      FROM municipality x WHERE x.kind IN ('LANDKREIS', 'STADTKREIS')
    UNION ALL
    SELECT 'sizeClass', x.size, x.size, lpad(x.at::text, 9, '0'), ${part('sizeClass', sizeClass!)}
      FROM unnest(${sizeClassNames}::text[]) WITH ORDINALITY AS x(size, at)
    ORDER BY facet, place`;
  const facets: Record<FacetName, FacetValue[]> = {
    field: [],
    topic: [],
    status: [],
    district: [],
    sizeClass: [],
  };
  for (const { facet, value, name, count } of rows) facets[facet].push({ value, name, count });
  return facets;
}
