import {
  type GeoJSON,
  geoJSON,
  type LatLngBounds,
  type Map as LeafletMap,
  type Polygon,
  type PolylineOptions,
} from 'leaflet';
import { svgElement } from '../dom/icon.ts';
import type { Area, Boundaries } from '../model/boundaries.ts';
import { type Box, inPixels } from '../model/pieces.ts';
import { describe, type View } from '../model/view.ts';
import { type AreaEvents, type AreaLayer, asGiven } from './area-layer.ts';
import { fillOf, looks, pattern } from './look.ts';

type AreaPath = Polygon & { feature: Area };

const place = 'map';

const style: PolylineOptions = { ...asGiven, className: 'area', fillOpacity: 1, weight: 1 };

/** Each area is a shape of its own, which a screen reader finds as a button. */
export class SvgAreas implements AreaLayer {
  readonly bounds: LatLngBounds;
  readonly around: Boundaries['around'];
  readonly #layer: GeoJSON;
  readonly #paths = new Map<string, AreaPath>();
  readonly #container: HTMLElement;

  constructor(map: LeafletMap, { areas, around }: Boundaries, { open, point }: AreaEvents) {
    this.around = around;
    this.#container = map.getContainer();
    this.#layer = geoJSON(areas, {
      style,
      onEachFeature: (feature, layer) => {
        const { ags } = feature.properties;
        this.#paths.set(ags, layer as AreaPath);
        layer.on('click', () => open(ags));
        layer.on('mouseover', () => point(ags));
        layer.on('mouseout', () => point(null));
      },
    });
    this.bounds = this.#layer.getBounds();
  }

  get all(): string[] {
    return [...this.#paths.keys()];
  }

  addTo(map: LeafletMap): void {
    this.#layer.addTo(map);
    const patterns = svgElement('defs', {});
    patterns.append(...looks.map((look) => pattern(look, place)));
    this.#container.querySelector('svg')?.prepend(patterns);
    for (const [ags, path] of this.#paths) {
      const element = path.getElement() as SVGElement;
      element.setAttribute('role', 'button');
      element.setAttribute('tabindex', '-1');
      element.setAttribute('aria-label', path.feature.properties.name);
      element.dataset.ags = ags;
    }
  }

  boxOf(ags: string): Box | undefined {
    const bounds = this.#paths.get(ags)?.getBounds();
    return (
      bounds && [
        ...inPixels(bounds.getWest(), bounds.getNorth()),
        ...inPixels(bounds.getEast(), bounds.getSouth()),
      ]
    );
  }

  polygonsOf(ags: string) {
    const geometry = this.#paths.get(ags)?.feature.geometry;
    if (!geometry) return [];
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    return polygons.map((rings) => rings.map((ring) => ring.map(([x = 0, y = 0]) => inPixels(x, y))));
  }

  stopOf(ags: string): SVGElement | undefined {
    return this.#paths.get(ags)?.getElement() as SVGElement | undefined;
  }

  leave(ags: string): void {
    this.stopOf(ags)?.setAttribute('tabindex', '-1');
  }

  update(view: View, reachable: ReadonlySet<string>): void {
    for (const row of view.municipalities) {
      const element = this.#paths.get(row.ags)?.getElement();
      if (!element) continue;
      const out = !reachable.has(row.ags);
      element.classList.toggle('out', out);
      element.setAttribute('fill', out ? 'none' : fillOf(view.layer.classOf(row).look, place));
      element.setAttribute('aria-label', describe(row, view));
      element.setAttribute('aria-pressed', String(row.ags === view.state.municipality));
    }
    // Areas that a filter of place or the legend excludes are no buttons.
    for (const [ags, path] of this.#paths) {
      if (reachable.has(ags)) path.getElement()?.removeAttribute('aria-hidden');
      else path.getElement()?.setAttribute('aria-hidden', 'true');
    }
  }

  stop(): void {}
}
