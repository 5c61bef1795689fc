import { describe, expect, test } from 'vitest';
import { labelPlace } from '../../../map-widget/model/label-place.ts';
import { neighbourTowards } from '../../../map-widget/model/neighbour.ts';

const centre = { ags: 'centre', x: 0, y: 0 };
const places = [
  centre,
  { ags: 'north', x: 1, y: -5 },
  { ags: 'far north', x: 0, y: -20 },
  { ags: 'east', x: 5, y: 1 },
  { ags: 'slanted east', x: 4, y: 4 },
  { ags: 'south', x: 0, y: 6 },
];

describe('neighbourTowards', () => {
  test('goes to the nearest centre in the direction of the arrow', () => {
    const found = ['ArrowUp', 'ArrowRight', 'ArrowDown'].map((key) => neighbourTowards(key, centre, places));
    expect(found).toEqual(['north', 'east', 'south']);
  });

  test('stays where nothing lies in that direction, and for other keys', () => {
    expect(neighbourTowards('ArrowLeft', centre, places)).toBeNull();
    expect(neighbourTowards('Home', centre, places)).toBeNull();
  });
});

describe('labelPlace', () => {
  test('finds the room inside a bent shape, whose middle lies outside', () => {
    const bent = [
      [0, 0],
      [10, 0],
      [10, 10],
      [8, 10],
      [8, 4],
      [0, 4],
      [0, 0],
    ] as const;
    const { x, y, clearance } = labelPlace([bent]);
    expect(clearance).toBeGreaterThan(1.5);
    expect(y).toBeLessThan(4);
    expect(x).toBeGreaterThan(0);
  });

  test('gives a text the width of its narrowest line', () => {
    const roof = [
      [0, 10],
      [5, 0],
      [10, 10],
      [0, 10],
    ] as const;
    const { y, width } = labelPlace([roof]);
    expect(width(0, 0)).toBeCloseTo(y, 5);
    expect(width(2, 0)).toBeCloseTo(y - 2, 5);
    expect(width(0, 1)).toBeCloseTo(y, 5);
  });

  test('keeps out of a hole', () => {
    const square = [
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
      [0, 0],
    ] as const;
    const hole = [
      [1, 1],
      [9, 1],
      [9, 6],
      [1, 6],
      [1, 1],
    ] as const;
    expect(labelPlace([square, hole]).y).toBeGreaterThan(6);
  });
});
