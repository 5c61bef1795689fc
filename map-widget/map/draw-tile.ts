import type { Look } from '../model/layer.ts';
import { arcAt, arcOf, type Box, type Piece, type Shape } from '../model/pieces.ts';
import type { CanvasLooks } from './canvas-looks.ts';

/** Width of a tile on the page. */
export const tileSize = 256;
/** A map between two zooms shows its tiles enlarged: they are drawn finer than they are seen. */
export const resolution = 2;

/** What a tile shows of the world, in pixels at zoom 0. */
export function boxOfTile({ x, y }: { x: number; y: number }, zoom: number): Box {
  const size = tileSize / 2 ** zoom;
  return [x * size, y * size, (x + 1) * size, (y + 1) * size];
}

/** One path for each look and one for all borders, straight from the arcs. */
export function drawTile(
  context: CanvasRenderingContext2D,
  box: Box,
  pieces: readonly [Piece, readonly Shape[]][],
  lookOf: (ags: string) => Look | undefined,
  { fills, lines }: CanvasLooks,
): void {
  const edge = tileSize * resolution;
  const scale = edge / (box[2] - box[0]);
  const areas = new Map<Look, Path2D>();
  const borders = new Path2D();
  const districts = new Path2D();
  for (const [piece, shapes] of pieces) {
    const arcs = new Set<number>();
    for (const { ags, polygons } of shapes) {
      const look = lookOf(ags);
      const path = look && (areas.get(look) ?? new Path2D());
      if (path) areas.set(look, path);
      // A ring ends where it began: to close its path as well takes longer than all else.
      for (const ring of polygons.flat())
        ring.forEach((number, at) => {
          arcs.add(arcAt(number));
          if (path) trace(path, arcOf(piece, number), number < 0, at === 0, box, scale);
        });
    }
    for (const arc of arcs) trace(borders, arcOf(piece, arc), false, true, box, scale);
    for (const arc of arcs)
      if (piece.districtBorders.has(arc)) trace(districts, arcOf(piece, arc), false, true, box, scale);
  }
  context.clearRect(0, 0, edge, edge);
  context.lineJoin = 'round';
  for (const [look, path] of areas) {
    context.fillStyle = fills.get(look) ?? '';
    context.fill(path, 'evenodd');
  }
  const stroke = (path: Path2D, colour: string, width: number) => {
    context.strokeStyle = colour;
    context.lineWidth = width * resolution;
    context.stroke(path);
  };
  // Far away the borders of municipalities would be all that is seen.
  const zoom = Math.log2(scale / resolution);
  stroke(borders, lines.area, Math.min(1, Math.max(0.2, (zoom - 5) / 4)));
  if (zoom > 7) stroke(districts, lines.casing, 4.5);
  stroke(districts, lines['district-border'], zoom > 7 ? 2 : 0.6);
}

/** Adds an arc; points that fall together on the screen are left out. */
function trace(
  path: Path2D,
  points: Float64Array,
  backwards: boolean,
  first: boolean,
  [left, top]: Box,
  scale: number,
): void {
  const last = points.length / 2 - 1;
  let [x, y] = [Number.NaN, Number.NaN];
  for (let step = 0; step <= last; step += 1) {
    const at = (backwards ? last - step : step) * 2;
    const nextX = ((points[at] ?? 0) - left) * scale;
    const nextY = ((points[at + 1] ?? 0) - top) * scale;
    if (step === 0 && first) path.moveTo(nextX, nextY);
    else if (step < last && Math.abs(nextX - x) + Math.abs(nextY - y) < resolution) continue;
    else path.lineTo(nextX, nextY);
    [x, y] = [nextX, nextY];
  }
}
