/** The middle of an area on the map. */
export interface Centre {
  ags: string;
  x: number;
  /** grows downwards, as on screen */
  y: number;
}

const directions: Record<string, readonly [number, number]> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** The nearest centre in the direction of an arrow key, or null at the border and for other keys. */
export function neighbourTowards(key: string, from: Centre, others: readonly Centre[]): string | null {
  const direction = directions[key];
  if (!direction) return null;
  const [dx, dy] = direction;
  let best: { ags: string; cost: number } | null = null;
  for (const other of others) {
    const x = other.x - from.x;
    const y = other.y - from.y;
    const ahead = x * dx + y * dy;
    const aside = Math.abs(x * dy - y * dx);
    // Outside a right angle around the arrow another key is the shorter way.
    if (other.ags === from.ags || ahead <= 0 || aside > ahead) continue;
    const cost = ahead + 2 * aside;
    if (!best || cost < best.cost) best = { ags: other.ags, cost };
  }
  return best?.ags ?? null;
}
