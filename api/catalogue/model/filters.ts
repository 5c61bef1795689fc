import { type Sql, sql } from '../../database/sql.ts';
import type { Asked, EntityName, EnumFilter, Facet, Filter, KeysFilter, Through } from './entity.ts';
import { revisionBefore } from './revision-before.ts';
import { matchesText } from './text-match.ts';
import { visibleContacts } from './visibility.ts';

type Details = { readonly through?: Through; readonly facet?: Facet };

/** Keys of another entity, any of them. */
export const keyFilter = (
  references: EntityName,
  description: string,
  where: (keys: readonly string[], row: Sql, asked: Asked) => Sql,
  details: Details = {},
): KeysFilter => ({ type: 'key', list: true, references, description, where, ...details });

export const enumFilter = (
  enumName: string,
  values: readonly string[],
  description: string,
  where: (values: readonly string[], row: Sql) => Sql,
  details: Details = {},
): EnumFilter => ({ type: 'enum', list: true, enumName, values, description, where, ...details });

export const booleanFilter = (
  description: string,
  where: (value: boolean, row: Sql, asked: Asked) => Sql,
  details: Details = {},
): Filter => ({ type: 'boolean', description, where, ...details });

const dateFilter = (description: string, where: (date: string, row: Sql) => Sql): Filter => ({
  type: 'date',
  description,
  where,
});

export const textFilter = (entity: EntityName, key: 'slug' | 'ags'): Filter => ({
  type: 'text',
  description:
    'Words of the record, in any German form or as beginnings, or the name of a place that it belongs to; Müllheim, Muellheim and mullheim are the same, and so are other names that the region knows.',
  where: (text, t, { viewer }) =>
    matchesText(entity, sql`${t}.${key === 'ags' ? sql`ags` : sql`slug`}`, text, viewer),
});

/** Of records that have a slug for a key. */
export const slugFilter = (entity: EntityName): Filter =>
  keyFilter(entity, 'One of these (slug).', (keys, t) => sql`${t}.slug = ANY(${keys})`);

/**
 * From and until a date. A partial date of a record counts from its beginning; one that is given as the end
 * takes all of itself in, so that «until 2018» has what began in May 2018.
 */
export const dateRange = (since: string, until: string, what: string, column: (t: Sql) => Sql) => ({
  [since]: dateFilter(`${what} on or after this date.`, (date, t) => sql`${column(t)} >= ${date}`),
  [until]: dateFilter(
    `${what} on or before this date; a year or a month is meant as a whole.`,
    // Behind every day of 2018 and before 2019, in the order of bytes.
    (date, t) => sql`${column(t)} < ${`${date}~`}`,
  ),
});

export const periodFilters = {
  ...dateRange('startedSince', 'startedUntil', 'Begun', (t) => sql`${t}.period_start`),
  ...dateRange('endedSince', 'endedUntil', 'Ended, or planned to end,', (t) => sql`${t}.period_end`),
};

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

/** By the revision, which has an index at every entity. */
export const changedFilter = {
  changedSince: {
    type: 'moment',
    description: 'Changed in the hub at or after this moment; a date begins at midnight UTC.',
    where: (moment, t) => sql`${t}.changed_revision > (SELECT ${revisionBefore(moment)})`,
  } satisfies Filter as Filter,
};

/** Of projects and strategies: who can be called about them. */
export const contactFilters = {
  contact: keyFilter(
    'contacts',
    'With any of these public contacts (slug).',
    (keys, t) => sql`${t}.contact = ANY(${keys})`,
  ),
  hasContact: booleanFilter('With a public contact.', (value, t, { viewer }) =>
    truth(sql`EXISTS (SELECT 1 FROM ${visibleContacts(viewer)} c WHERE c.slug = ${t}.contact)`, value),
  ),
};

/** That a condition is as true as `value` says. */
export const truth = (condition: Sql, value: boolean): Sql => (value ? condition : sql`NOT ${condition}`);
