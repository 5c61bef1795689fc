import { sql } from '../../database/sql.ts';
import { sizeClassSql } from '../model/sizes.ts';
import type { Reader } from '../model/visibility.ts';

/** A project like another: on the same topics and fields, of alike municipalities first. */
export type SimilarProject = {
  readonly slug: string;
  readonly title: string;
  readonly status: string;
  readonly period_start: string | null;
  readonly period_end: string | null;
  readonly source_date: string | null;
  readonly confirmed_at: string | null;
  readonly municipalities: readonly string[];
};

/** So many of those with most in common are compared by their municipalities. */
const compared = 200;

/** What has most in common with a project: a topic counts twice as much as a field, then size, then how far it is. */
export function findSimilar({ database }: Reader, slug: string, limit: number): Promise<SimilarProject[]> {
  return database.rows<SimilarProject>(sql`
    WITH shared AS (
      SELECT b.project, 2 AS weight FROM project_topic a JOIN project_topic b ON b.topic = a.topic WHERE a.project = ${slug}
      UNION ALL
      SELECT b.project, 1 FROM project_field a JOIN project_field b ON b.field = a.field WHERE a.project = ${slug}
    ), nearest AS (
      SELECT project, sum(weight) AS weight FROM shared WHERE project <> ${slug}
      GROUP BY project ORDER BY sum(weight) DESC, project LIMIT ${compared}
    ), size AS (
      SELECT DISTINCT ${sizeClassSql(sql`m.population`)} AS class FROM participation p
      JOIN municipality m ON m.ags = p.municipality WHERE p.project = ${slug}
    )
    SELECT t.slug, t.title, t.status::text AS status, t.period_start, t.period_end, t.source_date, t.confirmed_at,
      ARRAY(SELECT p.municipality FROM participation p WHERE p.project = t.slug ORDER BY p.position) AS municipalities
    FROM nearest JOIN project t ON t.slug = nearest.project
    ORDER BY nearest.weight DESC,
      EXISTS (SELECT 1 FROM participation p JOIN municipality m ON m.ags = p.municipality
        JOIN size ON size.class = ${sizeClassSql(sql`m.population`)} WHERE p.project = t.slug) DESC,
      array_position(ARRAY['COMPLETED', 'RUNNING', 'PLANNED', 'IDEA'], t.status::text) NULLS LAST, t.title_sort, t.slug
    LIMIT ${limit}`);
}
