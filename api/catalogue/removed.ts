import type { PrismaClient } from '../database/generated/client.ts';
import type { Entity } from './entity.ts';

export type Removed = {
  /** What it was called; null where that is nobody's business any more. */
  readonly title: string | null;
  readonly at: Date;
};

/**
 * What the history knows of a record that is no longer there. A contact has no name any more, and one that was a
 * natural person, or is erased from the history, never was.
 */
export async function findRemoved(
  prisma: PrismaClient,
  entity: Entity,
  key: string,
): Promise<Removed | null> {
  const [last] = await prisma.$queryRaw<
    { action: string; before: Record<string, unknown> | null; at: Date }[]
  >`
    SELECT c.action::text AS action, c.before, r.created_at AS at FROM revision_change c JOIN revision r USING (number)
    WHERE c.entity = ${entity.name} AND c.key = ${key} ORDER BY c.number DESC LIMIT 1`;
  if (last?.action !== 'REMOVED') return null;
  const { before, at } = last;
  if (entity.name === 'contacts') return before && !before.person ? { title: null, at } : null;
  const title = before?.title ?? before?.name ?? before?.name_de;
  return { title: typeof title === 'string' ? title : null, at };
}
