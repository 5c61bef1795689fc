import type { PrismaClient } from '../../database/generated/client.ts';
import { name, sql, unionAll } from '../../database/sql.ts';
import type { Entity, EntityName } from '../model/entity.ts';
import { fold } from '../model/text-match.ts';

export type NearMatch = { readonly entity: EntityName; readonly key: string; readonly title: string };

/** Below this likeness two words are two words. */
const least = 0.5;

/**
 * Public records of these entities that somebody may have meant who wrote `text`, the likeliest first.
 * @param text a key as it stood in an address, or words.
 */
export async function findNearMatches(
  prisma: PrismaClient,
  entities: readonly Entity[],
  text: string,
  limit = 6,
): Promise<NearMatch[]> {
  const words = fold(text.replaceAll('-', ' '));
  if (!words || text.includes('\0')) return [];
  const readable = entities.map(
    ({ name: entity, table, key, isPublic }) => sql`SELECT s.entity, s.key, s.title, s.folded
      FROM search_entry s JOIN ${name(table)} t ON t.${name(key)} = s.key
      WHERE s.entity = ${entity} AND ${isPublic ?? sql`TRUE`}`,
  );
  return prisma.$queryRaw<NearMatch[]>`
    SELECT entity, key, title FROM (
      SELECT s.entity, s.key, s.title,
        greatest(similarity(s.key, ${text}), word_similarity(${words}, s.folded)) AS likeness
      FROM (${unionAll(readable)}) s) found
    WHERE likeness >= ${least} ORDER BY likeness DESC, entity, key LIMIT ${limit}`;
}
