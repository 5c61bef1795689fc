import { projects } from '../../catalogue/entities/project.ts';
import { column, confirmedAtColumn, sourceUrlColumn } from '../../catalogue/model/columns.ts';
import type { Column, Filter, Order } from '../../catalogue/model/entity.ts';
import { enumFilter } from '../../catalogue/model/filters.ts';
import { placeFilters } from '../../catalogue/model/places.ts';
import { ParticipationRole } from '../../database/generated/enums.ts';
import { type Sql, sql } from '../../database/sql.ts';
import type { Dataset } from './dataset.ts';

const roles = Object.values(ParticipationRole);

/**
 * The project of a participation and the municipality, for columns and filters. Every participation has both; joined
 * on the left, PostgreSQL leaves out the one that nobody asks about.
 */
const joins = sql`LEFT JOIN project p ON p.slug = t.project LEFT JOIN municipality m ON m.ags = t.municipality`;

export const keyColumns = [
  column('municipality', 'key', 'AGS of the municipality.', { required: true, references: 'municipalities' }),
  column('project', 'key', 'Project (slug).', { required: true, references: 'projects' }),
  column('role', 'text', 'Whether the municipality leads the project or is a partner in it.', {
    required: true,
    values: roles,
    sql: sql`t.role::text`,
  }),
] as const satisfies readonly Column[];

/** How fresh the project is that a row speaks of, and where to read on. */
export const projectColumns: readonly Column[] = [
  { ...sourceUrlColumn, sql: sql`p.source_url` },
  { ...confirmedAtColumn, sql: sql`p.confirmed_at` },
  column('changed_at', 'timestamp', 'When the record last changed in the hub (UTC).', {
    sql: sql`p.changed_at`,
  }),
  column('url', 'url', "Address of the project's page; with .json behind it the project as data.", {
    sql: sql`'/projects/' || t.project`,
  }),
];

/** The filters of projects over the row's project, those by place over the row's own municipality. */
const filters: Readonly<Record<string, Filter>> = {
  ...Object.fromEntries(
    Object.entries(projects.filters).map(([name, filter]) => [name, over(filter, sql`p`)]),
  ),
  ...Object.fromEntries(
    Object.entries(placeFilters('Of a municipality that is')).map(([name, filter]) => [
      name,
      over(filter, sql`m`),
    ]),
  ),
  role: enumFilter(
    'ParticipationRole',
    roles,
    'Leading, or a partner.',
    (values, t) => sql`${t}.role = ANY(${values}::text[]::participation_role[])`,
  ),
};

/** The filter over another row than `t`. */
function over({ facet: _facet, ...filter }: Filter, row: Sql): Filter {
  return { ...filter, row };
}

const orders: Readonly<Record<string, Order>> = {
  MUNICIPALITY: {
    description: 'By AGS, then by project.',
    sql: sql`t.municipality`,
    tie: sql`t.project`,
    direction: 'ASC',
    type: 'text',
  },
  PROJECT: {
    description: 'By slug of the project, then by AGS.',
    sql: sql`t.project`,
    tie: sql`t.municipality`,
    direction: 'ASC',
    type: 'text',
  },
};

/** Everything about a table of participations but its name, its words and its columns. */
export const perParticipation = {
  table: { stored: 'participation' },
  key: 'project',
  rowKey: ['municipality', 'project'],
  joins,
  filters,
  orders,
  defaultOrder: 'MUNICIPALITY',
  place: { sql: sql`ARRAY[t.municipality]`, several: false },
} as const satisfies Partial<Dataset>;

/** The bare relation, for whoever joins the tables. */
export const participations: Dataset = {
  ...perParticipation,
  name: 'participations',
  title: { de: 'Beteiligungen', en: 'Participations', fr: 'Participations' },
  description: {
    de: 'Welche Kommune an welchem Projekt beteiligt ist, als Paare von Schlüsseln.',
    en: 'Which municipality takes part in which project, as pairs of keys.',
    fr: 'Quelle commune participe à quel projet, en paires de clés.',
  },
  columns: [...keyColumns, ...projectColumns],
};
