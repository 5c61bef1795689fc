import { sql } from '../../database/sql.ts';
import {
  column,
  confirmedAtColumn,
  derivedColumns,
  optionalSourceUrlColumn,
  slugColumn,
} from '../model/columns.ts';
import type { Entity } from '../model/entity.ts';
import { booleanFilter, changedFilter, keyFilter, slugFilter, textFilter } from '../model/filters.ts';
import { byPairs } from '../model/relations.ts';
import { visibleEngagements } from '../model/visibility.ts';

/** The fields of action of the region, in order. */
export const fields: Entity = {
  name: 'fields',
  singular: 'field',
  table: { stored: 'field' },
  key: 'slug',
  columns: [
    slugColumn('field of action'),
    column('position', 'integer', 'Place in the order of the fields.', { required: true }),
    column('name_de', 'text', 'Name in German.', { required: true }),
    column('name_en', 'text', 'Name in English.'),
    column('description_de', 'text', 'What it is about, in German.'),
    column('description_en', 'text', 'What it is about, in English.'),
    optionalSourceUrlColumn,
    confirmedAtColumn,
    ...derivedColumns('fields', 'slug'),
  ],
  filters: {
    municipality: keyFilter(
      'municipalities',
      'In which any of these municipalities or Landkreise has a project (AGS).',
      (keys, t) => sql`EXISTS (SELECT 1 FROM project_field pf JOIN participation pp ON pp.project = pf.project
        WHERE pf.field = ${t}.slug AND pp.municipality = ANY(${keys}))`,
    ),
    volunteers: booleanFilter(
      'For which people volunteered at an event, or at an event nobody did.',
      (value, t) =>
        sql`EXISTS (SELECT 1 FROM event_outcome eo WHERE eo.field = ${t}.slug AND eo.volunteers = ${value})`,
    ),
    ...changedFilter,
    slug: slugFilter('fields'),
    text: textFilter('fields', 'slug'),
  },
  orders: {
    POSITION: { description: 'In their order.', sql: sql`t.position`, direction: 'ASC', type: 'integer' },
  },
  defaultOrder: 'POSITION',
  relations: {
    projects: byPairs('projects', 'project_field', 'project', 'field'),
    strategies: byPairs('strategies', 'strategy_field', 'strategy', 'field'),
    contacts: byPairs('contacts', 'contact_field', 'contact', 'field'),
    activeContacts: byPairs('contacts', visibleEngagements, 'contact', 'field'),
    events: byPairs('events', 'event_outcome', 'event', 'field'),
  },
};
