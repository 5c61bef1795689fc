import { describe, expect, test } from 'vitest';
import { retryDelay } from '../../map-widget/hub.ts';
import { de } from '../../map-widget/texts/de.ts';
import { en } from '../../map-widget/texts/en.ts';
import { textsFor } from '../../map-widget/texts/texts.ts';

describe('texts', () => {
  test('say the same things in both languages, none of them empty', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(de).sort());
    expect(Object.keys(en.statuses)).toEqual(Object.keys(de.statuses));
    for (const text of [...Object.values(de), ...Object.values(en)]) expect(text).not.toBe('');
  });

  test('count in words, with the separators of the language', () => {
    expect(de.summary(158, 74)).toBe('158 Projekte in 74 Gemeinden');
    expect(de.summary(1, 1)).toBe('1 Projekt in 1 Gemeinde');
    expect(de.population(237460)).toBe('237.460 Einwohnerinnen und Einwohner');
    expect(en.population(237460)).toBe('237,460 inhabitants');
  });

  test('give dates as precisely as their source', () => {
    expect([de.date('2016'), de.date('2016-07'), de.date('2016-07-14')]).toEqual([
      '2016',
      'Juli 2016',
      '14. Juli 2016',
    ]);
    expect(en.date('2016-07-14')).toBe('14 July 2016');
    expect(de.date('um 2016')).toBe('um 2016');
  });

  test('are German for a language nobody translated', () => {
    expect(textsFor('en-GB')).toBe(en);
    expect(textsFor('fr')).toBe(de);
    expect(textsFor(null)).toBe(de);
  });
});

test('retryDelay doubles up to a minute', () => {
  expect([1, 2, 3, 6, 50].map(retryDelay)).toEqual([2000, 4000, 8000, 60_000, 60_000]);
});
