import { sql } from '../../database/sql.ts';
import type { Reader } from '../model/visibility.ts';

/** How many projects are as of a year: that of the confirmation, else that of the source. */
export type FreshnessCount = {
  /** Null where neither a confirmation nor the source has a date. */
  readonly year: string | null;
  readonly confirmed: number;
  readonly byItsSource: number;
};

/** Of which year what is known about the projects is, the oldest first; without a date last. */
export function countFreshness({ database }: Reader): Promise<FreshnessCount[]> {
  return database.rows<FreshnessCount>(sql`
    SELECT left(coalesce(confirmed_at, source_date), 4) AS year, count(confirmed_at)::integer AS confirmed,
      (count(*) - count(confirmed_at))::integer AS "byItsSource"
    FROM project GROUP BY 1 ORDER BY 1 NULLS LAST`);
}
