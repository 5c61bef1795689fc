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
    WITH small AS (SELECT project FROM participation GROUP BY project HAVING count(*) BETWEEN 2 AND ${mostPartners}::integer),
      pair AS (SELECT a.municipality AS one, b.municipality AS other, array_agg(a.project ORDER BY a.project) AS projects
        FROM small JOIN participation a ON a.project = small.project
        JOIN participation b ON b.project = a.project AND b.municipality > a.municipality
        GROUP BY 1, 2)
    SELECT one, other, projects, (count(*) OVER ())::integer AS pairs FROM pair
    ORDER BY cardinality(projects) DESC, one, other LIMIT ${limit}`);
}
