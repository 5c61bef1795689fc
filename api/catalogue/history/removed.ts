import { sql } from '../../database/sql.ts';
import type { Entity } from '../model/entity.ts';
import { isToldRemoval, type Reader } from '../model/visibility.ts';

export type Removed = {
  /** What it was called; null where that is nobody's business any more. */
  readonly title: string | null;
  readonly at: Date;
};

/** What a removed record was called; null for a contact, which has no name any more. */
export function titleOfRemoved(entity: Entity, before: Record<string, unknown> | null): string | null {
  if (entity.name === 'contacts') return null;
  const title = before?.title ?? before?.name ?? before?.name_de;
  return typeof title === 'string' ? title : null;
}

/**
 * What the history knows of a record that is no longer there. A contact that was a natural person, or is erased from
 * the history, never was.
 */
export async function findRemoved(
  { database }: Reader,
  entity: Entity,
  key: string,
): Promise<Removed | null> {
  const [last] = await database.rows<{ told: boolean; before: Record<string, unknown> | null; at: Date }>(sql`
    SELECT ${isToldRemoval(sql`c`)} AS told, c.before, r.created_at AS at
    FROM whole_change c JOIN revision r USING (number)
    WHERE c.entity = ${entity.name} AND c.key = ${key} ORDER BY c.number DESC LIMIT 1`);
  return last?.told ? { title: titleOfRemoved(entity, last.before), at: last.at } : null;
}
