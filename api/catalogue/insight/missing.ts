import { known } from '../../../map-widget/model/known.ts';
import { sql } from '../../database/sql.ts';
import type { Reader } from '../model/visibility.ts';

/** Who has no project in a field yet; Landkreise are not among them. */
export type Missing = {
  /** The first of them, by name. */
  readonly first: readonly { readonly ags: string; readonly name: string }[];
  readonly total: number;
  /** Of how many. */
  readonly municipalities: number;
};

/** @param most so many of them are named. */
export async function readMissing({ database }: Reader, field: string, most: number): Promise<Missing> {
  const [row] = await database.rows<Missing>(sql`
    WITH place AS MATERIALIZED (
      SELECT t.ags, t.name, t.name_sort, t.ags IN (SELECT p.municipality FROM project_field f
        JOIN participation p ON p.project = f.project WHERE f.field = ${field}) AS active
      FROM municipality t WHERE t.kind <> 'LANDKREIS')
    SELECT count(*)::integer AS municipalities, (count(*) FILTER (WHERE NOT active))::integer AS total,
      coalesce((SELECT json_agg(json_build_object('ags', ags, 'name', name) ORDER BY name_sort, ags) FROM (
        SELECT * FROM place WHERE NOT active ORDER BY name_sort, ags LIMIT ${most}) first), '[]') AS first
    FROM place`);
  // One row always comes: it counts.
  return known(row, 'row of counts');
}
