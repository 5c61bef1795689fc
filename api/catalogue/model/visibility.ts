import type { Database } from '../../database/open-database.ts';
import { identifier, type Sql, sql } from '../../database/sql.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Who reads. For now that is always the public; who may see more is told apart in this file and nowhere else. */
export type Viewer = { readonly is: 'PUBLIC' };

export const thePublic: Viewer = { is: 'PUBLIC' };

/** Where is read, and for whom. The hub is one. */
export type Reader = {
  readonly database: Pick<Database, 'rows'>;
  readonly viewer: Viewer;
  /** What people call places and things where the records lie. */
  readonly region: { readonly vocabulary: Vocabulary };
};

/**
 * A table of the catalogue. Readers take `visible`, or the condition is forgotten; only what writes the catalogue takes
 * the table as it is `stored`.
 */
export type Table = { readonly stored: string };

/** The day of a moment in Germany, as a date of the catalogue. */
const dayOf = (moment: Sql): Sql => sql`to_char(${moment} AT TIME ZONE 'Europe/Berlin', 'YYYY-MM-DD')`;

/** Whether a consent stands at a moment: it has been given, and its review is still to come. */
const stands = (on: Sql, reviewOn: Sql, moment: Sql): Sql =>
  sql`coalesce(${on} <= ${dayOf(moment)} AND ${reviewOn} > ${dayOf(moment)}, false)`;

const consentOf = (contact: Sql, moment: Sql): Sql =>
  stands(sql`${contact}.consent_on`, sql`${contact}.consent_review_on`, moment);

/** The one rule of what is public. An office is; a natural person is only while a recorded consent stands. */
const isPublicContact = (contact: Sql): Sql =>
  sql`(${contact}.person IS NULL OR ${consentOf(contact, sql`now()`)})`;

/** Who is merely interested in a field is never public, and nobody is through a contact that is not. */
const isPublicEngagement = (engagement: Sql): Sql => sql`(${engagement}.level = 'ACTIVE'
  AND EXISTS (SELECT 1 FROM contact known WHERE known.slug = ${engagement}.contact AND ${isPublicContact(sql`known`)}))`;

/** Which rows a viewer may see, as a condition over one of them, by table; of the others it is all. */
const rules: Readonly<Record<Viewer['is'], Readonly<Record<string, (row: Sql) => Sql>>>> = {
  PUBLIC: { contact: isPublicContact, engagement: isPublicEngagement },
};

const ruleOf = ({ stored }: Table, viewer: Viewer) => rules[viewer.is][stored];

/** SQL that may depend on who reads. */
export type SqlFor = Sql | ((viewer: Viewer) => Sql);

export const sqlFor = (part: SqlFor, viewer: Viewer): Sql =>
  typeof part === 'function' ? part(viewer) : part;

/** The rows of a table that the viewer may see, to be read FROM: whoever reads a table reads it so. */
export function visible(table: Table, viewer: Viewer): Sql {
  const rule = ruleOf(table, viewer);
  const whole = identifier(table.stored);
  // PostgreSQL plans such a query as if its condition stood in the statement around it.
  return rule ? sql`(SELECT one.* FROM ${whole} one WHERE ${rule(sql`one`)})` : whole;
}

/** Whether the viewer may see every row of a table. */
export const seesAll = (table: Table, viewer: Viewer): boolean => ruleOf(table, viewer) === undefined;

export const visibleContacts = (viewer: Viewer): Sql => visible({ stored: 'contact' }, viewer);
export const visibleEngagements = (viewer: Viewer): Sql => visible({ stored: 'engagement' }, viewer);

/** Whether a change of the history, whose alias is given, is of a record that the viewer may see now, or of no contact. */
export const isVisibleChange = (change: Sql, viewer: Viewer): Sql => sql`(${change}.entity <> 'contacts'
  OR EXISTS (SELECT 1 FROM ${visibleContacts(viewer)} c WHERE c.slug = ${change}.key))`;

/** The rule for a contact as the history (JSON) has it, on the day of that moment. */
export const wasPublicContact = (state: Sql, moment: Sql): Sql =>
  sql`(jsonb_typeof(${state}) = 'object' AND (${state}->>'person' IS NULL
    OR ${stands(sql`(${state}->>'consent_on')`, sql`(${state}->>'consent_review_on')`, moment)}))`;

/**
 * The slug and the revision of every contact whose consent ran out after that moment, without any change in the
 * catalogue: that it is gone may be told, and nothing else.
 */
export const contactsExpiredSince = (
  moment: Sql,
): Sql => sql`(SELECT c.slug, c.changed_revision FROM contact c
  WHERE NOT ${isPublicContact(sql`c`)} AND ${consentOf(sql`c`, moment)})`;

/** Whether a removal may be told, over an alias of `whole_change`: that of a natural person never is. */
export const isToldRemoval = (
  change: Sql,
): Sql => sql`(${change}.action = 'REMOVED' AND (${change}.entity <> 'contacts'
  OR (jsonb_typeof(${change}.before) = 'object' AND ${change}.before->>'person' IS NULL)))`;
