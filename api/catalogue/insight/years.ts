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
    SELECT year, status::text AS status, sum(begun)::integer AS begun, sum(ended)::integer AS ended
    FROM (SELECT left(period_start, 4) AS year, status, count(*) AS begun, 0 AS ended FROM project
          WHERE period_start IS NOT NULL GROUP BY 1, 2
        UNION ALL
          SELECT left(period_end, 4), status, 0, count(*) FROM project WHERE period_end IS NOT NULL GROUP BY 1, 2) one
    GROUP BY year, status ORDER BY year, status`);
}
