import { type Sql, sql } from '../../database/sql.ts';

/** Somebody to call has a telephone number or an e-mail address; a website alone answers nobody. */
export const isReachable = (contact: Sql): Sql =>
  sql`(${contact}.phone IS NOT NULL OR ${contact}.email IS NOT NULL)`;

/** Whether the office of a municipality is. */
export const hasReachableOffice = (municipality: Sql): Sql =>
  sql`(${municipality}.office_phone IS NOT NULL OR ${municipality}.office_email IS NOT NULL)`;
