import type { MultiLineString } from 'geojson';
import { type Map as LeafletMap, type Polyline, type PolylineOptions, polyline } from 'leaflet';
import { afterPaint } from '../dom/after-paint.ts';
import { type AreaLayer, asGiven, toLatLngs } from './area-layer.ts';

/** Lines above all areas: the districts' borders, and the ring around what is chosen or focused. */
export class MapLines {
  readonly #rings: Polyline[];
  readonly #areas: AreaLayer;
  readonly #callOff: () => void;

  /** @param districts the borders between them; null where they are drawn already */
  constructor(map: LeafletMap, areas: AreaLayer, districts: () => MultiLineString | null) {
    this.#areas = areas;
    const line = (pane: string, className: string, weight: number) => {
      const style: PolylineOptions = { ...asGiven, className, weight, fill: false };
      return polyline([], { ...style, interactive: false, pane }).addTo(map);
    };
    createPane(map, 'districts', 410);
    createPane(map, 'rings', 420);
    this.#callOff = afterPaint(() => {
      const borders = districts();
      if (!borders) return;
      const lines = borders.coordinates.map(toLatLngs);
      line('districts', 'casing', 4.5).setLatLngs(lines);
      line('districts', 'district-border', 2).setLatLngs(lines);
    });
    this.#rings = [line('rings', 'casing', 8), line('rings', 'mark', 4)];
  }

  stop(): void {
    this.#callOff();
  }

  /** A copy of the border: moving the shape itself to the top would drop its focus. */
  ring(chosen: ReadonlySet<string>, pointed: string | null): void {
    const groups = [chosen, new Set(pointed && !chosen.has(pointed) ? [pointed] : [])];
    const lines = groups
      .filter(({ size }) => size > 0)
      .flatMap((group) => this.#areas.around(group).coordinates.map(toLatLngs));
    for (const ring of this.#rings) ring.setLatLngs(lines);
  }
}

function createPane(map: LeafletMap, name: string, level: number): void {
  map.createPane(name).style.zIndex = String(level);
}
