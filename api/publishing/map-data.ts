import { catalogue } from '../catalogue/entities/catalogue.ts';
import { countByMunicipality, listProjectLines } from '../catalogue/map/map-counts.ts';
import { countWithoutEach, mapFacets } from '../catalogue/map/map-facets.ts';
import { localisedSql } from '../catalogue/model/localised.ts';
import {
  type CheckedFilter,
  checkFilter,
  conditionOf,
  type FilterInput,
} from '../catalogue/query/read-filter.ts';
import { sql } from '../database/sql.ts';
import type { Hub } from '../hub.ts';
import type { Language } from '../language.ts';
import { lawTexts } from '../texts/law/law.ts';
import { licences } from './licences.ts';

export type MapData = Awaited<ReturnType<typeof readMapData>>;

/**
 * Everything that map and list show: the widget gets it as JSON, and the page without JavaScript is rendered from it.
 * @param filter filters of projects as a URL gives them.
 * @param home AGS of the municipality that distances are told from, where no filter names one.
 * @throws CallerError for a filter or value that does not exist.
 */
export async function readMapData(hub: Hub, filter: FilterInput, lang: Language, home?: string) {
  const { region, settings } = hub;
  const checked = await checkFilter(hub, catalogue.projects, filter, '?');
  const [municipalities, projects, facets, wider, regionWideProjects, revision] = await Promise.all([
    countByMunicipality(hub, checked, home),
    listProjectLines(hub, checked),
    mapFacets(hub, checked, lang),
    countWithoutEach(hub, checked),
    listRegionWide(hub, checked, lang),
    hub.database.revision.current(),
  ]);
  return {
    revision: revision.number,
    lang,
    region: { slug: region.slug, name: region.name[lang] },
    title: region.title[lang],
    attribution: region.attribution[lang],
    legal: (['imprint', 'privacy', 'accessibility'] as const).map((name) => ({
      name: lawTexts[lang][name],
      url: `/${name}`,
    })),
    licence: licences[settings.CATALOGUE_LICENCE],
    boundaries: region.boundaries.path,
    reportTo: settings.REPORT_EMAIL || null,
    baseMap: settings.TILE_URL ? { tiles: settings.TILE_URL, attribution: settings.TILE_ATTRIBUTION } : null,
    total: projects.length,
    regionWide: regionWideProjects.length,
    municipalities: municipalities.map((row) => ({ ...row, url: `/municipalities/${row.ags}` })),
    projects: projects.map((row) => ({ ...row, url: `/projects/${row.slug}` })),
    facets,
    wider,
    fields: facets.field.map(({ value, name, count }, at) => ({
      slug: value,
      name,
      position: at + 1,
      projects: count,
    })),
    regionWideProjects,
  };
}

async function listRegionWide({ database, viewer }: Hub, checked: CheckedFilter, lang: Language) {
  const where = conditionOf(viewer, catalogue.projects, checked);
  return database.rows<object>(sql`
    SELECT t.slug, t.title, t.status::text AS status, t.period_start, t.period_end,
      ${localisedSql(lang, 'summary')} AS summary,
      '/projects/' || t.slug AS url
    FROM project t WHERE t.region_wide AND ${where} ORDER BY t.title_sort, t.slug`);
}
