import type { MultiLineString, Position } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { type Area, readBoundaries } from '../../../map-widget/model/boundaries.ts';
import { type LabelPlace, labelPlace } from '../../../map-widget/model/label-place.ts';
import type { Region } from '../../catalogue/region/region.ts';

export type Shape = { readonly path: string; readonly label: LabelPlace };

/** The region's boundaries as SVG paths in a frame of `width` × `height`. */
export type Shapes = {
  readonly width: number;
  readonly height: number;
  /** By AGS; those of eight digits tile the region. */
  readonly municipalities: ReadonlyMap<string, Shape>;
  /** By AGS of five digits. */
  readonly districts: ReadonlyMap<string, Shape>;
  /** Every border once. */
  readonly borders: string;
  readonly districtBorders: string;
};

const width = 1000;
const known = new WeakMap<Region, Shapes>();

/** Drawn once for each region: the boundaries do not change while the hub runs. */
export function shapesOf(region: Region): Shapes {
  const existing = known.get(region);
  if (existing) return existing;
  const shapes = draw(JSON.parse(region.boundaries.body) as Topology);
  known.set(region, shapes);
  return shapes;
}

function draw(topology: Topology): Shapes {
  const { areas, districts } = readBoundaries(topology);
  const positions = areas.features.flatMap(polygonsOf).flat(2).map(mercator);
  const [left, right] = extent(positions.map(([x]) => x));
  const [top, bottom] = extent(positions.map(([, y]) => y));
  const scale = width / (right - left);
  const place = (position: Position): Point => {
    const [x, y] = mercator(position);
    return [(x - left) * scale, (y - top) * scale];
  };
  const shapeOf = (area: Area): Shape => {
    const polygons = polygonsOf(area).map((rings) => rings.map((ring) => ring.map(place)));
    return {
      path: polygons
        .flat()
        .map((ring) => `${pathOf(ring)}Z`)
        .join(''),
      label: polygons.map(labelPlace).reduce((a, b) => (b.clearance > a.clearance ? b : a)),
    };
  };
  const lines = (all: MultiLineString | null) =>
    (all?.coordinates ?? []).map((line) => pathOf(line.map(place))).join('');
  const byAgs = (list: readonly Area[]) => new Map(list.map((area) => [area.properties.ags, shapeOf(area)]));
  const districtAreas = topology.objects.districts as GeometryCollection<Area['properties']> | undefined;
  return {
    width,
    height: (bottom - top) * scale,
    municipalities: byAgs(areas.features),
    districts: byAgs(districtAreas ? (feature(topology, districtAreas).features as Area[]) : []),
    borders: lines(mesh(topology, topology.objects.municipalities as GeometryCollection)),
    districtBorders: lines(districts()),
  };
}

type Point = readonly [x: number, y: number];

/** As the map in the browser projects it: Web Mercator, the north at the top. */
const mercator = ([longitude = 0, latitude = 0]: Position): Point => [
  (longitude * Math.PI) / 180,
  -Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)),
];

const polygonsOf = ({ geometry }: Area): Position[][][] =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;

const pathOf = (points: readonly Point[]): string =>
  points.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');

const extent = (values: readonly number[]): [number, number] => [
  values.reduce((a, b) => Math.min(a, b)),
  values.reduce((a, b) => Math.max(a, b)),
];
