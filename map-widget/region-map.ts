import { map as createMap, type GeoJSON, geoJSON, type LatLngBounds, type Map as LeafletMap } from 'leaflet';
import type { Boundaries } from './boundaries.ts';
import { stepFor } from './classes.ts';
import { hatchPattern, svgElement } from './icon.ts';
import { type AreaPath, MapKeys } from './map-keys.ts';
import { MapLabels } from './map-labels.ts';
import { MapLines } from './map-lines.ts';
import { describe, type View } from './view.ts';

const hatch = 'hatch-map';

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
  #selected: string | null = null;

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
      style: { className: 'area', fillColor: `url(#${hatch})`, fillOpacity: 1, weight: 1 },
      onEachFeature: (feature, layer) => {
        const path = layer as AreaPath;
        this.#paths.set(feature.properties.ags, path);
        layer.on('click', () => choose(feature.properties.ags));
        layer.on('mouseover', () => this.#mark(feature.properties.ags));
        layer.on('mouseout', () => this.#mark(null));
      },
    });
    this.#bounds = this.#areas.getBounds();
    this.#fit();
    this.#areas.addTo(this.#map);
    this.#lines = new MapLines(this.#map, boundaries.districts);
    container.querySelector('svg')?.prepend(svgElement('defs', {}));
    container.querySelector('defs')?.append(hatchPattern(hatch));
    this.#labels = new MapLabels(this.#map, boundaries.areas.features);
    this.#keys = new MapKeys(this.#map, this.#paths, choose, (ags) => this.#mark(ags));
    this.#map.on('zoomend', () => this.#allowDragging());
    this.#observer = new ResizeObserver(() => this.#resize());
    this.#observer.observe(container);
  }

  update(view: View): void {
    const { texts, municipalities, classes, selected } = view;
    for (const row of municipalities) {
      const element = this.#paths.get(row.ags)?.getElement();
      if (!element) continue;
      const step = stepFor(row.projects, classes);
      for (let other = 0; other <= 5; other += 1) element.classList.toggle(`step-${other}`, other === step);
      element.setAttribute('aria-label', describe(row, texts));
      element.setAttribute('aria-pressed', String(row.ags === selected));
    }
    this.#selected = selected;
    this.#keys.remember(selected);
    this.#mark(null);
    this.#labels.update(view);
  }

  #mark(ags: string | null): void {
    const rings = [...new Set([this.#selected, ags])].map((one) => one && this.#paths.get(one)?.feature);
    this.#lines.ring(rings.filter((area) => !!area));
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
