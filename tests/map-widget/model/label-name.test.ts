import { describe, expect, test } from 'vitest';
import { nameLines, shortName } from '../../../map-widget/model/label-name.ts';

/** An area of that width and height in pixels, with its roomiest point in the middle. */
const area = (width: number, height: number) => ({
  x: 0,
  y: 0,
  clearance: Math.min(width, height) / 2,
  width: (up: number, down: number) => (Math.max(up, down) * 2 > height ? 0 : width),
});

describe('nameLines', () => {
  test.each([
    ['Freiburg im Breisgau', 200, 60, ['Freiburg im Breisgau']],
    ['Freiburg im Breisgau', 100, 60, ['Freiburg', 'im Breisgau']],
    ['Titisee-Neustadt', 80, 60, ['Titisee-', 'Neustadt']],
    ['Münstertal/Schwarzwald', 90, 60, ['Münstertal/', 'Schwarzwald']],
    ['Waldkirch', 50, 60, []],
    ['Freiburg im Breisgau', 100, 40, ['Freiburg']],
    ['Freiburg im Breisgau', 60, 60, ['Freiburg']],
    ['Freiburg im Breisgau', 50, 60, []],
  ])('breaks %s in an area of %s by %s pixels into %j', (name, width, height, lines) => {
    expect(nameLines(name, area(width, height), 1, true)).toEqual(lines);
    expect(nameLines(name, area(width / 4, height / 4), 4, true).length).toBe(lines.length);
  });

  test.each([
    ['Freiburg im Breisgau', 'Freiburg'],
    ['Frankfurt (Oder)', 'Frankfurt'],
    ['Rothenburg ob der Tauber', 'Rothenburg'],
    ['Münstertal/Schwarzwald', 'Münstertal'],
    ['Bad Krozingen', 'Bad Krozingen'],
    ['Titisee-Neustadt', 'Titisee-Neustadt'],
    ['Amberg', 'Amberg'],
  ])('says %s as %s where the whole name has no room', (name, short) => {
    expect(shortName(name)).toBe(short);
  });

  test('has room in a lower area where no figure stands below', () => {
    expect(nameLines('Waldkirch', area(80, 20), 1, true)).toEqual([]);
    expect(nameLines('Waldkirch', area(80, 20), 1, false)).toEqual(['Waldkirch']);
  });
});
