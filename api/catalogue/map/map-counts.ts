import type { ProjectCounts } from '../../../map-widget/model/headline.ts';
import { known } from '../../../map-widget/model/known.ts';
import type { MunicipalityKind } from '../../database/generated/enums.ts';
import { empty, type Sql, sql } from '../../database/sql.ts';
import { catalogue } from '../entities/catalogue.ts';
import { distanceKm } from '../model/distance.ts';
import type { Entity } from '../model/entity.ts';
import { freshSince } from '../model/freshness.ts';
import { sizeClassSql } from '../model/sizes.ts';
import { type Reader, visible, visibleEngagements } from '../model/visibility.ts';
import { type CheckedFilter, conditionOf } from '../query/read-filter.ts';

/** Filters of projects that say where. */
export const placeFilters = ['district', 'sizeClass', 'near', 'km', 'bbox'];
/** Filters of projects that mean the same for a strategy or a contact; the others leave those alone. */
export const sharedFilters = [...placeFilters, 'field', 'municipality', 'text'];

/** How far a strategy is, the furthest first: a municipality with several is shown by the furthest. */
const strategyStatuses = [
  'IN_IMPLEMENTATION',
  'ADOPTED',
  'IN_PREPARATION',
  'PLANNED',
  'UNKNOWN',
  'SUPERSEDED',
];

/** A municipality, Stadtkreis or Landkreis with its counts under the filters. */
export type MunicipalityCounts = {
  ags: string;
  name: string;
  kind: MunicipalityKind;
  district: string | null;
  population: number | null;
  sizeClass: string | null;
  projects: number;
  /** Of these projects, how many somebody in charge confirmed within twelve months. */
  confirmed: number;
  strategies: number;
  /** Status of the strategy that is furthest. */
  strategyStatus: string | null;
  contacts: number;
  /** Of these contacts, how many volunteered for a field. */
  active: number;
  /** Excluded by a filter that says where. */
  outside: boolean;
  /** Kilometres from the municipality that `near` names, else from the one that asks, as the crow flies. */
  km: number | null;
};

/** A project as a list needs it. */
export type ProjectLine = {
  slug: string;
  title: string;
  status: string;
  /** AGS of all participants, those that lead first. */
  municipalities: string[];
  fields: string[];
  regionWide: boolean;
  /** Last confirmed by somebody in charge; `fresh`: within twelve months. */
  confirmed: string | null;
  fresh: boolean;
};

/** All municipalities by name, each with what it has under the filters of projects. */
export async function countByMunicipality(
  { database, viewer }: Reader,
  checked: CheckedFilter,
  home?: string,
): Promise<MunicipalityCounts[]> {
  const { projects, strategies, contacts, municipalities } = catalogue;
  const ofProjects = conditionOf(viewer, projects, checked);
  const ofStrategies = conditionOf(viewer, strategies, shared(strategies, sharedFilters, checked));
  const ofContacts = conditionOf(viewer, contacts, shared(contacts, sharedFilters, checked));
  const place = conditionOf(viewer, municipalities, shared(municipalities, placeFilters, checked));
  const near = checked.get('near') ?? home;
  const km = near
    ? sql`(SELECT round(${distanceKm(sql`o`, sql`t`)}::numeric, 1)::double precision FROM municipality o WHERE o.ags = ${String(near)})`
    : sql`NULL::double precision`;
  const active = sql`EXISTS (SELECT 1 FROM ${visibleEngagements(viewer)} e WHERE e.contact = t.slug)`;
  // Where nothing narrows the projects, PostgreSQL leaves out their table: it is joined on the left and not read.
  return database.rows<MunicipalityCounts>(sql`
    SELECT t.ags, t.name, t.kind::text AS kind, t.district, t.population,
      ${sizeClassSql(sql`t.population`)} AS "sizeClass",
      coalesce(p.count, 0)::integer AS projects, coalesce(fresh.count, 0)::integer AS confirmed,
      coalesce(s.count, 0)::integer AS strategies, s.status AS "strategyStatus",
      coalesce(c.count, 0)::integer AS contacts, coalesce(c.active, 0)::integer AS active,
      (${place}) IS NOT TRUE AS outside, ${km} AS km
    FROM municipality t
    LEFT JOIN (SELECT r.municipality AS ags, count(*)
      FROM participation r LEFT JOIN project t ON t.slug = r.project WHERE ${ofProjects} GROUP BY 1) p USING (ags)
    LEFT JOIN (SELECT r.municipality AS ags, count(*) FROM participation r JOIN project t ON t.slug = r.project
      WHERE t.confirmed_at >= ${freshSince()} AND ${ofProjects} GROUP BY 1) fresh USING (ags)
    LEFT JOIN (SELECT o.municipality AS ags, count(*),
        (array_agg(t.status::text ORDER BY array_position(${strategyStatuses}, t.status::text)))[1] AS status
      FROM strategy_owner o JOIN strategy t ON t.slug = o.strategy WHERE ${ofStrategies} GROUP BY 1) s USING (ags)
    LEFT JOIN (SELECT t.municipality AS ags, count(*), count(*) FILTER (WHERE ${active}) AS active
      FROM ${visible(contacts.table, viewer)} t WHERE ${ofContacts} GROUP BY 1) c USING (ags)
    ORDER BY t.name_sort, t.ags`);
}

/**
 * The projects under the filters, by title.
 * @param most the first of them; all unless told.
 */
export async function listProjectLines(
  { database, viewer }: Reader,
  checked: CheckedFilter,
  { most, also = sql`TRUE` }: { readonly most?: number | undefined; readonly also?: Sql } = {},
): Promise<ProjectLine[]> {
  const where = conditionOf(viewer, catalogue.projects, checked);
  return database.rows<ProjectLine>(sql`
    SELECT t.slug, t.title, t.status::text AS status, t.region_wide AS "regionWide",
      t.confirmed_at AS confirmed, coalesce(t.confirmed_at >= ${freshSince()}, FALSE) AS fresh,
      ARRAY(SELECT p.municipality FROM participation p WHERE p.project = t.slug ORDER BY p.position) AS municipalities,
      ARRAY(SELECT f.field FROM project_field f WHERE f.project = t.slug ORDER BY f.field) AS fields
    FROM project t WHERE ${where} AND ${also} ORDER BY t.title_sort, t.slug ${most === undefined ? empty : sql`LIMIT ${most}`}`);
}

/** How many there are of them. */
export async function countProjectLines(
  { database, viewer }: Reader,
  checked: CheckedFilter,
): Promise<ProjectCounts> {
  const [row] = await database.rows<ProjectCounts>(sql`
    SELECT count(*)::integer AS total, (count(*) FILTER (WHERE t.region_wide))::integer AS "regionWide",
      (count(*) FILTER (WHERE t.confirmed_at >= ${freshSince()}))::integer AS fresh
    FROM project t WHERE ${conditionOf(viewer, catalogue.projects, checked)}`);
  // One row always comes: it counts.
  return known(row, 'row of counts');
}

const shared = (entity: Entity, names: readonly string[], checked: CheckedFilter): CheckedFilter =>
  new Map([...checked].filter(([filter]) => names.includes(filter) && filter in entity.filters));
