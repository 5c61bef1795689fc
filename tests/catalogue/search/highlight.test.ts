import { describe, expect, it } from 'vitest';
import { highlight, snippet, type TextPart } from '../../../api/catalogue/search/highlight.ts';

/** The parts as one text, with the marked words in brackets. */
const inBrackets = (parts: readonly TextPart[] | undefined) =>
  parts?.map(({ text, matched }) => (matched ? `[${text}]` : text)).join('');

const marking = (...words: string[]) => ({ stems: words, words });

describe('highlight', () => {
  it.each([
    ['Bürgerämter in Müllheim', marking('mullheim', 'amter'), '[Bürgerämter] in [Müllheim]'],
    ['E-Akte: eine Akte', marking('e', 'akt'), '[E]-[Akte]: eine [Akte]'],
    ['<b>Digital</b> & digital', marking('digital'), '<b>[Digital]</b> & [digital]'],
    ['Straße', marking('strasse'), '[Straße]'],
    ['Nichts davon', marking('digital'), 'Nichts davon'],
  ])('of %s marks whole words', (text, words, expected) => {
    const parts = highlight(text, words);
    expect(inBrackets(parts)).toBe(expected);
    expect(parts.map((part) => part.text).join('')).toBe(text);
  });
});

describe('snippet', () => {
  const long = (word: string) =>
    `${'Vorne steht viel. '.repeat(10)}${word}${' Hinten steht viel.'.repeat(20)}`;

  it('is cut between words around the first that matches', () => {
    expect(inBrackets(snippet([long('Glasfaser')], marking('glasfaser')))).toBe(
      '… Vorne steht viel. Vorne steht viel. Vorne steht viel. [Glasfaser] Hinten steht viel. Hinten steht viel. Hinten steht viel. Hinten steht viel. Hinten steht viel. Hinten steht viel. Hinten steht …',
    );
  });

  it('is of the text that has most of the words', () => {
    expect(inBrackets(snippet(['Ein Netz.', 'Ein Netz aus Glasfaser.'], marking('netz', 'glasfaser')))).toBe(
      'Ein [Netz] aus [Glasfaser].',
    );
  });

  it('is none where no text has a word', () => {
    expect(snippet(['Ein Netz.'], marking('glasfaser'))).toBeUndefined();
  });

  it('keeps a text without spaces whole', () => {
    const text = `${'x'.repeat(200)}-Netz-${'y'.repeat(300)}`;
    expect(inBrackets(snippet([text], marking('netz')))).toBe(text.replace('Netz', '[Netz]'));
  });
});
