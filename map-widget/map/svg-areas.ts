import {
  type LatLngBounds,
  type LayerGroup,
  type Map as LeafletMap,
  latLngBounds,
  layerGroup,
  type Polygon,
  type PolylineOptions,
  polygon,
} from 'leaflet';
import { svgElement } from '../dom/icon.ts';
import type { Area, Boundaries } from '../model/boundaries.ts';
import { type Box, inPixels } from '../model/pieces.ts';
import { describe, type View } from '../model/view.ts';
import { type AreaEvents, type AreaLayer, asGiven, toLatLngs } from './area-layer.ts';
import { fillOf, looks, pattern } from './look.ts';

const place = 'map';

const style: PolylineOptions = { ...asGiven, className: 'area', fillOpacity: 1, weight: 1 };

const polygonsIn = ({ geometry }: Area) =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;

/** Each area is a shape of its own, which a screen reader finds as a button. */
export class SvgAreas implements AreaLayer {
  readonly bounds: LatLngBounds;
  readonly around: Boundaries['around'];
  readonly #layer: LayerGroup;
  readonly #areas = new Map<string, Area>();
  readonly #paths = new Map<string, Polygon>();
  readonly #container: HTMLElement;

  constructor(map: LeafletMap, { areas, around }: Boundaries, { open, point }: AreaEvents) {
    this.around = around;
    this.#container = map.getContainer();
    this.bounds = latLngBounds([]);
    for (const area of areas.features) {
      const { ags } = area.properties;
      const path = polygon(
        polygonsIn(area).map((rings) => rings.map(toLatLngs)),
        style,
      );
      path.on('click', () => open(ags));
      path.on('mouseover', () => point(ags));
      path.on('mouseout', () => point(null));
      this.#areas.set(ags, area);
      this.#paths.set(ags, path);
      this.bounds.extend(path.getBounds());
    }
    this.#layer = layerGroup([...this.#paths.values()]);
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
      element.setAttribute('aria-label', this.#areas.get(ags)?.properties.name ?? ags);
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
    const area = this.#areas.get(ags);
    return (area ? polygonsIn(area) : []).map((rings) =>
      rings.map((ring) => ring.map(([x = 0, y = 0]) => inPixels(x, y))),
    );
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
