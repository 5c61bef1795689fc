import { type GeoJSON, geoJSON, type Map as LeafletMap } from 'leaflet';
import type { Area, Boundaries } from './boundaries.ts';

/** Lines above all areas: the districts' borders, and the ring around what is chosen or focused. */
export class MapLines {
  readonly #rings: GeoJSON[];

  constructor(map: LeafletMap, districts: Boundaries['districts']) {
    const line = (pane: string, className: string, weight: number) =>
      geoJSON(undefined, { style: { className, weight, fill: false }, interactive: false, pane }).addTo(map);
    createPane(map, 'districts', 410);
    createPane(map, 'rings', 420);
    if (districts) {
      line('districts', 'casing', 4.5).addData(districts);
      line('districts', 'district-border', 2).addData(districts);
    }
    this.#rings = [line('rings', 'casing', 8), line('rings', 'mark', 4)];
  }

  /** A copy of the shape: moving the shape itself to the top would drop its focus. */
  ring(areas: readonly Area[]): void {
    for (const layer of this.#rings) {
      layer.clearLayers();
      for (const area of areas) layer.addData(area);
    }
  }
}

function createPane(map: LeafletMap, name: string, level: number): void {
  map.createPane(name).style.zIndex = String(level);
}
