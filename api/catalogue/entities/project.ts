import { ParticipationRole, ProjectStatus } from '../../database/generated/enums.ts';
import { type Sql, sql } from '../../database/sql.ts';
import { hasReachableOffice, isReachable } from '../calls/reachable.ts';
import { samePlansAsProject } from '../insight/same-plans.ts';
import {
  column,
  confirmedAtColumn,
  derivedColumns,
  enumColumn,
  keysColumn,
  reachableColumn,
  slugColumn,
  sourceDateColumn,
  sourceUrlColumn,
} from '../model/columns.ts';
import type { Entity, Filter } from '../model/entity.ts';
import {
  booleanFilter,
  changedFilter,
  confirmationFilters,
  contactFilters,
  dateRange,
  enumFilter,
  keyFilter,
  periodFilters,
  slugFilter,
  textFilter,
  truth,
} from '../model/filters.ts';
import { placeFilters } from '../model/places.ts';
import { throughPairs } from '../model/through-pairs.ts';
import { type Viewer, visibleContacts } from '../model/visibility.ts';

const statuses = Object.values(ProjectStatus);

/** Who takes part: filters by place and role mean one and the same participant. */
const participants = throughPairs(
  { table: sql`participation pp`, ours: sql`pp.project`, theirs: sql`pp.municipality` },
  { table: sql`municipality pm`, key: sql`pm.ags`, row: sql`pm` },
  'slug',
);

/** Whether somebody of its own can be called about it; the Landkreis and the region stand behind everything. */
const canBeAsked = (t: Sql, viewer: Viewer) => sql`(EXISTS (SELECT 1 FROM ${visibleContacts(viewer)} c
    WHERE c.slug = ${t}.contact AND ${isReachable(sql`c`)})
  OR EXISTS (SELECT 1 FROM participation r JOIN municipality m ON m.ags = r.municipality
    WHERE r.project = ${t}.slug AND ${hasReachableOffice(sql`m`)}))`;

export const projectFilters = {
  field: keyFilter(
    'fields',
    'In any of these fields of action (slug).',
    (keys, t) =>
      sql`EXISTS (SELECT 1 FROM project_field pf WHERE pf.project = ${t}.slug AND pf.field = ANY(${keys}))`,
    {
      facet: {
        pairs: { from: sql`project_field pf`, key: sql`pf.project` },
        value: () => sql`pf.field`,
      },
    },
  ),
  topic: keyFilter(
    'topics',
    'On any of these topics (slug).',
    (keys, t) =>
      sql`EXISTS (SELECT 1 FROM project_topic pt WHERE pt.project = ${t}.slug AND pt.topic = ANY(${keys}))`,
    {
      facet: {
        pairs: { from: sql`project_topic pt`, key: sql`pt.project` },
        value: () => sql`pt.topic`,
      },
    },
  ),
  status: enumFilter(
    'ProjectStatus',
    statuses,
    'Of any of these statuses.',
    (values, t) => sql`${t}.status = ANY(${values}::text[]::project_status[])`,
    { facet: { value: (t) => sql`${t}.status::text` } },
  ),
  ...placeFilters('With a participant that is', participants),
  role: enumFilter(
    'ParticipationRole',
    Object.values(ParticipationRole),
    'With a participant in this role; beside a filter by place: that place in this role.',
    (values) => sql`pp.role = ANY(${values}::text[]::participation_role[])`,
    { through: participants },
  ),
  regionWide: booleanFilter('Of the whole region.', (value, t) => sql`${t}.region_wide = ${value}`),
  reusable: booleanFilter(
    'Stated to be open for others to copy.',
    (value, t) => sql`${t}.reusable = ${value}`,
  ),
  fundingProgramme: {
    type: 'text',
    description: 'Of this funding programme, written as `fundingProgramme` of a project is.',
    where: ({ typed }, t) => sql`${t}.funding_programme = ${typed}`,
  } satisfies Filter as Filter,
  ...contactFilters,
  reachable: booleanFilter(
    'With a contact, or the office of a municipality that it belongs to, that has a telephone number or an e-mail address.',
    (value, t, { viewer }) => truth(canBeAsked(t, viewer), value),
  ),
  ...periodFilters,
  ...dateRange('sourceSince', 'sourceUntil', 'From a source', (t) => sql`${t}.source_date`),
  ...confirmationFilters,
  ...changedFilter,
  slug: slugFilter('projects'),
  text: textFilter('projects', 'slug'),
};

export const projects: Entity = {
  name: 'projects',
  singular: 'project',
  table: { stored: 'project' },
  key: 'slug',
  columns: [
    slugColumn('project'),
    column('title', 'text', 'Title.', { required: true }),
    enumColumn('status', statuses, 'Status as of the date of the source.'),
    column('period_start', 'date', 'Beginning of work or operation.'),
    column('period_end', 'date', 'End, planned or actual.'),
    keysColumn(
      'municipalities',
      'municipalities',
      'AGS of all participants, those that lead first.',
      sql`SELECT p.municipality FROM participation p WHERE p.project = t.slug ORDER BY p.position`,
    ),
    keysColumn(
      'lead',
      'municipalities',
      'AGS of those among them that lead; empty where nobody is known to.',
      sql`SELECT p.municipality FROM participation p WHERE p.project = t.slug AND p.role = 'LEAD' ORDER BY p.position`,
    ),
    column('region_wide', 'boolean', 'A project of the whole region.', { required: true }),
    column('summary_de', 'text', 'Summary in German.'),
    column('summary_en', 'text', 'Summary in English.'),
    keysColumn(
      'fields',
      'fields',
      'Fields of action (slugs).',
      sql`SELECT f.field FROM project_field f WHERE f.project = t.slug ORDER BY f.field`,
    ),
    keysColumn(
      'topics',
      'topics',
      'Topics (slugs).',
      sql`SELECT p.topic FROM project_topic p WHERE p.project = t.slug ORDER BY p.topic`,
    ),
    column('funding_programme', 'text', 'Funding programme.'),
    column('budget_eur', 'integer', 'Budget in euros as the source names it, often rounded there.'),
    column('website', 'url', 'Website of the project.'),
    column('contact', 'key', 'Contact (slug).', {
      references: 'contacts',
      personal: true,
      // The key of a contact that is not public is not public either.
      sql: (viewer) => sql`(SELECT c.slug FROM ${visibleContacts(viewer)} c WHERE c.slug = t.contact)`,
    }),
    column('reusable', 'boolean', 'Whether others may copy it; empty: not known.'),
    column('reuse_url', 'url', 'Where what can be copied is found.'),
    sourceUrlColumn,
    sourceDateColumn,
    confirmedAtColumn,
    reachableColumn(
      (viewer) => canBeAsked(sql`t`, viewer),
      'Whether its contact or the office of a municipality that it belongs to has a telephone number or an e-mail address.',
    ),
    ...derivedColumns('projects', 'slug'),
  ],
  filters: projectFilters,
  orders: {
    TITLE: {
      description: 'By title, as Germans sort.',
      sql: sql`t.title_sort`,
      direction: 'ASC',
      type: 'text',
    },
    SLUG: { description: 'By slug.', sql: sql`t.slug`, direction: 'ASC', type: 'text' },
    START: {
      description: 'Latest beginning first; unknown last.',
      sql: sql`coalesce(t.period_start, '')`,
      direction: 'DESC',
      type: 'text',
    },
    CHANGED: {
      description: 'Latest change first.',
      sql: sql`t.changed_revision`,
      direction: 'DESC',
      type: 'integer',
    },
  },
  defaultOrder: 'TITLE',
  relations: { samePlans: { to: 'projects', where: samePlansAsProject } },
};
