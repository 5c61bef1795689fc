import { allOf, anyOf, empty, identifier, type Sql, sql, unionAll } from '../../database/sql.ts';
import { catalogue } from '../entities/catalogue.ts';
import type { EntityName } from '../model/entity.ts';
import { holdsText, isPlace } from '../model/text-match.ts';
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
  const written = wordsAsWritten(reader, text);
  if (!written) return { found: [], stems: [], words: undefined };
  const first = await readSuggestions(reader, written, kinds, most);
  if (first.found.length > 0) return first;
  const similar = await similarWords(reader, written);
  return similar ? readSuggestions(reader, similar, kinds, most) : first;
}

/** So many of the records that begin with the text, have all words in the name, and anywhere, are put in order. */
const looked = { beginning: 300, inNames: 3_000, anywhere: 1_000 };

async function readSuggestions(
  { database, viewer }: Reader,
  words: SearchWords,
  kinds: readonly EntityName[],
  most: number,
): Promise<Suggestions> {
  const rows = await database.rows<Suggested & { stems: string[] }>(sql`
    SELECT whole.stems, found.* FROM (
      SELECT ARRAY(SELECT coalesce((ts_lexize('german_stem', word))[1], word) FROM unnest(${[...words.words]}::text[]) word) AS stems
    ) whole LEFT JOIN (
      SELECT entity, key, name, title, rank FROM (
        SELECT s.*, row_number() OVER (PARTITION BY entity ORDER BY rank, name, key) AS place
        FROM (${candidates(words, kinds)}) s WHERE ${isReadable(viewer, kinds)}) ranked
      WHERE place <= ${most + 1}
    ) found ON TRUE ORDER BY found.rank, found.name, found.entity, found.key`);
  return {
    found: rows.filter(({ key }) => key !== null).map(({ stems: _stems, ...one }) => one),
    stems: rows[0]?.stems ?? [],
    words,
  };
}

/** The ranks of a search, each read by an index of its own: what begins so of each kind, and some of the others. */
function candidates(
  { text, foundByName, isNamed, beginnings }: SearchWords,
  kinds: readonly EntityName[],
): Sql {
  const ofRank = (rank: number, condition: Sql, limit: Sql) =>
    sql`(SELECT s.entity, s.key, s.name, s.title, ${rank}::integer AS rank FROM search_entry s WHERE ${condition} ${limit})`;
  const asked = sql`s.entity = ANY(${[...kinds]})`;
  const begins = anyOf(
    beginnings.map((beginning) => sql`(s.name >= ${beginning} AND s.name < ${`${beginning}\u{10ffff}`})`),
  );
  return sql`SELECT entity, key, name, title, min(rank) AS rank FROM (${unionAll([
    ofRank(1, sql`${asked} AND ${isPlace(sql`s`, text)}`, empty),
    ...kinds.flatMap((kind) => [
      ofRank(2, sql`s.entity = ${kind} AND ${isNamed}`, empty),
      ofRank(3, sql`s.entity = ${kind} AND ${begins}`, sql`ORDER BY s.name, s.key LIMIT ${looked.beginning}`),
    ]),
    ofRank(4, sql`${asked} AND ${foundByName}`, sql`LIMIT ${looked.inNames}`),
    ofRank(5, sql`${asked} AND ${holdsText(sql`s`, text)}`, sql`LIMIT ${looked.anywhere}`),
  ])}) every GROUP BY entity, key, name, title`;
}

/** Whether the viewer may see the record of an entry. */
const isReadable = (viewer: Viewer, kinds: readonly EntityName[]): Sql =>
  allOf(
    kinds.flatMap((kind) => {
      const { table, key } = catalogue[kind];
      if (seesAll(table, viewer)) return [];
      return sql`(s.entity <> ${kind} OR EXISTS (SELECT 1 FROM ${visible(table, viewer)} t WHERE t.${identifier(key)} = s.key))`;
    }),
  );
