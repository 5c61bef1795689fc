import { type Sql, sql, unionAll } from '../../database/sql.ts';
import type { Reader } from '../model/visibility.ts';

const isPlanned = (project: Sql) => sql`${project}.status IN ('IDEA', 'PLANNED')`;

/** What two projects can have in common: the join table, and its column. */
const inCommon = [
  { kind: 'field', table: sql`project_field`, column: sql`field` },
  { kind: 'topic', table: sql`project_topic`, column: sql`topic` },
];

/** Projects that share a field or a topic with those of a list. */
const sharing = (projects: Sql): Sql =>
  inCommon
    .map(
      ({ table, column }) =>
        sql`SELECT b.project FROM ${table} a JOIN ${table} b ON b.${column} = a.${column} WHERE a.project IN (${projects})`,
    )
    .reduce((one, other) => sql`${one} UNION ${other}`);

/**
 * Ideas and plans `t` that share a field or topic with this project, and in which somebody else takes part. The first is
 * found before the second is asked: planned together, PostgreSQL reads all participations.
 */
export const samePlansAsProject = (slug: Sql): Sql => sql`t.slug <> ${slug} AND t.slug IN (
  WITH plan AS MATERIALIZED (
    SELECT p.slug FROM project p WHERE ${isPlanned(sql`p`)} AND p.slug IN (${sharing(sql`SELECT ${slug}`)}))
  SELECT plan.slug FROM plan WHERE EXISTS (SELECT 1 FROM participation o WHERE o.project = plan.slug
    AND o.municipality <> ALL(ARRAY(SELECT w.municipality FROM participation w WHERE w.project = ${slug})) OFFSET 0))`;

/** Ideas and plans `t` of others that share a field or topic with an idea or plan of this municipality. */
export const samePlansAsMunicipality = (ags: Sql): Sql => sql`${isPlanned(sql`t`)}
  AND t.slug IN (${sharing(sql`SELECT w.project FROM participation w JOIN project own ON own.slug = w.project
    WHERE w.municipality = ${ags} AND ${isPlanned(sql`own`)}`)})
  AND EXISTS (SELECT 1 FROM participation o WHERE o.project = t.slug)
  AND NOT EXISTS (SELECT 1 FROM participation o WHERE o.project = t.slug AND o.municipality = ${ags})`;

/** Ideas and plans of different municipalities with the same field or the same topic. */
export type JointPlan = {
  readonly field: string | null;
  readonly topic: string | null;
  /** By title. */
  readonly projects: readonly string[];
  /** By name. */
  readonly municipalities: readonly string[];
};

/** The rows of `plan` once for each field and topic that they are about: `kind`, `key` and some columns. */
const ofSubjects = (columns: Sql): Sql =>
  unionAll(
    inCommon.map(
      ({ kind, table, column }) => sql`SELECT ${kind}::text AS kind, r.${column} AS key, ${columns}
        FROM plan JOIN ${table} r ON r.project = plan.slug`,
    ),
  );

/** Who could do something together: each field and topic with several plans by different people, most plans first. */
export function findJointPlans({ database }: Reader): Promise<JointPlan[]> {
  const shared = ofSubjects(sql`plan.slug, plan.title, plan.participants`);
  return database.rows<JointPlan>(sql`
    WITH plan AS (
      SELECT t.slug, t.title_sort AS title, array_agg(p.municipality ORDER BY p.municipality) AS participants
      FROM project t JOIN participation p ON p.project = t.slug WHERE ${isPlanned(sql`t`)} GROUP BY t.slug
    )
    SELECT CASE WHEN kind = 'field' THEN key END AS field, CASE WHEN kind = 'topic' THEN key END AS topic,
      array_agg(slug ORDER BY title, slug) AS projects,
      ARRAY(SELECT m.ags FROM municipality m WHERE EXISTS (SELECT 1 FROM participation p
        WHERE p.municipality = m.ags AND p.project = ANY(array_agg(slug))) ORDER BY m.name_sort, m.ags) AS municipalities
    FROM (${shared}) shared GROUP BY kind, key HAVING count(DISTINCT participants) > 1
    ORDER BY count(DISTINCT slug) DESC, kind, key`);
}

/** A field or topic with several plans by different people. */
export type JointPlans = {
  readonly field: string | null;
  readonly topic: string | null;
  readonly projects: number;
  /** By name; null where there are more plans than were to be told of. */
  readonly municipalities: readonly string[] | null;
};

type OfSubject = { readonly kind: string; readonly key: string };

/**
 * The same as numbers, with the municipalities only where there are few plans. Two statements.
 * @param few so many plans; of a subject with more it is not told who they are.
 */
export async function countJointPlans({ database }: Reader, few: number): Promise<JointPlans[]> {
  const plans = ofSubjects(sql`plan.who`);
  // Who takes part in a plan as one number: to compare lists would take longer than all the rest.
  const joint = await database.rows<OfSubject & { projects: number }>(sql`
    WITH plan AS MATERIALIZED (
      SELECT p.project AS slug, sum(hashtext(p.municipality)) AS who
      FROM participation p JOIN project t ON t.slug = p.project WHERE ${isPlanned(sql`t`)} GROUP BY p.project)
    SELECT kind, key, count(*)::integer AS projects FROM (${plans}) plans
    GROUP BY kind, key HAVING min(who) <> max(who) ORDER BY projects DESC, kind, key`);
  const told = joint.filter(({ projects }) => projects <= few);
  const places = unionAll(
    inCommon.map(
      ({
        kind,
        table,
        column,
      }) => sql`SELECT DISTINCT ${kind}::text AS kind, r.${column} AS key, m.ags, m.name_sort
        FROM ${table} r JOIN project t ON t.slug = r.project JOIN participation p ON p.project = r.project
        JOIN municipality m ON m.ags = p.municipality
        WHERE ${isPlanned(sql`t`)} AND r.${column} = ANY(${told.filter((one) => one.kind === kind).map(({ key }) => key)})`,
    ),
  );
  const named = await database.rows<OfSubject & { municipalities: string[] }>(sql`
    SELECT kind, key, array_agg(ags ORDER BY name_sort, ags) AS municipalities FROM (${places}) places GROUP BY kind, key`);
  return joint.map(({ kind, key, projects }) => ({
    field: kind === 'field' ? key : null,
    topic: kind === 'topic' ? key : null,
    projects,
    municipalities: named.find((one) => one.kind === kind && one.key === key)?.municipalities ?? null,
  }));
}
