import type { MultiLineString } from 'geojson';
import { type GeoJSON, geoJSON, type Map as LeafletMap, type PolylineOptions } from 'leaflet';
import { afterPaint } from '../dom/after-paint.ts';
import { type AreaLayer, asGiven } from './area-layer.ts';

/** Lines above all areas: the districts' borders, and the ring around what is chosen or focused. */
export class MapLines {
  readonly #rings: GeoJSON[];
  readonly #areas: AreaLayer;
  readonly #callOff: () => void;

  /** @param districts the borders between them; null where they are drawn already */
  constructor(map: LeafletMap, areas: AreaLayer, districts: () => MultiLineString | null) {
    this.#areas = areas;
    const line = (pane: string, className: string, weight: number) => {
      const style: PolylineOptions = { ...asGiven, className, weight, fill: false };
      return geoJSON(undefined, { style, interactive: false, pane }).addTo(map);
    };
    createPane(map, 'districts', 410);
    createPane(map, 'rings', 420);
    this.#callOff = afterPaint(() => {
      const borders = districts();
      if (!borders) return;
      line('districts', 'casing', 4.5).addData(borders);
      line('districts', 'district-border', 2).addData(borders);
    });
    this.#rings = [line('rings', 'casing', 8), line('rings', 'mark', 4)];
  }

  stop(): void {
    this.#callOff();
  }

  /** A copy of the border: moving the shape itself to the top would drop its focus. */
  ring(chosen: ReadonlySet<string>, pointed: string | null): void {
    const groups = [chosen, new Set(pointed && !chosen.has(pointed) ? [pointed] : [])];
    const lines = groups.filter(({ size }) => size > 0).map((group) => this.#areas.around(group));
    for (const layer of this.#rings) {
      layer.clearLayers();
      for (const line of lines) layer.addData(line);
    }
  }
}

function createPane(map: LeafletMap, name: string, level: number): void {
  map.createPane(name).style.zIndex = String(level);
}
