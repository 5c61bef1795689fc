import { anyOf, empty, identifier, type Sql, sql, unionAll } from '../../database/sql.ts';
import { catalogue } from '../entities/catalogue.ts';
import type { EntityName } from '../model/entity.ts';
import { type Reader, seesAll, type Viewer, visible } from '../model/visibility.ts';
import type { SearchPlace } from './search.ts';
import { type SearchWords, similarWords, wordsAsWritten } from './search-words.ts';

export type Suggested = SearchPlace & { readonly title: string };

export type Suggestions = {
  /** The best of each kind in the order of the ranking; one more than asked for where there are more. */
  readonly found: readonly Suggested[];
  readonly stems: readonly string[];
  /** The words that found them; undefined where the text had none. */
  readonly words: SearchWords | undefined;
};

/**
 * The best records of each kind for a text that somebody is typing, ranked as a search is. Nothing is counted, and of
 * thousands of records that have the words only in their texts some are looked at: a word that every project has
 * takes no longer than a rare one. One statement, and two more for typing errors.
 * @param most how many of each kind.
 */
export async function suggest(
  reader: Reader,
  text: string,
  kinds: readonly EntityName[],
  most: number,
): Promise<Suggestions> {
  const written = wordsAsWritten(text);
  if (!written) return { found: [], stems: [], words: undefined };
  const first = await readSuggestions(reader, written, kinds, most);
  if (first.found.length > 0) return first;
  const similar = await similarWords(reader.database, written);
  return similar ? readSuggestions(reader, similar, kinds, most) : first;
}

/** So many of those that have all words, in the name or anywhere, are put in order. */
const looked = 300;

async function readSuggestions(
  { database, viewer }: Reader,
  words: SearchWords,
  kinds: readonly EntityName[],
  most: number,
): Promise<Suggestions> {
  const rows = await database.rows<Suggested & { stems: string[] }>(sql`
    SELECT whole.stems, found.* FROM (
      SELECT ARRAY(SELECT coalesce((ts_lexize('german_stem', word))[1], word) FROM unnest(${[...words.words]}::text[]) word) AS stems
    ) whole LEFT JOIN (${unionAll(kinds.map((kind) => bestOf(viewer, kind, words, most)))}) found ON TRUE
    ORDER BY found.rank, found.name, found.entity, found.key`);
  return {
    found: rows.filter(({ key }) => key !== null).map(({ stems: _stems, ...one }) => one),
    stems: rows[0]?.stems ?? [],
    words,
  };
}

/** The ranks of a search, each read by an index of its own, so that none has to look at what the others found. */
function bestOf(
  viewer: Viewer,
  kind: EntityName,
  { holds, foundByName, beginnings, key }: SearchWords,
  most: number,
): Sql {
  const { table, key: column } = catalogue[kind];
  const readable = seesAll(table, viewer)
    ? empty
    : sql`AND EXISTS (SELECT 1 FROM ${visible(table, viewer)} t WHERE t.${identifier(column)} = s.key)`;
  const ranked = (rank: number, condition: Sql, limit: Sql) =>
    sql`(SELECT s.entity, s.key, s.name, s.title, ${rank}::integer AS rank FROM search_entry s
      WHERE s.entity = ${kind} AND ${condition} ${readable} ${limit})`;
  const begins = anyOf(
    beginnings.map((beginning) => sql`(s.name >= ${beginning} AND s.name < ${`${beginning}\u{10ffff}`})`),
  );
  return sql`(SELECT entity, key, name, title, min(rank) AS rank FROM (${unionAll([
    ranked(1, sql`(s.name = ANY(${[...beginnings]}) OR s.key = ${key})`, empty),
    ranked(2, begins, sql`ORDER BY s.name, s.key LIMIT ${most + 1}`),
    ranked(3, foundByName, sql`LIMIT ${looked}`),
    ranked(4, holds, sql`LIMIT ${looked}`),
  ])}) one GROUP BY entity, key, name, title ORDER BY rank, name, key LIMIT ${most + 1})`;
}
