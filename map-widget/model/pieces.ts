import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';
import { crossing } from './crossing.ts';
import { known } from './known.ts';
import type { Ring } from './label-place.ts';

/** left, top, right and bottom, in pixels of a web map at zoom 0 */
export type Box = readonly [left: number, top: number, right: number, bottom: number];

export interface Shape {
  ags: string;
  name: string;
  box: Box;
  /** polygons of rings of arcs, as TopoJSON numbers them: ~arc is the arc backwards */
  polygons: number[][][];
}

/** Areas that share their borders, in pixels of a web map at zoom 0: nothing is copied out of the TopoJSON. */
export interface Piece {
  /** x and y of each point, in turns */
  arcs: readonly Float64Array[];
  /** arcs between two districts, or with nothing on the other side */
  districtBorders: ReadonlySet<number>;
  shapes: readonly Shape[];
}

export const inPixels = (longitude: number, latitude: number): [x: number, y: number] => {
  const sine = Math.sin((latitude * Math.PI) / 180);
  return [((longitude + 180) / 360) * 256, (0.5 - Math.atanh(sine) / (2 * Math.PI)) * 256];
};

export const inDegrees = (x: number, y: number): [longitude: number, latitude: number] => {
  const sine = Math.tanh((0.5 - y / 256) * 2 * Math.PI);
  return [(x / 256) * 360 - 180, (Math.asin(sine) * 180) / Math.PI];
};

export const overlap = (a: Box, b: Box): boolean =>
  a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1];

/** The box around all of them. */
export function around(boxes: readonly Box[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    left = Math.min(left, box[0]);
    top = Math.min(top, box[1]);
    right = Math.max(right, box[2]);
    bottom = Math.max(bottom, box[3]);
  }
  return [left, top, right, bottom];
}

export const arcAt = (number: number): number => (number < 0 ? ~number : number);

/** The points of an arc, forwards, by the number that a ring has for it. */
export const arcOf = ({ arcs }: Pick<Piece, 'arcs'>, number: number): Float64Array =>
  known(arcs[arcAt(number)], `arc ${number}`);

export function readPiece(topology: Topology): Piece {
  const arcs = topology.arcs.map((arc) => arcInPixels(arc, topology.transform));
  const areas = topology.objects.municipalities as GeometryCollection;
  const districts = new Map<number, string>();
  const districtBorders = new Set<number>();
  const shapes = areas.geometries.map((area) => {
    const { ags = String(area.id), name = ags } = (area.properties ?? {}) as { ags?: string; name?: string };
    const polygons = polygonsOf(area as Polygon | MultiPolygon);
    for (const arc of polygons.flat(2).map(arcAt)) {
      const other = districts.get(arc);
      if (other === ags.slice(0, 5)) districtBorders.delete(arc);
      else if (other === undefined) districtBorders.add(arc);
      districts.set(arc, ags.slice(0, 5));
    }
    return { ags, name, polygons, box: boxOf(polygons, arcs) };
  });
  return { arcs, districtBorders, shapes };
}

const polygonsOf = (area: Polygon | MultiPolygon): number[][][] =>
  area.type === 'Polygon' ? [area.arcs] : area.type === 'MultiPolygon' ? area.arcs : [];

function arcInPixels(arc: number[][], transform: Topology['transform']): Float64Array {
  const points = new Float64Array(arc.length * 2);
  const [scaleX, scaleY] = transform?.scale ?? [1, 1];
  const [left, bottom] = transform?.translate ?? [0, 0];
  let x = 0;
  let y = 0;
  arc.forEach(([nextX = 0, nextY = 0], at) => {
    // With a transform each point is told by its distance from the one before.
    x = transform ? x + nextX : nextX;
    y = transform ? y + nextY : nextY;
    points.set(inPixels(x * scaleX + left, y * scaleY + bottom), at * 2);
  });
  return points;
}

function boxOf(polygons: number[][][], arcs: readonly Float64Array[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [ring] of polygons)
    for (const number of ring ?? []) {
      const points = arcOf({ arcs }, number);
      for (let at = 0; at < points.length; at += 2) {
        const [x = 0, y = 0] = [points[at], points[at + 1]];
        if (x < left) left = x;
        if (x > right) right = x;
        if (y < top) top = y;
        if (y > bottom) bottom = y;
      }
    }
  return [left, top, right, bottom];
}

/** The points of a ring, closed. */
export function ringOf(piece: Piece, ring: readonly number[]): Ring {
  return ring.flatMap((number) => {
    const points = arcOf(piece, number);
    const pairs = Array.from(
      { length: points.length / 2 },
      (_, at) => [points[at * 2] ?? 0, points[at * 2 + 1] ?? 0] as const,
    );
    return number < 0 ? pairs.reverse() : pairs;
  });
}

/** Whether the point lies inside: a ray from it to the right crosses the border an odd number of times. */
export function contains(piece: Piece, { box, polygons }: Shape, x: number, y: number): boolean {
  if (!overlap(box, [x, y, x, y])) return false;
  let inside = false;
  for (const number of polygons.flat(2)) {
    const points = arcOf(piece, number);
    for (let at = 2; at < points.length; at += 2) {
      const [ax = 0, ay = 0, bx = 0, by = 0] = points.subarray(at - 2, at + 2);
      if (x < crossing(y, ax, ay, bx, by)) inside = !inside;
    }
  }
  return inside;
}
