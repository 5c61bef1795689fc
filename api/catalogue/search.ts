import { type Sql, sql } from '../database/sql.ts';
import type { EntityName } from './entity.ts';
import { sortKey } from './sort-key.ts';

/**
 * Text as it is searched: the sort key with ae, oe and ue as a, o and u, so that Müllheim, Muellheim and
 * mullheim are the same word.
 */
export function fold(text: string): string {
  return sortKey(text).replace(/([aou])e/g, '$1');
}

/**
 * Whether the record `key` holds every word of `text`, in any form (German stemming) or as a beginning.
 * @param key SQL of the record's key.
 */
export function matchesText(entity: EntityName, key: Sql, text: string): Sql {
  const folded = fold(text);
  // Nothing but punctuation: no word, so no record has it.
  if (!folded) return sql`FALSE`;
  const query = folded
    .split(' ')
    .map((word) => `${word}:*`)
    .join(' & ');
  return sql`EXISTS (SELECT 1 FROM search_entry s WHERE s.entity = ${entity} AND s.key = ${key}
    AND (s.words @@ to_tsquery('german', ${query}) OR s.folded LIKE ${`%${folded}%`}))`;
}
