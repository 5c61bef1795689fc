import { type Sql, sql } from '../../database/sql.ts';

/**
 * The number of the last revision that was surely committed before a moment; 0 where there is none. Clocks may have
 * been wrong: a moment before that of an earlier revision proves nothing, and one that is still to come is wrong
 * itself. So what was committed since is never missed; what was committed shortly before may be among it.
 */
export const revisionBefore = (moment: string): Sql => sql`coalesce((
  SELECT r.number FROM revision r WHERE ${moment}::timestamptz > now() OR (r.created_at < ${moment}::timestamptz AND NOT EXISTS (
    SELECT 1 FROM revision p WHERE p.number < r.number AND p.created_at > r.created_at AND p.created_at <= now()))
  ORDER BY r.number DESC LIMIT 1), 0)`;
