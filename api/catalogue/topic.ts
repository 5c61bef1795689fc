import { sql } from '../database/sql.ts';
import { column, slugColumn } from './columns.ts';
import type { Entity } from './entity.ts';
import { textFilter } from './filters.ts';

export const topics: Entity = {
  name: 'topics',
  singular: 'topic',
  table: 'topic',
  key: 'slug',
  columns: [
    slugColumn('topic'),
    column('name_de', 'text', 'Name in German.', { required: true }),
    column('name_en', 'text', 'Name in English.'),
    column('changed_at', 'timestamp', 'When the record last changed in the hub (UTC).', { derived: true }),
  ],
  filters: { text: textFilter('topics', 'slug') },
  orders: { SLUG: { description: 'By slug.', sql: sql`t.slug`, direction: 'ASC', type: 'text' } },
  defaultOrder: 'SLUG',
};
