import type { Geometry, Position } from 'geojson';
import { badInput } from '../errors.ts';

/** A coordinate reference system in which features can be asked for (OGC API Features Part 2). */
export type Crs = {
  /** Its address, which is its name. */
  readonly uri: string;
  /** Whether coordinates are degrees of longitude and latitude. */
  readonly degrees: boolean;
  /** From degrees of longitude and latitude (WGS84). */
  readonly project: (position: Position) => Position;
};

const uriOf = (code: number) => `http://www.opengis.net/def/crs/EPSG/0/${code}`;

async function epsg(code: number): Promise<Crs> {
  const { default: proj4 } = await import('proj4');
  // The system of German surveyors west of 12°, on ETRS89: within centimetres of WGS84.
  proj4.defs('EPSG:25832', '+proj=utm +zone=32 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs');
  const { forward } = proj4(`EPSG:${code}`);
  return {
    uri: uriOf(code),
    degrees: false,
    // To the centimetre: boundaries are coarser than that.
    project: ([longitude = 0, latitude = 0]) =>
      forward([longitude, latitude]).map((metres) => Math.round(metres * 100) / 100),
  };
}

/** Longitude and latitude: how geometry is kept, and what is given unless another system is asked for. */
export const crs84: Crs = {
  uri: 'http://www.opengis.net/def/crs/OGC/1.3/CRS84',
  degrees: true,
  project: (position) => position,
};

const codes = [25832, 3857];

/** The addresses of the systems that there are. Axes of all are east, north. */
export const systems: readonly string[] = [crs84.uri, ...codes.map(uriOf)];

/**
 * The system that a parameter names; CRS84 where it is not given.
 * @param at the parameter, `?crs` or `?bbox-crs`, for the error.
 * @throws CallerError with the systems that there are.
 */
export async function readCrs(at: '?crs' | '?bbox-crs', given: string | undefined): Promise<Crs> {
  if (given === undefined || given === crs84.uri) return crs84;
  const code = codes.find((one) => uriOf(one) === given);
  if (code) return epsg(code);
  throw badInput(at, given, `allowed are ${systems.join(', ')}`);
}

/** A geometry in another system. */
export function projected<Shape extends Geometry>(geometry: Shape, { degrees, project }: Crs): Shape {
  if (degrees || !('coordinates' in geometry)) return geometry;
  const deep = (part: unknown[]): unknown[] =>
    typeof part[0] === 'number' ? project(part as Position) : part.map((inner) => deep(inner as unknown[]));
  return { ...geometry, coordinates: deep(geometry.coordinates) };
}
