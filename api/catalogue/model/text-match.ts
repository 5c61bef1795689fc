import { type Sql, sql } from '../../database/sql.ts';
import type { Column, Entity, EntityName } from './entity.ts';
import { officeColumns } from './office.ts';
import { sortKey } from './sort-key.ts';

/**
 * Text as it is searched: the sort key with ae, oe and ue as a, o and u, so that Müllheim, Muellheim and
 * mullheim are the same word.
 */
export function fold(text: string): string {
  return sortKey(text).replace(/([aou])e/g, '$1');
}

/**
 * A person is found through the office; `source` would find every municipality at the word «Website», and its
 * office at «Hauptstraße».
 */
const notSearched = new Set(['person', 'source', ...officeColumns.map(({ name }) => name)]);

/**
 * What is searched of a record: the texts people read, never an address, a number or an internal column. The
 * first of them is its name.
 */
export const searchedColumns = ({ columns }: Pick<Entity, 'columns'>): readonly Column[] =>
  columns.filter(
    ({ type, internal, derived, values, name }) =>
      type === 'text' && !internal && !derived && !values && !notSearched.has(name),
  );

/** So few letters begin words of nearly every text, and stand within all. */
export const tooFew = 2;

/**
 * Each word as PostgreSQL's text search is to look for it: in any German form or as a beginning. A very short one is
 * a beginning only at the end of a text, where somebody may still be typing: «E-Akte» is no «eine Akte».
 */
export const asBeginnings = (words: readonly string[]): string[] =>
  words.map((word, i) => (word.length <= tooFew && i < words.length - 1 ? word : `${word}:*`));

/**
 * Whether an entry of `search_entry`, whose alias is given, holds every word of a folded text; or the text as it
 * is, within longer words.
 */
export function holdsText(entry: Sql, folded: string): Sql {
  const query = asBeginnings(folded.split(' ')).join(' & ');
  const inWords = sql`${entry}.words @@ to_tsquery('german', ${query})`;
  return folded.length <= tooFew ? inWords : sql`(${inWords} OR ${entry}.folded LIKE ${`%${folded}%`})`;
}

/**
 * Whether the record `key` holds every word of `text`.
 * @param key SQL of the record's key.
 */
export function matchesText(entity: EntityName, key: Sql, text: string): Sql {
  const folded = fold(text);
  // Nothing but punctuation: no word, so no record has it.
  if (!folded) return sql`FALSE`;
  return sql`EXISTS (SELECT 1 FROM search_entry s WHERE s.entity = ${entity} AND s.key = ${key}
    AND ${holdsText(sql`s`, folded)})`;
}
