import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { patterns, wholePattern } from '../../../api/catalogue/model/patterns.ts';

const sources = ['api', 'map-widget', 'seed', 'prisma'].flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(tsx?|js|mjs)$/.test(name) && !/(^|\/)(generated|dist)\//.test(name))
    .map((name) => join(root, name)),
);
const having = (what: RegExp) => sources.filter((file) => what.test(readFileSync(file, 'utf8')));

test('how a slug, an AGS and a partial date are written stands in one place', () => {
  const place = 'api/catalogue/model/patterns.ts';
  expect(having(/\[a-z0-9-?\]\+/)).toEqual([place]);
  expect(having(/d\{8\}|d\{5\}\(/)).toEqual([place]);
  expect(having(/d\{4\}\(-/)).toEqual([place]);
});

test('which text is read where one is missing stands in one place', () => {
  const place = 'api/catalogue/model/localised.ts';
  expect(having(/coalesce\(t\.\w+_(de|en), t\.\w+_(de|en)\)|\(de \?\? en\)|\(en \?\? de\)/)).toEqual([]);
  expect(having(/\['de', 'en'\]/)).toEqual([place]);
});

test('whether a ray crosses a border is asked in one place', () => {
  expect(having(/y\d? > y !== |y > y !== /)).toEqual(['map-widget/model/crossing.ts']);
});

test('the filters with counts are listed in one place', () => {
  expect(having(/'field',\s+'(topic|status)',\s+'\w+',\s+'\w+'/)).toEqual(['map-widget/model/filters.ts']);
});

test('a pattern is the whole of what is written', () => {
  expect(Object.keys(patterns)).toEqual(['slug', 'ags', 'partialDate']);
  for (const [name, right, wrong] of [
    ['slug', ['a', 'wlan-2020'], ['', '-a', 'a--b', 'Ä', 'a\n']],
    ['ags', ['08311000', '08315'], ['8311000', '083150', '08315\n']],
    ['partialDate', ['2016', '2016-07', '2016-07-14'], ['16', '2016-13', '2016-7', '2016-07-32']],
  ] as const) {
    for (const text of right) expect(wholePattern(name).test(text), text).toBe(true);
    for (const text of wrong) expect(wholePattern(name).test(text), text).toBe(false);
  }
});
