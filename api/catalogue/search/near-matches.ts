import { identifier, sql, unionAll } from '../../database/sql.ts';
import type { Entity, EntityName } from '../model/entity.ts';
import { fold } from '../model/fold.ts';
import { isStorable } from '../model/storable.ts';
import type { Reader } from '../model/visibility.ts';
import { visible } from '../model/visibility.ts';

export type NearMatch = { readonly entity: EntityName; readonly key: string; readonly title: string };

/** Below this likeness two words are two words. */
const least = 0.5;

/**
 * Public records of these entities that somebody may have meant who wrote `text`, the likeliest first.
 * @param text a key as it stood in an address, or words.
 */
export async function findNearMatches(
  { database, viewer }: Reader,
  entities: readonly Entity[],
  text: string,
  limit = 6,
): Promise<NearMatch[]> {
  const words = fold(text.replaceAll('-', ' '));
  if (!words || !isStorable(text)) return [];
  const readable = entities.map(
    ({ name: entity, table, key }) => sql`SELECT s.entity, s.key, s.title, s.folded
      FROM search_entry s JOIN ${visible(table, viewer)} t ON t.${identifier(key)} = s.key
      WHERE s.entity = ${entity}`,
  );
  return database.rows<NearMatch>(sql`
    SELECT entity, key, title FROM (
      SELECT s.entity, s.key, s.title,
        greatest(similarity(s.key, ${text}), word_similarity(${words}, s.folded)) AS likeness
      FROM (${unionAll(readable)}) s) found
    WHERE likeness >= ${least} ORDER BY likeness DESC, entity, key LIMIT ${limit}`);
}
