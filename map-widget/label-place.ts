export type Ring = readonly (readonly [number, number])[];

export interface LabelPlace {
  x: number;
  y: number;
  /** distance to the nearest border */
  clearance: number;
  /** free width to both sides, symmetric */
  width: number;
}

const grid = 14;

/** The roomiest point inside a polygon: a centroid may lie outside of a bent municipality. */
export function labelPlace(rings: readonly Ring[]): LabelPlace {
  const xs = rings[0]!.map(([x]) => x);
  const ys = rings[0]!.map(([, y]) => y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  let best: LabelPlace = { x: (left + right) / 2, y: (top + bottom) / 2, clearance: 0, width: 0 };
  for (let row = 1; row < grid; row += 1) {
    const y = top + ((bottom - top) * row) / grid;
    const crossings = crossingsAt(rings, y);
    for (let column = 1; column < grid; column += 1) {
      const x = left + ((right - left) * column) / grid;
      if (crossings.filter((crossing) => crossing < x).length % 2 === 0) continue;
      const clearance = distance(rings, x, y);
      if (clearance <= best.clearance) continue;
      const width = 2 * Math.min(...crossings.map((crossing) => Math.abs(crossing - x)));
      best = { x, y, clearance, width };
    }
  }
  return best;
}

function* edges(rings: readonly Ring[]) {
  for (const ring of rings) for (let i = 1; i < ring.length; i += 1) yield [ring[i - 1]!, ring[i]!] as const;
}

function crossingsAt(rings: readonly Ring[], y: number): number[] {
  const found: number[] = [];
  for (const [[ax, ay], [bx, by]] of edges(rings)) {
    if (ay > y !== by > y) found.push(ax + ((y - ay) / (by - ay)) * (bx - ax));
  }
  return found;
}

function distance(rings: readonly Ring[], x: number, y: number): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (const [[ax, ay], [bx, by]] of edges(rings)) {
    const length = (bx - ax) ** 2 + (by - ay) ** 2 || 1;
    const along = Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
    nearest = Math.min(nearest, Math.hypot(ax + along * (bx - ax) - x, ay + along * (by - ay) - y));
  }
  return nearest;
}
