import { CountPrecision } from '../../database/generated/enums.ts';
import { sql } from '../../database/sql.ts';
import {
  column,
  confirmedAtColumn,
  derivedColumns,
  keysColumn,
  slugColumn,
  sourceUrlColumn,
} from '../model/columns.ts';
import type { Entity, Through } from '../model/entity.ts';
import {
  booleanFilter,
  changedFilter,
  dateRange,
  enumFilter,
  keyFilter,
  slugFilter,
  textFilter,
} from '../model/filters.ts';

const outcomes = (condition = sql`TRUE`) =>
  sql`SELECT o.field FROM event_outcome o WHERE o.event = t.slug AND ${condition} ORDER BY o.field`;

const ofOutcome: Through = {
  from: sql`event_outcome eo`,
  on: (t) => sql`eo.event = ${t}.slug`,
  row: sql`eo`,
};

export const events: Entity = {
  name: 'events',
  singular: 'event',
  table: { stored: 'event' },
  key: 'slug',
  columns: [
    slugColumn('event'),
    column('title', 'text', 'Title.', { required: true }),
    column('date', 'date', 'First day.', { required: true }),
    column('place', 'text', 'Place.'),
    column('organiser', 'text', 'Organiser.'),
    column('summary_de', 'text', 'Summary in German.'),
    column('summary_en', 'text', 'Summary in English.'),
    column('rounds', 'integer', 'Rounds of work.'),
    column('tables', 'integer', 'Tables (groups) that worked at once.'),
    column('participants', 'integer', 'Number of participants.'),
    column('participants_precision', 'text', 'How exactly that number is known.', {
      values: Object.values(CountPrecision),
      sql: sql`t.participants_precision::text`,
    }),
    keysColumn('fields', 'fields', 'Fields of action it was about (slugs).', outcomes(), { derived: true }),
    keysColumn(
      'volunteers_for',
      'fields',
      'Fields for which people volunteered.',
      outcomes(sql`o.volunteers`),
      { derived: true },
    ),
    keysColumn(
      'no_volunteers_for',
      'fields',
      'Fields for which nobody volunteered.',
      outcomes(sql`NOT o.volunteers`),
      { derived: true },
    ),
    sourceUrlColumn,
    confirmedAtColumn,
    ...derivedColumns('events', 'slug'),
  ],
  filters: {
    field: keyFilter(
      'fields',
      'About any of these fields of action (slug).',
      (keys) => sql`eo.field = ANY(${keys})`,
      { through: ofOutcome, facet: { value: () => sql`eo.field` } },
    ),
    volunteers: booleanFilter(
      'With a field of action for which people volunteered, or nobody did; beside `field`: for that field.',
      (value) => sql`eo.volunteers = ${value}`,
      { through: ofOutcome },
    ),
    participantsPrecision: enumFilter(
      'CountPrecision',
      Object.values(CountPrecision),
      'With a number of participants that is known like this.',
      (values, t) => sql`${t}.participants_precision = ANY(${values}::text[]::count_precision[])`,
    ),
    ...dateRange('since', 'until', 'Held', (t) => sql`${t}.date`),
    ...changedFilter,
    slug: slugFilter('events'),
    text: textFilter('events', 'slug'),
  },
  orders: {
    DATE: { description: 'Latest first.', sql: sql`t.date`, direction: 'DESC', type: 'text' },
    TITLE: {
      description: 'By title, as Germans sort.',
      sql: sql`t.title_sort`,
      direction: 'ASC',
      type: 'text',
    },
  },
  defaultOrder: 'DATE',
  relations: {},
};
