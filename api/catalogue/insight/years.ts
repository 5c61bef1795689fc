import { sql } from '../../database/sql.ts';
import type { Reader } from '../model/visibility.ts';

/** How many projects of a status began and ended in a year. */
export type YearCount = {
  readonly year: string;
  readonly status: string;
  readonly begun: number;
  readonly ended: number;
};

/** Projects by the years in which they began and ended, or are planned to; those without a date are not in it. */
export function countYears({ database }: Reader): Promise<YearCount[]> {
  return database.rows<YearCount>(sql`
    SELECT coalesce(start_year, end_year) AS year, status::text AS status,
      coalesce(sum(count) FILTER (WHERE start_year IS NOT NULL), 0)::integer AS begun,
      coalesce(sum(count) FILTER (WHERE end_year IS NOT NULL), 0)::integer AS ended
    FROM (SELECT left(period_start, 4) AS start_year, left(period_end, 4) AS end_year, status, count(*) AS count FROM project
      GROUP BY GROUPING SETS ((left(period_start, 4), status), (left(period_end, 4), status))) one
    WHERE coalesce(start_year, end_year) IS NOT NULL GROUP BY 1, status ORDER BY 1, status`);
}
