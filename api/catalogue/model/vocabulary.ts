import { z } from 'zod';
import { fold } from './fold.ts';

const group = z.array(z.string()).min(2);

/** `words.json` of a region: what people call its places and things. */
export const wordsFile = z.object({
  /** Words and names that mean the same, in groups. */
  same: z.array(group),
  places: z.object({
    /** Names of places that mean the same, or parts of them. */
    same: z.array(group),
    /** What may stand behind the name of a place, in groups that mean the same: «im Breisgau», «i. Br.». */
    behind: z.array(group),
    /** What people write in front of the name of a place, or behind it, and the kinds of municipality it tells. */
    before: z.array(z.object({ words: z.array(z.string()), kinds: z.array(z.string()) })),
  }),
});

export type WordsFile = z.infer<typeof wordsFile>;

/** Words that stand together, folded. */
type Phrase = readonly string[];

/** The words of a region, ready for search. */
export type Vocabulary = {
  /** All phrases of a group, by each of them as one text. */
  readonly groups: ReadonlyMap<string, readonly Phrase[]>;
  /** The most words of a phrase. */
  readonly longest: number;
  readonly behind: readonly Phrase[];
  readonly before: readonly { readonly phrase: Phrase; readonly kinds: readonly string[] }[];
};

const phraseOf = (text: string): Phrase => fold(text).split(' ');
const longestFirst = (one: Phrase, other: Phrase) => other.length - one.length;

/** A region without a file of words. */
export const noWords: WordsFile = { same: [], places: { same: [], behind: [], before: [] } };

export function readVocabulary({ same, places }: WordsFile): Vocabulary {
  const groups = new Map<string, readonly Phrase[]>();
  for (const texts of [...same, ...places.same, ...places.behind]) {
    const phrases = [...new Set(texts.map(fold))].map((text) => text.split(' '));
    for (const phrase of phrases) groups.set(phrase.join(' '), phrases);
  }
  return {
    groups,
    longest: Math.max(1, ...[...groups.keys()].map((key) => key.split(' ').length)),
    behind: places.behind.flat().map(phraseOf).sort(longestFirst),
    before: places.before
      .flatMap(({ words, kinds }) => words.map((text) => ({ phrase: phraseOf(text), kinds })))
      .sort((one, other) => longestFirst(one.phrase, other.phrase)),
  };
}

/** A part of a text: the words as typed, and the phrases that mean the same. */
export type Part = { readonly typed: Phrase; readonly same: readonly Phrase[] };

/** A text as a search reads it. */
export type SearchText = {
  /** As it was typed: it may be a key. */
  readonly typed: string;
  readonly folded: string;
  readonly parts: readonly Part[];
  /** What it would be the name of a place by: without «Stadt» in front and «i. Br.» behind. */
  readonly place: { readonly parts: readonly Part[]; readonly kinds: readonly string[] | undefined };
};

/** Reads a text; there are no parts where there is nothing but punctuation. */
export function readText(vocabulary: Vocabulary, typed: string): SearchText {
  const folded = fold(typed);
  const words = folded ? folded.split(' ') : [];
  const { rest, kinds } = withoutKind(vocabulary, words);
  return {
    typed: typed.trim(),
    folded,
    parts: partsOf(vocabulary, words),
    place: { parts: partsOf(vocabulary, withoutBehind(vocabulary, rest)), kinds },
  };
}

/** The longest phrases that the vocabulary knows, from the left; words that it does not know stand for themselves. */
function partsOf({ groups, longest }: Vocabulary, words: Phrase): Part[] {
  const parts: Part[] = [];
  for (let at = 0; at < words.length; ) {
    let length = Math.min(longest, words.length - at);
    while (length > 1 && !groups.has(words.slice(at, at + length).join(' '))) length--;
    const typed = words.slice(at, at + length);
    const known = groups.get(typed.join(' ')) ?? [];
    parts.push({ typed, same: known.filter((phrase) => phrase.join(' ') !== typed.join(' ')) });
    at += length;
  }
  return parts;
}

const beginsWith = (words: Phrase, phrase: Phrase) => phrase.every((word, at) => words[at] === word);
const endsWith = (words: Phrase, phrase: Phrase) => beginsWith(words.slice(-phrase.length), phrase);

function withoutKind({ before }: Vocabulary, words: Phrase): { rest: Phrase; kinds?: readonly string[] } {
  for (const { phrase, kinds } of before) {
    if (words.length <= phrase.length) continue;
    if (beginsWith(words, phrase)) return { rest: words.slice(phrase.length), kinds };
    if (endsWith(words, phrase)) return { rest: words.slice(0, -phrase.length), kinds };
  }
  return { rest: words };
}

function withoutBehind({ behind }: Vocabulary, words: Phrase): Phrase {
  const found = behind.find((phrase) => words.length > phrase.length && endsWith(words, phrase));
  return found ? words.slice(0, -found.length) : words;
}

/** So many spellings of one text are looked for. */
const mostForms = 24;

/** Every way to write the parts, as whole texts. */
export const formsOf = (parts: readonly Part[]): string[] =>
  parts
    .reduce<string[]>(
      (forms, { typed, same }) =>
        forms
          .flatMap((form) => [typed, ...same].map((phrase) => `${form} ${phrase.join(' ')}`))
          .slice(0, mostForms),
      [''],
    )
    .map((form) => form.trim());
