import { sql } from '../../database/sql.ts';
import type { Reader } from '../model/visibility.ts';

/** Two that work together, and on what. */
export type Partners = {
  readonly one: string;
  readonly other: string;
  readonly projects: readonly string[];
  /** How many such pairs there are in all. */
  readonly pairs: number;
};

/** In a project with more participants than these, hardly two of them work with each other. */
const mostPartners = 6;

/** Who works with whom, most joint projects first. */
export function findPartners({ database }: Reader, limit: number): Promise<Partners[]> {
  return database.rows<Partners>(sql`
    WITH small AS MATERIALIZED (
        SELECT project, count(*) AS size, min(municipality) AS one, max(municipality) AS other
        FROM participation GROUP BY project HAVING count(*) BETWEEN 2 AND ${mostPartners}::integer),
      pair AS (SELECT one, other, count(*) AS together, (count(*) OVER ())::integer AS pairs FROM (
          SELECT one, other FROM small WHERE size = 2
          UNION ALL SELECT a.municipality, b.municipality FROM small JOIN participation a ON a.project = small.project
            JOIN participation b ON b.project = a.project AND b.municipality > a.municipality WHERE small.size > 2
        ) all_pairs GROUP BY one, other ORDER BY together DESC, one, other LIMIT ${limit})
    SELECT one, other, pairs, ARRAY(SELECT a.project FROM participation a
        JOIN participation b ON b.project = a.project AND b.municipality = pair.other
        WHERE a.municipality = pair.one
          AND (SELECT count(*) FROM participation c WHERE c.project = a.project) <= ${mostPartners}::integer
        ORDER BY a.project) AS projects
    FROM pair ORDER BY together DESC, one, other`);
}
