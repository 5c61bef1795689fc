import { sql } from '../../database/sql.ts';
import type { Reader } from '../model/visibility.ts';

/** What a funding programme is known to pay for. */
export type Funding = {
  readonly programme: string;
  readonly projects: number;
  readonly municipalities: number;
  /** How many of the projects have a budget, and what these are together, in euros. */
  readonly withBudget: number;
  readonly budget: number | null;
  /** How many programmes there are in all, and how many projects name one. */
  readonly programmes: number;
  readonly funded: number;
};

/** The programmes that projects name, as their sources write them, most projects first. */
export function countFunding({ database }: Reader, limit: number): Promise<Funding[]> {
  return database.rows<Funding>(sql`
    WITH top AS (SELECT funding_programme AS programme, count(*)::integer AS projects,
        count(budget_eur)::integer AS "withBudget", sum(budget_eur)::float8 AS budget,
        (count(*) OVER ())::integer AS programmes, (sum(count(*)) OVER ())::integer AS funded
      FROM project WHERE funding_programme IS NOT NULL GROUP BY funding_programme
      ORDER BY count(*) DESC, funding_programme COLLATE "C" LIMIT ${limit})
    SELECT top.*, (SELECT count(DISTINCT p.municipality) FROM project t JOIN participation p ON p.project = t.slug
      WHERE t.funding_programme = top.programme)::integer AS municipalities
    FROM top ORDER BY top.projects DESC, top.programme COLLATE "C"`);
}
