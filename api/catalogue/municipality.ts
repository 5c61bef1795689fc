import { MunicipalityKind } from '../database/generated/enums.ts';
import { type Sql, sql } from '../database/sql.ts';
import { column, derivedColumns, enumColumn } from './columns.ts';
import type { Entity } from './entity.ts';
import { booleanFilter, enumFilter, keyFilter, not, textFilter } from './filters.ts';
import { projectFilters } from './project.ts';
import { sizeClassNames, sizeClassSql } from './sizes.ts';
import { isPublicContact } from './visibility.ts';

const kinds = Object.values(MunicipalityKind);

/** A filter of projects as a filter of the municipalities that take part in such a project. */
const withProject = (condition: Sql) => (t: Sql) =>
  sql`EXISTS (SELECT 1 FROM participation mp JOIN project pr ON pr.slug = mp.project WHERE mp.municipality = ${t}.ags AND ${condition})`;

const hasStrategy = (t: Sql) =>
  sql`EXISTS (SELECT 1 FROM strategy_owner so WHERE so.municipality = ${t}.ags)`;
const hasContact = (t: Sql) =>
  sql`EXISTS (SELECT 1 FROM contact c WHERE c.municipality = ${t}.ags AND ${isPublicContact(sql`c`)})`;
const hasProject = (t: Sql) => sql`EXISTS (SELECT 1 FROM participation mp WHERE mp.municipality = ${t}.ags)`;

const { field, topic, status } = projectFilters;

export const municipalities: Entity = {
  name: 'municipalities',
  singular: 'municipality',
  table: 'municipality',
  key: 'ags',
  columns: [
    column('ags', 'key', 'Official municipality key: 8 digits, 5 for a Landkreis.', { required: true }),
    column('name', 'text', 'Official name.', { required: true }),
    enumColumn('kind', kinds, 'Stadtkreis, Landkreis, Große Kreisstadt, Stadt or Gemeinde.'),
    column('district', 'key', 'AGS of the Landkreis that it belongs to.', { references: 'municipalities' }),
    column('seat', 'text', 'Seat of the administration of a Landkreis.'),
    column('population', 'integer', 'Number of inhabitants.'),
    column('population_date', 'date', 'Date of that number.'),
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
    ...derivedColumns('municipalities', 'ags'),
  ],
  filters: {
    field: {
      ...field,
      description: 'Takes part in a project in any of these fields of action.',
      where: (v: never, t: Sql) => withProject(field.where(v, sql`pr`))(t),
    },
    topic: {
      ...topic,
      description: 'Takes part in a project on any of these topics.',
      where: (v: never, t: Sql) => withProject(topic.where(v, sql`pr`))(t),
    },
    status: {
      ...status,
      description: 'Takes part in a project of this status.',
      where: (v: never, t: Sql) => withProject(status.where(v, sql`pr`))(t),
    },
    district: keyFilter(
      'municipalities',
      'In (or being) this Landkreis or Stadtkreis.',
      (keys, t) => sql`(${t}.district = ANY(${keys}) OR ${t}.ags = ANY(${keys}))`,
    ),
    municipality: keyFilter(
      'municipalities',
      'Is one of these (AGS).',
      (keys, t) => sql`${t}.ags = ANY(${keys})`,
    ),
    kind: enumFilter(
      'MunicipalityKind',
      kinds,
      'Is of this kind.',
      (v, t) => sql`${t}.kind = ANY(${v}::text[]::municipality_kind[])`,
    ),
    sizeClass: enumFilter(
      'SizeClass',
      sizeClassNames,
      'Is of this size class (a Landkreis has none).',
      (v, t) => sql`${sizeClassSql(sql`${t}.population`)} = ANY(${v})`,
    ),
    hasProject: booleanFilter('Takes part in a project.', (v, t) => not(hasProject(t), v)),
    hasStrategy: booleanFilter('Has a strategy.', (v, t) => not(hasStrategy(t), v)),
    hasContact: booleanFilter('Has a public contact.', (v, t) => not(hasContact(t), v)),
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
};
