import { divIcon, type LayerGroup, type Map as LeafletMap, latLng, layerGroup, marker } from 'leaflet';
import type { Area } from './boundaries.ts';
import { node } from './build-node.ts';
import { type LabelPlace, labelPlace, type Ring } from './label-place.ts';
import type { View } from './view.ts';

/** Half the height of a number, and what a letter of a name takes, in pixels. */
const numberRadius = 9;
const nameRadius = 17;
const letter = 7.4;
const narrow = 420;

/** Numbers and names where they fit. They repeat what path labels and list say, so they stay silent. */
export class MapLabels {
  readonly #map: LeafletMap;
  readonly #layer: LayerGroup;
  readonly #places: Map<string, LabelPlace>;
  #view: View | null = null;

  constructor(map: LeafletMap, areas: readonly Area[]) {
    this.#map = map;
    this.#places = new Map(areas.map((area) => [area.properties.ags, this.#placeOf(area)]));
    this.#layer = layerGroup().addTo(map);
    map.getPane('markerPane')?.setAttribute('aria-hidden', 'true');
    map.on('zoomend resize', () => this.#draw());
  }

  update(view: View): void {
    this.#view = view;
    this.#draw();
  }

  #draw(): void {
    this.#layer.clearLayers();
    if (!this.#view || this.#map.getContainer().clientWidth < narrow) return;
    const { shown, layer } = this.#view;
    const scale = this.#map.getZoomScale(this.#map.getZoom(), 0);
    for (const row of shown) {
      const place = this.#places.get(row.ags);
      if (!place || place.clearance * scale < numberRadius) continue;
      const named = place.clearance * scale > nameRadius && place.width * scale > row.name.length * letter;
      const figure = layer.figure(row);
      if (!named && !figure) continue;
      const label = node(
        'div',
        { class: `label-content on-${layer.classOf(row).look}` },
        named && node('span', { class: 'place' }, row.name),
        figure && node('span', { class: 'number' }, figure),
      );
      const icon = divIcon({ className: 'map-label', html: label, iconSize: [0, 0] });
      const at = this.#map.unproject([place.x, place.y], 0);
      marker(latLng(at), { icon, interactive: false, keyboard: false }).addTo(this.#layer);
    }
  }

  #placeOf({ geometry }: Area): LabelPlace {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    const places = polygons.map((rings) => labelPlace(rings.map((ring) => this.#project(ring))));
    return places.reduce((a, b) => (b.clearance > a.clearance ? b : a));
  }

  #project(ring: number[][]): Ring {
    return ring.map(([lng, lat]) => {
      const { x, y } = this.#map.project([lat!, lng!], 0);
      return [x, y] as const;
    });
  }
}
