import { divIcon, type LayerGroup, type Map as LeafletMap, latLng, layerGroup, marker } from 'leaflet';
import { afterPaint } from '../dom/after-paint.ts';
import { node } from '../dom/build-node.ts';
import { nameLines } from '../model/label-name.ts';
import { type LabelPlace, labelPlace } from '../model/label-place.ts';
import { type Box, inPixels, overlap } from '../model/pieces.ts';
import type { View } from '../model/view.ts';
import type { AreaLayer } from './area-layer.ts';

/** Half the height of a number, in pixels. */
const numberRadius = 9;
/** A map that is narrower has no labels. */
const narrow = 420;

/** Numbers and names where they fit. They repeat what path labels and list say, so they stay silent. */
export class MapLabels {
  readonly #map: LeafletMap;
  readonly #layer: LayerGroup;
  /** the name of what is pointed at, and of what is open: always whole, whatever room there is */
  readonly #named: LayerGroup;
  #pointed: readonly string[] = [];
  readonly #areas: AreaLayer;
  readonly #places = new Map<string, LabelPlace>();
  #view: View | null = null;
  #callOff = () => {};

  constructor(map: LeafletMap, areas: AreaLayer) {
    this.#map = map;
    this.#areas = areas;
    this.#layer = layerGroup().addTo(map);
    this.#named = layerGroup().addTo(map);
    map.getPane('markerPane')?.setAttribute('aria-hidden', 'true');
    map.on('moveend resize', () => this.#draw());
  }

  update(view: View): void {
    const first = this.#view === null;
    this.#view = view;
    if (!first) this.#draw();
    // To find their places takes a while: the areas are seen first.
    else this.#callOff = afterPaint(() => this.#draw());
  }

  /** Names these areas, with what is counted there. */
  name(agses: readonly string[]): void {
    this.#pointed = agses;
    this.#named.clearLayers();
    if (!this.#view) return;
    const { byAgs, layer } = this.#view;
    for (const ags of agses) {
      const row = byAgs.get(ags);
      const place = row && this.#placeOf(ags);
      if (!place) continue;
      const figure = layer.figure(row);
      const html = node(
        'div',
        { class: 'label-content named' },
        node('span', { class: 'place' }, row.name),
        figure && node('span', { class: 'number' }, figure),
      );
      const icon = divIcon({ className: 'map-label', html, iconSize: [0, 0] });
      const at = latLng(this.#map.unproject([place.x, place.y], 0));
      marker(at, { icon, interactive: false, keyboard: false, zIndexOffset: 1000 }).addTo(this.#named);
    }
  }

  stop(): void {
    this.#callOff();
  }

  #draw(): void {
    this.#layer.clearLayers();
    this.name(this.#pointed);
    if (!this.#view || this.#map.getContainer().clientWidth < narrow) return;
    const { shown, layer } = this.#view;
    const scale = this.#map.getZoomScale(this.#map.getZoom(), 0);
    const bounds = this.#map.getBounds().pad(0.2);
    const seen: Box = [
      ...inPixels(bounds.getWest(), bounds.getNorth()),
      ...inPixels(bounds.getEast(), bounds.getSouth()),
    ];
    for (const row of shown) {
      const place = this.#hasRoom(row.ags, scale, seen) ? this.#placeOf(row.ags) : undefined;
      if (!place || place.clearance * scale < numberRadius) continue;
      const figure = layer.figure(row);
      const lines = nameLines(row.name, place, scale, figure !== '');
      if (lines.length === 0 && !figure) continue;
      const label = node(
        'div',
        { class: `label-content on-${layer.classOf(row).look}` },
        ...lines.map((line) => node('span', { class: 'place' }, line)),
        figure && node('span', { class: 'number' }, figure),
      );
      const icon = divIcon({ className: 'map-label', html: label, iconSize: [0, 0] });
      const at = this.#map.unproject([place.x, place.y], 0);
      marker(latLng(at), { icon, interactive: false, keyboard: false }).addTo(this.#layer);
    }
  }

  #placeOf(ags: string): LabelPlace | undefined {
    const known = this.#places.get(ags);
    if (known) return known;
    const places = this.#areas.polygonsOf(ags).map(labelPlace);
    if (places.length === 0) return undefined;
    const place = places.reduce((a, b) => (b.clearance > a.clearance ? b : a));
    this.#places.set(ags, place);
    return place;
  }

  /** Whether it is in sight, and large enough for a number: only then its place is looked for. */
  #hasRoom(ags: string, scale: number, seen: Box): boolean {
    const box = this.#areas.boxOf(ags);
    if (!box || !overlap(box, seen)) return false;
    return Math.min(box[2] - box[0], box[3] - box[1]) * scale > 2 * numberRadius;
  }
}
