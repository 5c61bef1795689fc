import type { Feature, MultiPoint, MultiPolygon, Point, Polygon, Position } from 'geojson';
import { feature, merge } from 'topojson-client';
import type { GeometryCollection, MultiPolygon as TopoArea, Topology } from 'topojson-specification';
import type { Box } from '../catalogue/model/entity.ts';
import type { Region } from '../catalogue/region/region.ts';
import { sql } from '../database/sql.ts';
import type { Hub } from '../hub.ts';

export const geometryKinds = ['point', 'boundary'] as const;
export type GeometryKind = (typeof geometryKinds)[number];

/**
 * The geometry of a record that belongs to these municipalities, in WGS84; null where none of them has one.
 * Kinds of geometry are not mixed within a dataset, as GIS programs like it: with `several`, all points are
 * MultiPoints; every area is a MultiPolygon.
 */
export type Geometries = {
  /** AGS of all that have a point or an area. */
  readonly places: readonly string[];
  readonly point: (places: readonly string[], several: boolean) => Point | MultiPoint | null;
  readonly boundary: (places: readonly string[]) => MultiPolygon | null;
};

/**
 * Points from the catalogue, boundaries from the region's TopoJSON. A Landkreis has no point of its own and
 * gets the middle of its area.
 */
export async function readGeometries({ database, region }: Hub): Promise<Geometries> {
  const areas = areasOf(region);
  const rows = await database.rows<{ ags: string; longitude: number | null; latitude: number | null }>(
    sql`SELECT ags, longitude, latitude FROM municipality`,
  );
  const points = new Map<string, Position>();
  for (const { ags, longitude, latitude } of rows) {
    const area = areas.get(ags);
    if (longitude !== null && latitude !== null) points.set(ags, [longitude, latitude]);
    else if (area) points.set(ags, middleOf(area));
  }
  return {
    places: [...new Set([...points.keys(), ...areas.keys()])],
    point(places, several) {
      const coordinates = places.flatMap((ags) => [points.get(ags) ?? []].filter((at) => at.length > 0));
      if (coordinates.length === 0) return null;
      return several
        ? { type: 'MultiPoint', coordinates }
        : { type: 'Point', coordinates: coordinates[0] as Position };
    },
    boundary(places) {
      const [only, ...others] = places.flatMap((ags) => areas.get(ags) ?? []);
      if (only === undefined) return null;
      return others.length === 0 ? only : union(region, places);
    },
  };
}

type Shapes = GeometryCollection<{ ags: string }>;
const cache = new WeakMap<
  Region,
  { topology: Topology; shapes: Map<string, TopoArea>; areas: Map<string, MultiPolygon> }
>();

function boundariesOf(region: Region) {
  const known = cache.get(region);
  if (known) return known;
  const topology = JSON.parse(region.boundaries.body) as Topology;
  const shapes = new Map<string, TopoArea>();
  const areas = new Map<string, MultiPolygon>();
  for (const layer of Object.values(topology.objects) as Shapes[])
    for (const shape of layer.geometries) {
      const { geometry } = feature(topology, shape as TopoArea) as Feature<Polygon | MultiPolygon>;
      const ags = String(shape.id);
      shapes.set(ags, shape as TopoArea);
      areas.set(
        ags,
        byRightHand({
          type: 'MultiPolygon',
          coordinates: geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
        }),
      );
    }
  const read = { topology, shapes, areas };
  cache.set(region, read);
  return read;
}

/** The boundary of every municipality and Landkreis, by AGS. */
export const areasOf = (region: Region): ReadonlyMap<string, MultiPolygon> => boundariesOf(region).areas;

/** The box around all areas of the region. */
export function boxOfRegion(region: Region): Box {
  const box: [number, number, number, number] = [180, 90, -180, -90];
  for (const { coordinates } of areasOf(region).values())
    for (const [longitude = 0, latitude = 0] of coordinates.flat(2)) {
      box[0] = Math.min(box[0], longitude);
      box[1] = Math.min(box[1], latitude);
      box[2] = Math.max(box[2], longitude);
      box[3] = Math.max(box[3], latitude);
    }
  return box;
}

/** Several areas as one, without the borders between them. */
function union(region: Region, places: readonly string[]): MultiPolygon {
  const { topology, shapes } = boundariesOf(region);
  return byRightHand(
    merge(
      topology,
      places.flatMap((ags) => shapes.get(ags) ?? []),
    ),
  );
}

/** Outer rings against the clock and holes with it, as RFC 7946 has it and TopoJSON has not. */
const byRightHand = ({ coordinates }: MultiPolygon): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: coordinates.map((rings) =>
    rings.map((ring, at) => (gravity(ring).area > 0 === (at === 0) ? ring : ring.toReversed())),
  ),
});

/** Centre of gravity of the largest part. */
function middleOf({ coordinates }: MultiPolygon): Position {
  const parts = coordinates.map(([ring = []]) => gravity(ring));
  const { x, y } = parts.reduce((largest, part) =>
    Math.abs(part.area) > Math.abs(largest.area) ? part : largest,
  );
  return [x, y].map((value) => Math.round(value * 1e5) / 1e5);
}

/** Centre of a ring, and twice its area: negative where it goes with the clock. */
function gravity(ring: readonly Position[]) {
  let [area, x, y] = [0, 0, 0];
  for (let at = 1; at < ring.length; at++) {
    const [x0 = 0, y0 = 0] = ring[at - 1] ?? [];
    const [x1 = 0, y1 = 0] = ring[at] ?? [];
    const cross = x0 * y1 - x1 * y0;
    area += cross;
    x += (x0 + x1) * cross;
    y += (y0 + y1) * cross;
  }
  return { area, x: x / (3 * area), y: y / (3 * area) };
}
