import {
  map as createMap,
  type GeoJSON,
  geoJSON,
  type LatLngBounds,
  type Map as LeafletMap,
  type TileLayer,
  tileLayer,
} from 'leaflet';
import type { Boundaries } from './boundaries.ts';
import { svgElement } from './icon.ts';
import { fillOf, looks, pattern } from './look.ts';
import { type AreaPath, MapKeys } from './map-keys.ts';
import { MapLabels } from './map-labels.ts';
import { MapLines } from './map-lines.ts';
import { concerned, describe, type View } from './view.ts';

const place = 'map';

/** The boundaries are the whole map: no tiles, so nobody else learns who looks at it. */
export class RegionMap {
  readonly #map: LeafletMap;
  readonly #areas: GeoJSON;
  readonly #lines: MapLines;
  readonly #bounds: LatLngBounds;
  readonly #paths = new Map<string, AreaPath>();
  readonly #labels: MapLabels;
  readonly #keys: MapKeys;
  readonly #observer: ResizeObserver;
  #fitZoom = 0;
  #concerned: ReadonlySet<string> = new Set();
  #reachable: ReadonlySet<string> = new Set();
  #tiles: TileLayer | null = null;

  constructor(container: HTMLElement, boundaries: Boundaries, choose: (ags: string) => void) {
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#map = createMap(container, {
      attributionControl: false,
      zoomControl: false,
      // Our own arrow keys walk from municipality to municipality.
      keyboard: false,
      // The page scrolls on over the map; zooming has its buttons, a double click and two fingers.
      scrollWheelZoom: false,
      zoomSnap: 0,
      zoomAnimation: !calm,
      fadeAnimation: !calm,
      inertia: !calm,
    });
    this.#areas = geoJSON(boundaries.areas, {
      style: { className: 'area', fillOpacity: 1, weight: 1 },
      onEachFeature: (feature, layer) => {
        const path = layer as AreaPath;
        this.#paths.set(feature.properties.ags, path);
        const { ags } = feature.properties;
        layer.on('click', () => this.#reachable.has(ags) && choose(ags));
        layer.on('mouseover', () => this.#reachable.has(ags) && this.#mark(ags));
        layer.on('mouseout', () => this.#mark(null));
      },
    });
    this.#bounds = this.#areas.getBounds();
    this.#fit();
    this.#areas.addTo(this.#map);
    this.#lines = new MapLines(this.#map, boundaries);
    container.querySelector('svg')?.prepend(svgElement('defs', {}));
    container.querySelector('defs')?.append(...looks.map((look) => pattern(look, place)));
    this.#labels = new MapLabels(this.#map, boundaries.areas.features);
    this.#keys = new MapKeys(this.#map, this.#paths, choose, (ags) => this.#mark(ags));
    this.#map.on('zoomend', () => this.#allowDragging());
    this.#observer = new ResizeObserver(() => this.#resize());
    this.#observer.observe(container);
  }

  update(view: View): void {
    const { municipalities, layer, shown } = view;
    this.#concerned = concerned(view);
    this.#reachable = new Set(shown.map(({ ags }) => ags));
    for (const row of municipalities) {
      const path = this.#paths.get(row.ags);
      const element = path?.getElement();
      if (!path || !element) continue;
      const out = !this.#reachable.has(row.ags);
      element.classList.toggle('out', out);
      path.setStyle({ fillColor: out ? 'none' : fillOf(layer.classOf(row).look, place) });
      element.setAttribute('aria-label', describe(row, view));
      element.setAttribute('aria-pressed', String(row.ags === view.state.municipality));
    }
    this.#keys.reach(this.#reachable);
    this.#keys.remember(view.state.municipality);
    this.#mark(null);
    this.#labels.update(view);
  }

  #mark(ags: string | null): void {
    this.#lines.ring(this.#concerned, ags);
  }

  /** A base map of somebody else, beneath areas that let it through; null takes it away. */
  showTiles(url: string | null): void {
    this.#tiles?.remove();
    this.#tiles = url ? tileLayer(url, { referrerPolicy: 'no-referrer' }).addTo(this.#map) : null;
    this.#map.getContainer().classList.toggle('tiled', url !== null);
  }

  focus(ags: string): boolean {
    return this.#keys.focus(ags);
  }

  zoom(step: number): void {
    if (step === 0) this.#fit();
    else this.#map.setZoom(Math.min(this.#fitZoom + 4, Math.max(this.#fitZoom, this.#map.getZoom() + step)));
  }

  #fit(): void {
    this.#map.setMinZoom(0);
    this.#map.fitBounds(this.#bounds, { padding: [6, 6], animate: false });
    this.#fitZoom = this.#map.getZoom();
    this.#map.setMinZoom(this.#fitZoom).setMaxZoom(this.#fitZoom + 4);
    this.#map.setMaxBounds(this.#bounds.pad(0.3));
    this.#allowDragging();
  }

  #resize(): void {
    const whole = this.#map.getZoom() <= this.#fitZoom + 0.01;
    this.#map.invalidateSize({ animate: false });
    if (whole) this.#fit();
  }

  /** A finger on the whole map scrolls the page; only a map that is larger than its frame moves. */
  #allowDragging(): void {
    const inside = this.#map.getZoom() <= this.#fitZoom + 0.01;
    if (inside) this.#map.dragging.disable();
    else this.#map.dragging.enable();
  }

  stop(): void {
    this.#observer.disconnect();
    this.#keys.stop();
    this.#map.remove();
  }
}
