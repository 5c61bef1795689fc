import { type Sql, sql } from '../../database/sql.ts';
import { queryOf, tooFew } from '../model/text-match.ts';
import type { Reader } from '../model/visibility.ts';
import { formsOf, type Part, readText, type SearchText } from '../model/vocabulary.ts';
import { findSimilarWords } from './typing-errors.ts';

/** What is searched for; conditions are over the alias `s` of `search_entry`. */
export type SearchWords = {
  /** Whether nothing has the words as written, so that similar ones are searched for. */
  readonly corrected: boolean;
  readonly text: SearchText;
  /** All of the words in the name, whose words weigh A. */
  readonly nameHolds: Sql;
  /** The same by the index of names alone: a word that half the texts have is in few of them. */
  readonly foundByName: Sql;
  /** The record has the text as its key or name. */
  readonly isNamed: Sql;
  /** What the name may begin with, folded. */
  readonly beginnings: readonly string[];
  /** All words that one of the text can stand for, folded. */
  readonly words: readonly string[];
};

/** The words as written; undefined where there is nothing but punctuation. */
export function wordsAsWritten({ region }: Pick<Reader, 'region'>, typed: string): SearchWords | undefined {
  const text = readText(region.vocabulary, typed);
  return text.parts.length > 0 ? searchWords(text, false) : undefined;
}

/** The words of the catalogue that a text with typing errors may have meant; undefined where there are none. */
export async function similarWords(
  { database }: Pick<Reader, 'database'>,
  { text }: SearchWords,
): Promise<SearchWords | undefined> {
  const typed = text.folded.split(' ');
  const similar = await findSimilarWords(database, typed);
  if (similar.every((found) => found.length === 0)) return undefined;
  const parts = typed.map(
    (word, at): Part => ({ typed: [word], same: (similar[at] ?? []).map((one) => [one]) }),
  );
  return searchWords({ ...text, parts, place: { parts, kinds: undefined } }, true);
}

function searchWords(text: SearchText, corrected: boolean): SearchWords {
  const { parts, place, typed } = text;
  const forms = formsOf(parts);
  return {
    corrected,
    text,
    // A query of its own is read once, and not for every row.
    nameHolds: sql`s.words @@ (SELECT to_tsquery('german', ${queryOf(parts, 'A')}))`,
    foundByName: sql`to_tsvector('german', s.name) @@ (SELECT to_tsquery('german', ${queryOf(parts)}))`,
    isNamed: sql`(s.name = ANY(${forms}) OR s.key = ${typed})`,
    beginnings: [...new Set([...forms, ...formsOf(place.parts)])],
    words: [...new Set([...parts, ...place.parts].flatMap(wordsOf))],
  };
}

/** The words of a part; «am» and «im» of what means the same would mark half a text. */
const wordsOf = ({ typed, same }: Part) => [
  ...typed,
  ...same.flatMap((phrase) => (phrase.length > 1 ? phrase.filter((word) => word.length > tooFew) : phrase)),
];
