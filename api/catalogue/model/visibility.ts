import { type Sql, sql } from '../../database/sql.ts';

/** The day of a moment in Germany, as a date of the catalogue. */
const dayOf = (moment: Sql): Sql => sql`to_char(${moment} AT TIME ZONE 'Europe/Berlin', 'YYYY-MM-DD')`;

/**
 * The one rule of what is public. An office is; a natural person is only with a recorded consent whose review
 * is still to come. Every door that reads contacts asks here.
 * @param contact SQL alias of the table `contact`.
 */
export const isPublicContact = (contact: Sql): Sql =>
  sql`(${contact}.person IS NULL OR (${contact}.consent_on IS NOT NULL AND ${contact}.consent_review_on > ${dayOf(sql`now()`)}))`;

/** The same rule for a contact as the history (JSON) has it, on the day of that moment. */
export const wasPublicContact = (state: Sql, moment: Sql): Sql =>
  sql`(jsonb_typeof(${state}) = 'object' AND (${state}->>'person' IS NULL
    OR (${state}->>'consent_on' IS NOT NULL AND ${state}->>'consent_review_on' > ${dayOf(moment)})))`;

/** A contact whose consent ran out after that moment, without any change in the catalogue. */
export const hasExpiredSince = (contact: Sql, moment: Sql): Sql =>
  sql`(NOT ${isPublicContact(contact)} AND ${contact}.consent_on IS NOT NULL AND ${contact}.consent_review_on > ${dayOf(moment)})`;

/** Who is merely interested in a field is never public, and nobody is through a contact that is not. */
export const isPublicEngagement = (engagement: Sql, contact: Sql): Sql =>
  sql`(${engagement}.level = 'ACTIVE' AND ${isPublicContact(contact)})`;
