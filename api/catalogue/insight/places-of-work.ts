import { sql } from '../../database/sql.ts';
import type { Reader } from '../model/visibility.ts';

/** The municipalities that take part in projects of a field or on a topic; null where there are more than `most`. */
export async function placesOfWork(
  { database }: Reader,
  by: 'field' | 'topic',
  slug: string,
  most: number,
): Promise<readonly string[] | null> {
  const pairs = by === 'field' ? sql`project_field w` : sql`project_topic w`;
  const rows = await database.rows<{ ags: string }>(sql`
    SELECT DISTINCT p.municipality AS ags FROM ${pairs} JOIN participation p ON p.project = w.project
    WHERE ${by === 'field' ? sql`w.field` : sql`w.topic`} = ${slug} ORDER BY 1 LIMIT ${most + 1}`);
  return rows.length > most ? null : rows.map(({ ags }) => ags);
}
