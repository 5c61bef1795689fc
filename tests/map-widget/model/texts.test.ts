import { describe, expect, test } from 'vitest';
import { retryDelay } from '../../../map-widget/model/hub.ts';
import { de } from '../../../map-widget/model/texts/de.ts';
import { en } from '../../../map-widget/model/texts/en.ts';
import { fr } from '../../../map-widget/model/texts/fr.ts';
import { languages, textsFor } from '../../../map-widget/model/texts/texts-for.ts';

/** Every text by its path, with its kind: `facts.status`, `statuses.RUNNING`. */
const texts = (tree: object, path = ''): [path: string, text: unknown][] =>
  Object.entries(tree).flatMap(([name, text]) =>
    typeof text === 'object' ? texts(text, `${path}${name}.`) : [[path + name, text] as [string, unknown]],
  );

describe('texts', () => {
  test.each(Object.keys(languages))('%s has every text that German has, none of them empty', (lang) => {
    const all = texts(languages[lang]!);
    expect(all.map(([path, text]) => [path, typeof text])).toEqual(
      texts(de).map(([path, text]) => [path, typeof text]),
    );
    expect(all.filter(([, text]) => text === '')).toEqual([]);
  });

  test.each(['en', 'fr'])('%s repeats German only where the words are the same', (lang) => {
    const german = new Map(texts(de));
    const same = texts(languages[lang]!).filter(([path, text]) => german.get(path) === text);
    const shared = ['title', 'website', 'facts.website', 'list', 'views.list', 'passOn.excel'];
    expect(same.map(([path]) => path).filter((path) => !shared.includes(path))).toEqual([]);
  });

  test('count in words, with the separators of the language', () => {
    expect(de.summary(158, 74)).toBe('158 Projekte in 74 Gemeinden');
    expect(de.summary(1, 1)).toBe('1 Projekt in 1 Gemeinde');
    expect(de.population(237460)).toBe('237.460 Einwohnerinnen und Einwohner');
    expect(en.population(237460)).toBe('237,460 inhabitants');
    expect(fr.summary(0, 1)).toBe('0 projet dans 1 commune');
    expect(fr.population(237460)).toBe('237\u202f460 habitants');
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
    expect(textsFor('fr-CH')).toBe(fr);
    expect(textsFor('it')).toBe(de);
    expect(textsFor(null)).toBe(de);
  });
});

test('retryDelay doubles up to a minute', () => {
  expect([1, 2, 3, 6, 50].map(retryDelay)).toEqual([2000, 4000, 8000, 60_000, 60_000]);
});
