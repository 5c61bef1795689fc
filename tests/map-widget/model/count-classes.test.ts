import { describe, expect, test } from 'vitest';
import { countClasses } from '../../../map-widget/model/classes.ts';

const repeat = (value: number, times: number) => Array.from({ length: times }, () => value);

describe('countClasses', () => {
  test('makes five classes of about equal size from the skewed counts of a real region', () => {
    const counts = [
      0,
      ...repeat(1, 10),
      ...repeat(2, 25),
      ...repeat(3, 13),
      ...repeat(4, 7),
      ...repeat(5, 7),
      6,
      6,
      ...repeat(7, 4),
      ...repeat(8, 4),
      11,
      40,
    ];
    expect(countClasses(counts)).toEqual([
      { from: 1, to: 1, municipalities: 10, step: 1 },
      { from: 2, to: 2, municipalities: 25, step: 2 },
      { from: 3, to: 3, municipalities: 13, step: 3 },
      { from: 4, to: 5, municipalities: 14, step: 4 },
      { from: 6, to: 40, municipalities: 12, step: 5 },
    ]);
  });

  test('spreads few different counts from light to dark', () => {
    expect(countClasses([1, 1, 2, 9]).map(({ step }) => step)).toEqual([1, 3, 5]);
    expect(countClasses([4, 4]).map(({ step }) => step)).toEqual([3]);
  });

  test('knows no class when nobody has a project', () => {
    expect(countClasses([0, 0])).toEqual([]);
  });

  test('puts every count into exactly one class, and nobody into none', () => {
    const counts = Array.from({ length: 200 }, (_, index) => (index * 37) % 53);
    const classes = countClasses(counts);
    expect(classes).toHaveLength(5);
    for (const count of counts) {
      const fitting = classes.filter(({ from, to }) => count >= from && count <= to);
      expect(fitting).toHaveLength(count === 0 ? 0 : 1);
    }
    const sum = classes.reduce((total, { municipalities }) => total + municipalities, 0);
    expect(sum).toBe(counts.filter((count) => count > 0).length);
  });
});
