import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { mergeArcs, neighbors, quantize } from 'topojson-client';
import { topology as makeTopology } from 'topojson-server';
import { presimplify, quantile, simplify } from 'topojson-simplify';
import type {
  GeometryCollection,
  Topology,
  MultiPolygon as TopoMultiPolygon,
  Polygon as TopoPolygon,
} from 'topojson-specification';

/** An area of VG250: `AGS` (8 digits), `GEN` (name), `BEZ` (kind), `GF` (4: land; lakes and the sea stand beside it). */
export type AreaProperties = {
  readonly AGS: string;
  readonly GEN: string;
  readonly BEZ: string;
  readonly GF: number;
};
export type Area = Feature<Polygon | MultiPolygon, AreaProperties>;
/** The package's file: a municipality with a lake is a collection of both. */
export type AreaFile = readonly (Area | FeatureCollection<Polygon | MultiPolygon, AreaProperties>)[];

type Named = { ags: string; name: string };
type Areas = GeometryCollection<Named>;
/** The shape that the hub shows: both layers share their arcs, ids are the AGS. */
export type Boundaries = Topology<{ municipalities: Areas; districts: Areas }>;

export type BoundaryOptions = {
  /** Beginnings of AGS, e.g. `08317` for the Ortenaukreis or `08` for Baden-Württemberg. */
  readonly prefixes: readonly string[];
  /** Part of the removable points that is kept, 0 to 1. */
  readonly keep: number;
};

/** Steps of the grid that coordinates are rounded to, as in the boundaries of Freiburg. */
export const quantization = 1e5;

/** What no area was found for; the message says what there is. */
export class UnknownPrefixError extends Error {
  override readonly name = 'UnknownPrefixError';
}

/**
 * The boundaries of all municipalities whose AGS begins with one of the prefixes.
 * @throws UnknownPrefixError for a prefix without a municipality.
 */
export function buildBoundaries(file: AreaFile, { prefixes, keep }: BoundaryOptions): Boundaries {
  const weighted = weighBoundaries(file, prefixes);
  return simplifyBoundaries(weighted, quantile(weighted, keep), quantization);
}

/** Boundaries whose points know how much they matter: the area, in square degrees, that is lost without one. */
export type WeightedBoundaries = Topology<{ municipalities: Areas }>;

export function weighBoundaries(file: AreaFile, prefixes: readonly string[]): WeightedBoundaries {
  const land = municipalLand(file);
  for (const prefix of prefixes)
    if (!land.some(({ ags }) => ags.startsWith(prefix)))
      throw new UnknownPrefixError(
        `No municipality has an AGS that begins with ${prefix}. There are districts ${districtsOf(land).join(', ')}.`,
      );
  const wanted = land.filter(({ ags }) => prefixes.some((prefix) => ags.startsWith(prefix)));
  const municipalities: FeatureCollection<MultiPolygon, Named> = {
    type: 'FeatureCollection',
    features: wanted.map(({ ags, name, polygons }) => ({
      type: 'Feature',
      id: ags,
      properties: { ags, name },
      geometry: { type: 'MultiPolygon', coordinates: polygons },
    })),
  };
  return presimplify(makeTopology({ municipalities }) as WeightedBoundaries);
}

/** Drops the points of less weight, adds the districts, and rounds to a grid of that many steps. */
export function simplifyBoundaries(weighted: WeightedBoundaries, weight: number, steps: number): Boundaries {
  // Shared borders stay shared: the points are dropped from arcs, not from polygons.
  const simple = simplify(weighted, weight);
  const layer = simple.objects.municipalities;
  const districts = districtsOf(layer.geometries.map(({ id }) => ({ ags: String(id) }))).map((ags) => ({
    ...mergeArcs(
      simple,
      layer.geometries.filter(({ id }) => String(id).startsWith(ags)) as (TopoPolygon | TopoMultiPolygon)[],
    ),
    id: ags,
    properties: { ags, name: ags },
  }));
  const boundaries: Boundaries = {
    ...simple,
    objects: { municipalities: layer, districts: { type: 'GeometryCollection', geometries: districts } },
  };
  return quantize(boundaries, steps) as Boundaries;
}

type Land = Named & { readonly polygons: MultiPolygon['coordinates'] };

/** The land of each municipality, in the order of the AGS; areas that belong to none are left out. */
function municipalLand(file: AreaFile): Land[] {
  const byAgs = new Map<string, Land>();
  for (const { properties, geometry } of file.flatMap((entry) =>
    'features' in entry ? entry.features : [entry],
  )) {
    if (properties.GF !== 4 || /gemeindefrei/i.test(properties.BEZ)) continue;
    const land = byAgs.get(properties.AGS) ?? { ags: properties.AGS, name: properties.GEN, polygons: [] };
    land.polygons.push(...(geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates));
    byAgs.set(properties.AGS, land);
  }
  return [...byAgs.values()].sort((a, b) => (a.ags < b.ags ? -1 : 1));
}

const districtsOf = (land: readonly Pick<Land, 'ags'>[]) =>
  [...new Set(land.map(({ ags }) => ags.slice(0, 5)))].sort();

/** Rows of `neighbours.csv`: pairs that share a border line, in both directions. */
export function neighbourRows({ objects }: Boundaries): [ags: string, neighbour: string][] {
  const { geometries } = objects.municipalities;
  return neighbors(geometries)
    .flatMap((indices, index) =>
      indices.map((other): [string, string] => [
        String(geometries[index]?.id),
        String(geometries[other]?.id),
      ]),
    )
    .sort(([a, b], [c, d]) => (`${a} ${b}` < `${c} ${d}` ? -1 : 1));
}
