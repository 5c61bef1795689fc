import { identifier, sql, unionAll } from '../../database/sql.ts';
import type { Entity, EntityName } from '../model/entity.ts';
import { fold } from '../model/fold.ts';
import { isStorable } from '../model/storable.ts';
import type { Reader } from '../model/visibility.ts';
import { visible } from '../model/visibility.ts';

export type NearMatch = { readonly entity: EntityName; readonly key: string; readonly title: string };

/**
 * Public records of these entities that somebody may have meant who wrote `text`, the likeliest first: their keys or
 * names are like it. How like, the function of the database says, which alone can use an index for it.
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
    ({ name: entity, table, key }) => sql`SELECT near.* FROM near
      JOIN ${visible(table, viewer)} t ON t.${identifier(key)} = near.key WHERE near.entity = ${entity}`,
  );
  return database.rows<NearMatch>(sql`
    WITH near AS MATERIALIZED (SELECT s.entity, s.key, s.title,
        greatest(similarity(s.key, ${text}), word_similarity(${words}, s.name)) AS likeness
      FROM near_entries(${text}, ${words}) s)
    SELECT entity, key, title FROM (${unionAll(readable)}) found
    ORDER BY likeness DESC, entity, key LIMIT ${limit}`);
}
