import { type Sql, sql } from '../database/sql.ts';
import type { EntityName, Filter } from './entity.ts';
import { matchesText } from './search.ts';

/** Keys of another entity, any of them. */
export const keyFilter = (
  references: EntityName,
  description: string,
  where: (keys: string[], t: Sql) => Sql,
): Filter => ({ type: 'key', list: true, references, description, where });

export const enumFilter = (
  enumName: string,
  values: readonly string[],
  description: string,
  where: (values: string[], t: Sql) => Sql,
): Filter => ({ type: 'enum', list: true, enumName, values, description, where });

export const booleanFilter = (description: string, where: (value: boolean, t: Sql) => Sql): Filter => ({
  type: 'boolean',
  description,
  where,
});

export const dateFilter = (description: string, where: (date: string, t: Sql) => Sql): Filter => ({
  type: 'date',
  description,
  where,
});

export const textFilter = (entity: EntityName, key: 'slug' | 'ags'): Filter => ({
  type: 'text',
  description:
    'Words of the record, in any German form or as beginnings; Müllheim, Muellheim and mullheim are the same.',
  where: (text: string, t: Sql) =>
    matchesText(entity, sql`${t}.${key === 'ags' ? sql`ags` : sql`slug`}`, text),
});

/** Freshness: a partial date counts from its beginning. */
export const confirmationFilters = {
  confirmedSince: dateFilter(
    'Confirmed on or after this date.',
    (date, t) => sql`${t}.confirmed_at >= ${date}`,
  ),
  notConfirmedSince: dateFilter(
    'Not confirmed on or after this date, or never.',
    (date, t) => sql`(${t}.confirmed_at IS NULL OR ${t}.confirmed_at < ${date})`,
  ),
};

export const not = (condition: Sql, value: boolean): Sql => (value ? condition : sql`NOT ${condition}`);
