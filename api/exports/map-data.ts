import type { Context } from 'hono';
import { catalogue } from '../catalogue/catalogue.ts';
import { readFilter } from '../catalogue/read-filter.ts';
import { isPublicContact } from '../catalogue/visibility.ts';
import { currentRevision } from '../database/revision.ts';
import { sql } from '../database/sql.ts';
import type { Hub } from '../hub.ts';
import { licences } from './licences.ts';
import { filterNames, readParameters } from './read-parameters.ts';

type MunicipalityCounts = {
  ags: string;
  name: string;
  kind: string;
  district: string | null;
  population: number | null;
  projects: number;
  strategies: number;
  contacts: number;
};

/** `GET /map.json`: what the map and its list show, under the filters of projects. */
export async function mapData(c: Context, hub: Hub): Promise<Response> {
  const { prisma } = hub.database;
  const { region, settings } = hub;
  const { filter, lang } = readParameters(new URL(c.req.url).searchParams, filterNames(catalogue.projects), [
    'lang',
  ]);
  const { field, ...otherFilters } = filter;
  const where = await readFilter(prisma, catalogue.projects, filter, '?');
  const whereWithoutField = await readFilter(prisma, catalogue.projects, otherFilters, '?');
  // Strategies and contacts know fields, and none of the other filters of projects.
  const ofField = field ? sql`r.field = ANY(${field as string[]})` : sql`TRUE`;

  const [[totals], municipalities, fields, regionWideProjects, revision] = await Promise.all([
    prisma.$queryRaw<[{ total: number; regionWide: number }]>`
      SELECT count(*)::integer AS total, (count(*) FILTER (WHERE t.region_wide))::integer AS "regionWide"
      FROM project t WHERE ${where}`,
    prisma.$queryRaw<MunicipalityCounts[]>`
      SELECT m.ags, m.name, m.kind::text AS kind, m.district, m.population,
        coalesce(p.count, 0)::integer AS projects, coalesce(s.count, 0)::integer AS strategies,
        coalesce(c.count, 0)::integer AS contacts
      FROM municipality m
      LEFT JOIN (SELECT r.municipality AS ags, count(*) FROM participation r JOIN project t ON t.slug = r.project
        WHERE ${where} GROUP BY 1) p USING (ags)
      LEFT JOIN (SELECT o.municipality AS ags, count(*) FROM strategy_owner o
        WHERE ${field ? sql`EXISTS (SELECT 1 FROM strategy_field r WHERE r.strategy = o.strategy AND ${ofField})` : sql`TRUE`}
        GROUP BY 1) s USING (ags)
      LEFT JOIN (SELECT k.municipality AS ags, count(*) FROM contact k WHERE ${isPublicContact(sql`k`)}
        AND ${field ? sql`EXISTS (SELECT 1 FROM contact_field r WHERE r.contact = k.slug AND ${ofField})` : sql`TRUE`}
        GROUP BY 1) c USING (ags)
      ORDER BY m.name_sort, m.ags`,
    prisma.$queryRaw<{ slug: string; name: string; position: number; projects: number }[]>`
      SELECT f.slug, ${lang === 'en' ? sql`coalesce(f.name_en, f.name_de)` : sql`f.name_de`} AS name, f.position,
        (SELECT count(*) FROM project_field r JOIN project t ON t.slug = r.project
          WHERE r.field = f.slug AND ${whereWithoutField})::integer AS projects
      FROM field f ORDER BY f.position, f.slug`,
    prisma.$queryRaw<object[]>`
      SELECT t.slug, t.title, t.status::text AS status, t.period_start, t.period_end,
        ${lang === 'en' ? sql`coalesce(t.summary_en, t.summary_de)` : sql`coalesce(t.summary_de, t.summary_en)`} AS summary,
        '/projects/' || t.slug AS url
      FROM project t WHERE t.region_wide AND ${where} ORDER BY t.title_sort, t.slug`,
    currentRevision(prisma),
  ]);

  return c.json(
    {
      revision: revision.number,
      lang,
      region: { slug: region.slug, name: region.name[lang] },
      title: region.title[lang],
      attribution: region.attribution,
      licence: licences[settings.CATALOGUE_LICENCE],
      boundaries: region.boundaries.path,
      ...totals,
      municipalities: municipalities.map((row) => ({ ...row, url: `/municipalities/${row.ags}` })),
      fields,
      regionWideProjects,
    },
    200,
    { 'access-control-allow-origin': '*' },
  );
}
