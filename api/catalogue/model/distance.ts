import { type Sql, sql } from '../../database/sql.ts';
import type { Box } from './entity.ts';

/** The mean radius of the earth (IUGG). */
const earthKm = 6371.0088;
/** The least length of a degree of latitude: a band that is too wide is only slower, never wrong. */
const kmPerDegree = 110.5;

/** Great-circle distance of two municipalities' points in kilometres (haversine); null where one has none. */
export const distanceKm = (a: Sql, b: Sql): Sql =>
  // `least` passes over what is unknown.
  sql`(CASE WHEN ${b}.latitude - ${a}.latitude IS NOT NULL AND ${b}.longitude - ${a}.longitude IS NOT NULL
  THEN ${2 * earthKm}::double precision * asin(sqrt(least(1, power(sin(radians(${b}.latitude - ${a}.latitude) / 2), 2)
  + cos(radians(${a}.latitude)) * cos(radians(${b}.latitude)) * power(sin(radians(${b}.longitude - ${a}.longitude) / 2), 2)))) END)`;

type Point = { readonly latitude: number | null; readonly longitude: number | null };

/** The same in memory. */
export function kilometres(a: Point, b: Point): number | null {
  if (a.latitude === null || a.longitude === null || b.latitude === null || b.longitude === null) return null;
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2;
  const chord =
    half(a.latitude, b.latitude) +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(a.longitude, b.longitude);
  return 2 * earthKm * Math.asin(Math.sqrt(Math.min(1, chord)));
}

/** Whether the municipality `m` is at most so far from another one; the band of latitudes has an index. */
export const isWithin = (
  km: number,
  ags: string,
  m: Sql,
): Sql => sql`EXISTS (SELECT 1 FROM municipality origin
  WHERE origin.ags = ${ags} AND ${m}.latitude BETWEEN origin.latitude - ${km / kmPerDegree}::double precision
    AND origin.latitude + ${km / kmPerDegree}::double precision
    AND ${distanceKm(sql`origin`, m)} <= ${km}::double precision)`;

/** Whether the point of the municipality `m` lies in the box, its edges included. */
export const isInBox = (
  [west, south, east, north]: Box,
  m: Sql,
): Sql => sql`(${m}.latitude BETWEEN ${south}::double precision AND ${north}::double precision
  AND ${m}.longitude BETWEEN ${west}::double precision AND ${east}::double precision)`;
