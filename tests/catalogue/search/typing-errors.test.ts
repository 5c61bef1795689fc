import { describe, expect, it } from 'vitest';
import { findSimilarWords, isTypingError } from '../../../api/catalogue/search/typing-errors.ts';
import { openHub } from '../../support/hub.ts';

describe('a small typing error', () => {
  it.each([
    ['energei', 'energie', 'two letters that changed places'],
    ['pflge', 'pflege', 'a missing letter'],
    ['schhule', 'schule', 'a letter too many'],
    ['bibliotjek', 'bibliothek', 'a wrong letter'],
    ['digitalisirugn', 'digitalisierung', 'two errors in a long word'],
    ['digitalisir', 'digitalisierung', 'an error in a beginning'],
    ['schule', 'schule', 'no error at all'],
  ])('is %s for %s: %s', (typed, word) => {
    expect(isTypingError(typed, word)).toBe(true);
  });

  it.each([
    ['akt', 'art', 'three letters are too few'],
    ['engerie', 'enorm', 'another word'],
    ['energei', 'enegrie', 'two errors in a word of seven letters'],
    ['digitlisirugn', 'digitalisierung', 'three errors in a long word'],
    ['schulen', 'schul', 'letters behind the end of a short word count'],
  ])('is not %s for %s: %s', (typed, word) => {
    expect(isTypingError(typed, word)).toBe(false);
  });
});

it('is looked for in no word where it would make another: else a letter stands for all that begin with it', async () => {
  const { database } = await openHub();
  expect(await findSimilarWords(database, ['s', 'sch', 'schhule', 's'])).toEqual([
    [],
    [],
    ['schule', 'schulen', 'schuler', 'schulerinnen', 'schulerkartei', 'schulerveranstaltung'],
    [],
  ]);
  await database.close();
});
