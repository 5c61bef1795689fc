import { crossing } from './crossing.ts';

export type Ring = readonly (readonly [number, number])[];

export interface LabelPlace {
  x: number;
  y: number;
  /** distance to the nearest border */
  clearance: number;
  /** free width to both sides, symmetric, of a text that reaches so far up and down from here */
  width(up: number, down: number): number;
}

const grid = 14;

/** The roomiest point inside a polygon: a centroid may lie outside of a bent municipality. */
export function labelPlace(rings: readonly Ring[]): LabelPlace {
  const [outer = []] = rings;
  const xs = outer.map(([x]) => x);
  const ys = outer.map(([, y]) => y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  let best = { x: (left + right) / 2, y: (top + bottom) / 2, clearance: 0 };
  for (let row = 1; row < grid; row += 1) {
    const y = top + ((bottom - top) * row) / grid;
    const crossings = crossingsAt(rings, y);
    for (let column = 1; column < grid; column += 1) {
      const x = left + ((right - left) * column) / grid;
      if (crossings.filter((crossing) => crossing < x).length % 2 === 0) continue;
      const clearance = distance(rings, x, y, best.clearance);
      if (clearance <= best.clearance) continue;
      best = { x, y, clearance };
    }
  }
  return { ...best, width: (up, down) => freeWidth(rings, best, up, down) };
}

function freeWidth(
  rings: readonly Ring[],
  { x, y }: { x: number; y: number },
  up: number,
  down: number,
): number {
  const crossings = [y - up, y, y + down].flatMap((line) => crossingsAt(rings, line));
  return 2 * Math.min(...crossings.map((crossing) => Math.abs(crossing - x)));
}

// Plain loops: these run some hundred thousand times before the first number stands on the map.
// biome-ignore-start lint/style/noNonNullAssertion: both ends of a side are within the ring
function crossingsAt(rings: readonly Ring[], y: number): number[] {
  const found: number[] = [];
  for (const ring of rings)
    for (let i = 1; i < ring.length; i += 1) {
      const [a, b] = [ring[i - 1]!, ring[i]!];
      const x = crossing(y, a[0], a[1], b[0], b[1]);
      if (!Number.isNaN(x)) found.push(x);
    }
  return found;
}

/** To the nearest edge, or to the first one that is no further than `enough`. */
function distance(rings: readonly Ring[], x: number, y: number, enough: number): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (const ring of rings)
    for (let i = 1; i < ring.length; i += 1) {
      const a = ring[i - 1]!;
      const b = ring[i]!;
      const sideX = b[0] - a[0];
      const sideY = b[1] - a[1];
      const length = sideX * sideX + sideY * sideY || 1;
      const along = Math.max(0, Math.min(1, ((x - a[0]) * sideX + (y - a[1]) * sideY) / length));
      const toX = a[0] + along * sideX - x;
      const toY = a[1] + along * sideY - y;
      nearest = Math.min(nearest, toX * toX + toY * toY);
      if (nearest <= enough * enough) return enough;
    }
  return Math.sqrt(nearest);
}
// biome-ignore-end lint/style/noNonNullAssertion: no ring is walked below
