import { StrategyStatus } from '../database/generated/enums.ts';
import { sql } from '../database/sql.ts';
import {
  column,
  confirmedAtColumn,
  derivedColumns,
  enumColumn,
  keysColumn,
  slugColumn,
  sourceDateColumn,
  sourceUrlColumn,
} from './columns.ts';
import type { Entity } from './entity.ts';
import { confirmationFilters, dateFilter, enumFilter, keyFilter, textFilter } from './filters.ts';
import { isPublicContact } from './visibility.ts';

const statuses = Object.values(StrategyStatus);

export const strategies: Entity = {
  name: 'strategies',
  singular: 'strategy',
  table: 'strategy',
  key: 'slug',
  columns: [
    slugColumn('strategy'),
    column('title', 'text', 'Title.', { required: true }),
    keysColumn(
      'owners',
      'municipalities',
      'AGS of the municipalities whose strategy it is.',
      sql`SELECT o.municipality FROM strategy_owner o WHERE o.strategy = t.slug ORDER BY o.position`,
      { required: true },
    ),
    enumColumn('status', statuses, 'Status as of the date of the source.'),
    column('adopted_on', 'date', 'When it was adopted.'),
    column('period_start', 'date', 'Beginning of its period.'),
    column('period_end', 'date', 'End of its period.'),
    column('summary_de', 'text', 'Summary in German.'),
    column('summary_en', 'text', 'Summary in English.'),
    keysColumn(
      'fields',
      'fields',
      'Fields of action (slugs).',
      sql`SELECT f.field FROM strategy_field f WHERE f.strategy = t.slug ORDER BY f.field`,
    ),
    column('document_url', 'url', 'The document.'),
    column('contact', 'key', 'Contact (slug).', {
      references: 'contacts',
      sql: sql`(SELECT c.slug FROM contact c WHERE c.slug = t.contact AND ${isPublicContact(sql`c`)})`,
    }),
    sourceUrlColumn,
    sourceDateColumn,
    confirmedAtColumn,
    ...derivedColumns('strategies', 'slug'),
  ],
  filters: {
    field: keyFilter(
      'fields',
      'In any of these fields of action (slug).',
      (keys, t) =>
        sql`EXISTS (SELECT 1 FROM strategy_field sf WHERE sf.strategy = ${t}.slug AND sf.field = ANY(${keys}))`,
    ),
    status: enumFilter(
      'StrategyStatus',
      statuses,
      'Of any of these statuses.',
      (values, t) => sql`${t}.status = ANY(${values}::text[]::strategy_status[])`,
    ),
    municipality: keyFilter(
      'municipalities',
      'Of any of these municipalities or Landkreise (AGS).',
      (keys, t) =>
        sql`EXISTS (SELECT 1 FROM strategy_owner so WHERE so.strategy = ${t}.slug AND so.municipality = ANY(${keys}))`,
    ),
    district: keyFilter(
      'municipalities',
      'Of a municipality in (or being) this Landkreis or Stadtkreis (AGS).',
      (keys, t) => sql`EXISTS (SELECT 1 FROM strategy_owner so JOIN municipality m ON m.ags = so.municipality
        WHERE so.strategy = ${t}.slug AND (m.district = ANY(${keys}) OR m.ags = ANY(${keys})))`,
    ),
    adoptedSince: dateFilter('Adopted on or after this date.', (date, t) => sql`${t}.adopted_on >= ${date}`),
    ...confirmationFilters,
    text: textFilter('strategies', 'slug'),
  },
  orders: {
    TITLE: {
      description: 'By title, as Germans sort.',
      sql: sql`t.title_sort`,
      direction: 'ASC',
      type: 'text',
    },
    SLUG: { description: 'By slug.', sql: sql`t.slug`, direction: 'ASC', type: 'text' },
    ADOPTED: {
      description: 'Latest adoption first; unknown last.',
      sql: sql`coalesce(t.adopted_on, '')`,
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
};
