import { fold } from '../model/fold.ts';
import { tooFew } from '../model/text-match.ts';

/** A piece of a text, and whether it is a word that was searched for. */
export type TextPart = { readonly text: string; readonly matched: boolean };

const word = /[\p{L}\p{N}]+/gu;

/** What marks the words in a text. */
export type Marking = {
  /** Beginnings of the words, folded. */
  readonly stems: readonly string[];
  /** The words themselves, folded, which may stand within longer ones. */
  readonly words: readonly string[];
};

/** A text in parts that together are the text: words that were searched for, and what is between them. */
export function highlight(text: string, marking: Marking): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const { 0: token, index } of text.matchAll(word)) {
    if (!isMarked(fold(token), marking)) continue;
    if (index > end) parts.push({ text: text.slice(end, index), matched: false });
    parts.push({ text: token, matched: true });
    end = index + token.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), matched: false });
  return parts;
}

/** Beginnings and parts of words would mark half the text where they are very short. */
const isMarked = (folded: string, { stems, words }: Marking) =>
  words.some((one) => (one.length <= tooFew ? folded === one : folded.includes(one))) ||
  stems.some((stem) => stem.length > tooFew && folded.startsWith(stem));

/** Letters before and behind the first word that matches. */
const before = 60;
const behind = 140;

/**
 * A piece of the text that has most of the words, around the first of them: cut between words, with … where something
 * is left out; undefined where no text has any.
 */
export function snippet(texts: readonly string[], marking: Marking): TextPart[] | undefined {
  const marked = texts.map((text) => ({ text, parts: highlight(text, marking) }));
  const most = marked.reduce<(typeof marked)[number] | undefined>(
    (best, one) => (wordsIn(one.parts).size > (best ? wordsIn(best.parts).size : 0) ? one : best),
    undefined,
  );
  return most && highlight(cut(most.text, placeOfFirst(most.parts)), marking);
}

const wordsIn = (parts: readonly TextPart[]) =>
  new Set(parts.filter(({ matched }) => matched).map(({ text }) => fold(text)));

const placeOfFirst = (parts: readonly TextPart[]) =>
  parts
    .slice(
      0,
      parts.findIndex(({ matched }) => matched),
    )
    .reduce((length, { text }) => length + text.length, 0);

function cut(text: string, at: number): string {
  const from = at <= before ? 0 : Math.min(at, text.indexOf(' ', at - before) + 1);
  const space = text.lastIndexOf(' ', at + behind);
  const to = text.length - at <= behind || space < at ? text.length : space;
  return `${from > 0 ? '… ' : ''}${text.slice(from, to)}${to < text.length ? ' …' : ''}`;
}
