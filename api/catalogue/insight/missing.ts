import { sql } from '../../database/sql.ts';
import type { Reader } from '../model/visibility.ts';

/** Who has no project in a field yet, by name; Landkreise are not among them. */
export function listMissing({ database }: Reader, field: string): Promise<{ ags: string; name: string }[]> {
  return database.rows<{ ags: string; name: string }>(sql`
    SELECT t.ags, t.name FROM municipality t WHERE t.kind <> 'LANDKREIS' AND NOT EXISTS (
      SELECT 1 FROM participation p JOIN project_field f ON f.project = p.project
      WHERE p.municipality = t.ags AND f.field = ${field})
    ORDER BY t.name_sort, t.ags`);
}
