import { sql } from '../../database/sql.ts';
import {
  column,
  confirmedAtColumn,
  derivedColumns,
  optionalSourceUrlColumn,
  slugColumn,
} from '../model/columns.ts';
import type { Entity } from '../model/entity.ts';
import { changedFilter, keyFilter, slugFilter, textFilter } from '../model/filters.ts';
import { byPairs } from '../model/relations.ts';

/** The names of topics, which are few, in the order of the sort keys that other entities keep. */
const nameSort = sql`(lower(translate(replace(t.name_de, 'ß', 'ss'), 'ÄÖÜäöü', 'AOUaou')) COLLATE "C")`;

export const topics: Entity = {
  name: 'topics',
  singular: 'topic',
  table: { stored: 'topic' },
  key: 'slug',
  columns: [
    slugColumn('topic'),
    column('name_de', 'text', 'Name in German.', { required: true }),
    column('name_en', 'text', 'Name in English.'),
    optionalSourceUrlColumn,
    confirmedAtColumn,
    ...derivedColumns('topics', 'slug'),
  ],
  filters: {
    field: keyFilter(
      'fields',
      'Of a project in any of these fields of action (slug).',
      (keys, t) => sql`EXISTS (SELECT 1 FROM project_topic pt JOIN project_field pf ON pf.project = pt.project
        WHERE pt.topic = ${t}.slug AND pf.field = ANY(${keys}))`,
    ),
    municipality: keyFilter(
      'municipalities',
      'Of a project of any of these municipalities or Landkreise (AGS).',
      (keys, t) => sql`EXISTS (SELECT 1 FROM project_topic pt JOIN participation pp ON pp.project = pt.project
        WHERE pt.topic = ${t}.slug AND pp.municipality = ANY(${keys}))`,
    ),
    ...changedFilter,
    slug: slugFilter('topics'),
    text: textFilter('topics', 'slug'),
  },
  orders: {
    NAME: { description: 'By name.', sql: nameSort, direction: 'ASC', type: 'text' },
    SLUG: { description: 'By slug.', sql: sql`t.slug`, direction: 'ASC', type: 'text' },
  },
  defaultOrder: 'NAME',
  relations: { projects: byPairs('projects', 'project_topic', 'project', 'topic') },
};
