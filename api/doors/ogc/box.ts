import type { MultiPolygon, Position } from 'geojson';
import { crossing } from '../../../map-widget/model/crossing.ts';
import type { Box } from '../../catalogue/model/entity.ts';
import { badInput } from '../../errors.ts';

/**
 * `?bbox=` after OGC API Features: four numbers, or six with heights, which nothing here has.
 * @param degrees whether they are degrees of longitude and latitude; else metres.
 * @returns two boxes where it crosses the 180th meridian.
 */
export function readBoxes(given: string, degrees: boolean): Box[] {
  const numbers = given.split(',').map((text) => (text.trim() === '' ? Number.NaN : Number(text)));
  const [west = 0, south = 0, east = 0, north = 0] =
    numbers.length === 6 ? [0, 1, 3, 4].map((at) => numbers[at]) : numbers;
  const right =
    (numbers.length === 4 || numbers.length === 6) &&
    numbers.every(Number.isFinite) &&
    south <= north &&
    (degrees
      ? [west, east].every((one) => Math.abs(one) <= 180) &&
        [south, north].every((one) => Math.abs(one) <= 90)
      : west <= east);
  if (!right)
    throw badInput(
      '?bbox',
      given,
      degrees
        ? 'allowed is west,south,east,north in degrees, such as 7.5,47.8,8.1,48.2'
        : 'allowed is west,south,east,north in metres of the system that ?bbox-crs names',
    );
  return west <= east
    ? [[west, south, east, north]]
    : [
        [west, south, 180, north],
        [-180, south, east, north],
      ];
}

export const holds = ([west, south, east, north]: Box, [x = 0, y = 0]: Position): boolean =>
  x >= west && x <= east && y >= south && y <= north;

/** Whether an area and a box have a point in common. */
export function meets(box: Box, { coordinates }: MultiPolygon): boolean {
  const [west, south] = box;
  return coordinates.some(
    (rings) =>
      rings.some((ring) => ring.some((from, at) => crosses(box, from, ring[at + 1] ?? from))) ||
      // The border stays outside: the box lies within the area, or outside of it.
      rings.filter((ring) => surrounds(ring, [west, south])).length === 1,
  );
}

/** Whether a line has a point in the box (Liang and Barsky: what is left of it between each pair of sides). */
function crosses([west, south, east, north]: Box, from: Position, to: Position): boolean {
  let [first, last] = [0, 1];
  for (const [at, low, high] of [
    [0, west, east],
    [1, south, north],
  ] as const) {
    const [start = 0, end = 0] = [from[at], to[at]];
    const length = end - start;
    if (length === 0) {
      if (start < low || start > high) return false;
      continue;
    }
    const ends = [(low - start) / length, (high - start) / length];
    first = Math.max(first, Math.min(...ends));
    last = Math.min(last, Math.max(...ends));
  }
  return first <= last;
}

/** Whether a ring goes around a point: a ray to the east crosses it an odd number of times. */
function surrounds(ring: readonly Position[], [x = 0, y = 0]: Position): boolean {
  let inside = false;
  ring.forEach(([x1 = 0, y1 = 0], at) => {
    const [x0 = 0, y0 = 0] = ring.at(at - 1) ?? [];
    if (x < crossing(y, x0, y0, x1, y1)) inside = !inside;
  });
  return inside;
}
