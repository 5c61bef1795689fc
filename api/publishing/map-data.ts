import { catalogue } from '../catalogue/entities/catalogue.ts';
import {
  countByMunicipality,
  countProjectLines,
  listProjectLines,
  type ProjectLine,
} from '../catalogue/map/map-counts.ts';
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

/**
 * Everything that map and list show, as the widget gets it.
 * @param filter filters of projects as a URL gives them.
 * @param home AGS of the municipality that distances are told from, where no filter names one.
 * @throws CallerError for a filter or value that does not exist.
 */
export async function readMapData(hub: Hub, filter: FilterInput, lang: Language, home?: string) {
  const checked = await checkFilter(hub, catalogue.projects, filter, '?');
  const [frame, projects, regionWideProjects] = await Promise.all([
    readFrame(hub, checked, lang, home),
    listProjectLines(hub, checked),
    listRegionWide(hub, checked, lang),
  ]);
  return {
    ...frame,
    total: projects.length,
    regionWide: regionWideProjects.length,
    projects: projects.map(withUrl),
    regionWideProjects,
  };
}

export type ShownMap = Awaited<ReturnType<typeof readMap>>;

/**
 * The same for who renders it here, and needs to read no more projects than are shown.
 * @param most so many projects are shown.
 * @param open slug of one that is shown in any case; it is null where it is not among them.
 * @throws CallerError for a filter or value that does not exist.
 */
export async function readMap(
  hub: Hub,
  filter: FilterInput,
  lang: Language,
  { most, open }: { readonly most: number; readonly open?: string | undefined },
) {
  const checked = await checkFilter(hub, catalogue.projects, filter, '?');
  const [frame, counts, projects, [opened]] = await Promise.all([
    readFrame(hub, checked, lang),
    countProjectLines(hub, checked),
    most > 0 ? listProjectLines(hub, checked, { most }) : [],
    open === undefined ? [] : listProjectLines(hub, checked, { also: sql`t.slug = ${open}` }),
  ]);
  return {
    ...frame,
    total: counts.total,
    regionWide: counts.regionWide,
    counts,
    projects: projects.map(withUrl),
    open: opened ? withUrl(opened) : null,
  };
}

const withUrl = (line: ProjectLine) => ({ ...line, url: `/projects/${line.slug}` });

/** All but the projects. */
async function readFrame(hub: Hub, checked: CheckedFilter, lang: Language, home?: string) {
  const { region, settings } = hub;
  const [municipalities, facets, wider, revision] = await Promise.all([
    countByMunicipality(hub, checked, home),
    mapFacets(hub, checked, lang),
    countWithoutEach(hub, checked),
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
    municipalities: municipalities.map((row) => ({ ...row, url: `/municipalities/${row.ags}` })),
    facets,
    wider,
    fields: facets.field.map(({ value, name, count }, at) => ({
      slug: value,
      name,
      position: at + 1,
      projects: count,
    })),
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
