import type { Database } from '../../database/open-database.ts';
import { type Sql, sql } from '../../database/sql.ts';
import { asBeginnings, fold, holdsText } from '../model/text-match.ts';
import { findSimilarWords } from './typing-errors.ts';

/** What is searched for: conditions over the alias `s` of `search_entry`. */
export type SearchWords = {
  /** Whether nothing has the words as written, so that similar ones are searched for. */
  readonly corrected: boolean;
  readonly holds: Sql;
  /** All of the words in the name. */
  readonly nameHolds: Sql;
  /** The same by the index of names alone: a word that half the texts have is in few of them. */
  readonly foundByName: Sql;
  /** What the name is, or begins with, folded. */
  readonly beginnings: readonly string[];
  /** What the key may be: the text itself. */
  readonly key: string;
  /** All words that one of the text can stand for, folded. */
  readonly words: readonly string[];
};

/** The words as written; undefined where there is nothing but punctuation. */
export function wordsAsWritten(text: string): SearchWords | undefined {
  const folded = fold(text);
  if (!folded) return undefined;
  const words = folded.split(' ');
  return {
    corrected: false,
    holds: holdsText(sql`s`, folded),
    ...inNames(asBeginnings(words).map((word) => [word])),
    beginnings: [folded],
    key: text.trim(),
    words,
  };
}

/** The words of the catalogue that a text with typing errors may have meant; undefined where there are none. */
export async function similarWords(
  database: Pick<Database, 'rows'>,
  { words, key }: SearchWords,
): Promise<SearchWords | undefined> {
  const similar = await findSimilarWords(database, words);
  if (similar.every((found) => found.length === 0)) return undefined;
  const either = asBeginnings(words).map((word, i) => [word, ...similar[i]!]);
  return {
    corrected: true,
    holds: sql`s.words @@ ${queryFor(either)}`,
    ...inNames(either),
    beginnings: [words[0]!, ...similar[0]!],
    key,
    words: [...words, ...similar.flat()],
  };
}

/** A query of PostgreSQL's text search for all of the words, where one of several will do for each. */
const queryFor = (words: readonly (readonly string[])[]): Sql =>
  sql`to_tsquery('german', ${words.map((either) => `(${either.join(' | ')})`).join(' & ')})`;

/** All of the words in the name, whose words weigh A. A query of its own is read once, and not for every row. */
function inNames(words: readonly (readonly string[])[]): Pick<SearchWords, 'nameHolds' | 'foundByName'> {
  const weighed = words.map((either) =>
    either.map((word) => (word.endsWith(':*') ? `${word}A` : `${word}:A`)),
  );
  return {
    nameHolds: sql`s.words @@ (SELECT ${queryFor(weighed)})`,
    foundByName: sql`to_tsvector('german', s.name) @@ (SELECT ${queryFor(words)})`,
  };
}
