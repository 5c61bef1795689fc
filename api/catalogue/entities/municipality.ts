import { type Sql, sql } from '../../database/sql.ts';
import { officeColumns } from '../calls/office.ts';
import { hasReachableOffice } from '../calls/reachable.ts';
import { samePlansAsMunicipality } from '../insight/same-plans.ts';
import {
  column,
  confirmedAtColumn,
  derivedColumns,
  enumColumn,
  optionalSourceUrlColumn,
  reachableColumn,
} from '../model/columns.ts';
import type { Entity } from '../model/entity.ts';
import { booleanFilter, changedFilter, enumFilter, keyFilter, textFilter, truth } from '../model/filters.ts';
import { kinds, placeFilters } from '../model/places.ts';
import { byColumn, byPairs } from '../model/relations.ts';
import { sizeClassNames, sizeClassSql } from '../model/sizes.ts';
import { throughPairs } from '../model/through-pairs.ts';
import { type Viewer, visibleContacts } from '../model/visibility.ts';
import { projectFilters } from './project.ts';
import { strategyStatuses } from './strategy.ts';

/** The projects that it takes part in: filters about projects mean one and the same project. */
const itsProjects = throughPairs(
  { table: sql`participation mp`, ours: sql`mp.municipality`, theirs: sql`mp.project` },
  { table: sql`project pr`, key: sql`pr.slug`, row: sql`pr` },
  'ags',
);
/** Its strategies, likewise. */
const itsStrategies = throughPairs(
  { table: sql`strategy_owner mo`, ours: sql`mo.municipality`, theirs: sql`mo.strategy` },
  { table: sql`strategy ms`, key: sql`ms.slug`, row: sql`ms` },
  'ags',
);

const hasStrategy = (t: Sql) =>
  sql`EXISTS (SELECT 1 FROM strategy_owner so WHERE so.municipality = ${t}.ags)`;
const hasContact = (t: Sql, viewer: Viewer) =>
  sql`EXISTS (SELECT 1 FROM ${visibleContacts(viewer)} c WHERE c.municipality = ${t}.ags)`;
const hasProject = (t: Sql) => sql`EXISTS (SELECT 1 FROM participation mp WHERE mp.municipality = ${t}.ags)`;

const { field, topic, status } = projectFilters;

export const municipalities: Entity = {
  name: 'municipalities',
  singular: 'municipality',
  table: { stored: 'municipality' },
  key: 'ags',
  columns: [
    column('ags', 'key', 'Official municipality key: 8 digits, 5 for a Landkreis.', { required: true }),
    column('name', 'text', 'Official name.', { required: true }),
    enumColumn('kind', kinds, 'Stadtkreis, Landkreis, Große Kreisstadt, Stadt or Gemeinde.'),
    column('district', 'key', 'AGS of the Landkreis that it belongs to.', { references: 'municipalities' }),
    column('seat', 'text', 'Seat of the administration of a Landkreis.'),
    column('population', 'integer', 'Number of inhabitants.'),
    column('population_date', 'date', 'Date of that number.', { past: true }),
    column('size_class', 'text', 'Size class after BBSR.', {
      derived: true,
      values: sizeClassNames,
      sql: sizeClassSql(sql`t.population`),
    }),
    column('area_km2', 'number', 'Official area in square kilometres.'),
    column('latitude', 'number', 'Latitude of a point in the main settlement (WGS84).'),
    column('longitude', 'number', 'Longitude of that point (WGS84).'),
    column('website', 'url', 'Website of the administration.'),
    column(
      'wfr_member',
      'boolean',
      "Member of the region's economic development association; empty: not known.",
    ),
    column('source', 'text', 'Where each value comes from.', { required: true }),
    optionalSourceUrlColumn,
    ...officeColumns,
    confirmedAtColumn,
    reachableColumn(
      hasReachableOffice(sql`t`),
      'Whether its office has a telephone number or an e-mail address.',
    ),
    ...derivedColumns('municipalities', 'ags'),
  ],
  filters: {
    field: {
      ...field,
      through: itsProjects,
      description:
        'Takes part in a project in any of these fields of action; with `topic` and `status`: in one such project.',
    },
    topic: { ...topic, through: itsProjects, description: 'Takes part in a project on any of these topics.' },
    status: { ...status, through: itsProjects, description: 'Takes part in a project of this status.' },
    strategyStatus: enumFilter(
      'StrategyStatus',
      strategyStatuses,
      'Has a strategy of this status.',
      (values, strategy) => sql`${strategy}.status = ANY(${values}::text[]::strategy_status[])`,
      { through: itsStrategies },
    ),
    ...placeFilters('Is'),
    wfrMember: booleanFilter(
      "Is a member of the region's economic development association, or is known not to be.",
      (value, t) => sql`${t}.wfr_member = ${value}`,
    ),
    missingIn: keyFilter(
      'fields',
      'Takes part in no project in any of these fields of action yet (slug).',
      (keys, t) => sql`${t}.ags NOT IN (SELECT mp.municipality FROM participation mp
        JOIN project_field pf ON pf.project = mp.project WHERE pf.field = ANY(${keys}))`,
    ),
    hasProject: booleanFilter('Takes part in a project.', (v, t) => truth(hasProject(t), v)),
    hasStrategy: booleanFilter('Has a strategy.', (v, t) => truth(hasStrategy(t), v)),
    hasContact: booleanFilter('Has a public contact.', (v, t, { viewer }) => truth(hasContact(t, viewer), v)),
    reachable: booleanFilter('With an office that has a telephone number or an e-mail address.', (v, t) =>
      truth(hasReachableOffice(t), v),
    ),
    ...changedFilter,
    text: textFilter('municipalities', 'ags'),
  },
  orders: {
    NAME: { description: 'By name, as Germans sort.', sql: sql`t.name_sort`, direction: 'ASC', type: 'text' },
    AGS: { description: 'By AGS.', sql: sql`t.ags`, direction: 'ASC', type: 'text' },
    POPULATION: {
      description: 'Largest first; unknown last.',
      sql: sql`coalesce(t.population, -1)`,
      direction: 'DESC',
      type: 'integer',
    },
  },
  defaultOrder: 'NAME',
  relations: {
    projects: byPairs('projects', 'participation', 'project', 'municipality'),
    strategies: byPairs('strategies', 'strategy_owner', 'strategy', 'municipality'),
    contacts: byColumn('contacts', 'municipality'),
    neighbours: byPairs('municipalities', 'neighbour', 'neighbour', 'ags'),
    members: byColumn('municipalities', 'district'),
    samePlans: { to: 'projects', where: samePlansAsMunicipality },
  },
};
