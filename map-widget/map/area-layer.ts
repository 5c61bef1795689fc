import type { MultiLineString, Position } from 'geojson';
import type { LatLngBounds, LatLngTuple, PolylineOptions } from 'leaflet';
import type { Ring } from '../model/label-place.ts';
import type { Box } from '../model/pieces.ts';
import type { View } from '../model/view.ts';

/** What map, keys and labels need of the areas, be they shapes of an SVG or drawn on a canvas. */
export interface AreaLayer {
  readonly all: readonly string[];
  readonly bounds: LatLngBounds;
  boxOf(ags: string): Box | undefined;
  /** in pixels at zoom 0 */
  polygonsOf(ags: string): readonly (readonly Ring[])[];
  /** The line around these municipalities together, without the borders between them. */
  around(ags: ReadonlySet<string>): MultiLineString;
  /** What takes the focus for an area. */
  stopOf(ags: string): HTMLElement | SVGElement | undefined;
  /** Takes an area out of the Tab order. */
  leave(ags: string): void;
  /** Only those that are reachable have a fill and a button. */
  update(view: View, reachable: ReadonlySet<string>): void;
  stop(): void;
}

/** What a visitor does with an area; null is no area any more. */
export interface AreaEvents {
  open(ags: string): void;
  point(ags: string | null): void;
}

/** Pixels at zoom 0 of the middle of a box. */
export const middleOf = ([left, top, right, bottom]: Box): [x: number, y: number] => [
  (left + right) / 2,
  (top + bottom) / 2,
];

/** GeoJSON says east before north, Leaflet north before east. */
export const toLatLngs = (points: Position[]): LatLngTuple[] =>
  points.map(([east = 0, north = 0]) => [north, east]);

/** The hub has simplified the boundaries: Leaflet has nothing to leave out of them. */
export const asGiven: PolylineOptions = { smoothFactor: 0, noClip: true };
