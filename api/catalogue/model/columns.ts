import { identifier, type Sql, sql } from '../../database/sql.ts';
import type { Column, ColumnType, EntityName } from './entity.ts';
import type { SqlFor } from './visibility.ts';

type Details = Partial<Omit<Column, 'name' | 'type' | 'description'>>;

/** A column of the entity's own table, unless `sql` says otherwise. */
export const column = (
  columnName: string,
  type: ColumnType,
  description: string,
  details: Details = {},
): Column => ({ name: columnName, type, description, sql: sql`t.${identifier(columnName)}`, ...details });

export const enumColumn = (columnName: string, values: readonly string[], description: string): Column =>
  column(columnName, 'text', description, {
    values,
    required: true,
    sql: sql`t.${identifier(columnName)}::text`,
  });

/** Keys on the other side of a join table, in its order. */
export const keysColumn = (
  columnName: string,
  references: EntityName,
  description: string,
  keys: Sql,
  details: Details = {},
): Column =>
  column(columnName, 'key', description, { list: true, references, sql: sql`ARRAY(${keys})`, ...details });

export const slugColumn = (what: string): Column =>
  column('slug', 'key', `Stable key of the ${what}; part of its address.`, { required: true });

export const sourceUrlColumn = column('source_url', 'url', 'Page that the facts come from.', {
  required: true,
});
export const sourceDateColumn = column(
  'source_date',
  'date',
  'Date of that page; empty where it shows none.',
  { past: true },
);
export const confirmedAtColumn = column(
  'confirmed_at',
  'date',
  'Day on which somebody in charge last confirmed the record to the hub; empty: never yet.',
  { past: true },
);

/** Where the facts come from is not one page everywhere. */
export const optionalSourceUrlColumn = { ...sourceUrlColumn, required: false };

/** Whether somebody can be called; the filter `reachable` asks the same. */
export const reachableColumn = (condition: SqlFor, description: string): Column =>
  column('reachable', 'boolean', description, { derived: true, sql: condition });

/** The columns that the hub itself adds at the end of every record. */
export const derivedColumns = (path: string, key: 'slug' | 'ags'): readonly Column[] => [
  column('changed_at', 'timestamp', 'When the record last changed in the hub (UTC).', { derived: true }),
  column('url', 'url', "Address of the record's page; with .json behind it the record as data.", {
    derived: true,
    sql: sql`${`/${path}/`} || t.${identifier(key)}`,
  }),
];
