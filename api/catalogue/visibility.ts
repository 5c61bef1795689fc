import { type Sql, sql } from '../database/sql.ts';

/** Today in Germany, as a date of the catalogue. */
const today = sql`to_char(now() AT TIME ZONE 'Europe/Berlin', 'YYYY-MM-DD')`;

/**
 * The one rule of what is public. An office is; a natural person is only with a recorded consent whose review
 * is still to come. Every door that reads contacts asks here.
 * @param contact SQL alias of the table `contact`.
 */
export const isPublicContact = (contact: Sql): Sql =>
  sql`(${contact}.person IS NULL OR (${contact}.consent_on IS NOT NULL AND ${contact}.consent_review_on > ${today}))`;

/** Who is merely interested in a field is never public, and nobody is through a contact that is not. */
export const isPublicEngagement = (engagement: Sql, contact: Sql): Sql =>
  sql`(${engagement}.level = 'ACTIVE' AND ${isPublicContact(contact)})`;
