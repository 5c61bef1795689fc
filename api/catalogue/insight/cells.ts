import { sql } from '../../database/sql.ts';
import { sizeClassSql } from '../model/sizes.ts';
import type { Reader } from '../model/visibility.ts';

/** Of the municipalities of a size class, how many take part in a project of a field. */
export type CoverageCell = {
  readonly field: string;
  readonly sizeClass: string;
  readonly municipalities: number;
  readonly withProject: number;
};

/**
 * Every field with every size class, in one statement; a Landkreis has no size class and is not counted. What takes
 * part is gathered once instead of being looked for in every cell.
 */
export function countCells({ database }: Reader): Promise<CoverageCell[]> {
  return database.rows<CoverageCell>(sql`
    WITH active AS (SELECT DISTINCT p.municipality, f.field FROM participation p
        JOIN project_field f ON f.project = p.project),
      size AS (SELECT t.ags, ${sizeClassSql(sql`t.population`)} AS class FROM municipality t WHERE t.kind <> 'LANDKREIS'),
      part AS (SELECT a.field, s.class, count(*)::integer AS count FROM active a JOIN size s ON s.ags = a.municipality
        GROUP BY a.field, s.class)
    SELECT f.slug AS field, one.class AS "sizeClass", one.municipalities, coalesce(part.count, 0) AS "withProject"
    FROM field f
    CROSS JOIN (SELECT class, count(*)::integer AS municipalities FROM size WHERE class IS NOT NULL GROUP BY class) one
    LEFT JOIN part ON part.field = f.slug AND part.class = one.class
    ORDER BY f.position, f.slug,
      array_position(ARRAY['BELOW_5000', 'FROM_5000', 'FROM_10000', 'FROM_20000', 'FROM_100000'], one.class)`);
}
