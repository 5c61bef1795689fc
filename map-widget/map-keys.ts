import type { Map as LeafletMap, Polygon } from 'leaflet';
import type { Area } from './boundaries.ts';
import { neighbourTowards, type Place } from './neighbour.ts';

export type AreaPath = Polygon & { feature: Area };

/** One tab stop for the whole map; the arrow keys move it from municipality to municipality. */
export class MapKeys {
  readonly #map: LeafletMap;
  readonly #paths: ReadonlyMap<string, AreaPath>;
  readonly #stop = new AbortController();
  #current: string | undefined;
  #reachable: ReadonlySet<string>;

  constructor(
    map: LeafletMap,
    paths: ReadonlyMap<string, AreaPath>,
    open: (ags: string) => void,
    mark: (ags: string | null) => void,
  ) {
    this.#map = map;
    this.#paths = paths;
    this.#reachable = new Set(paths.keys());
    for (const [ags, path] of paths) {
      const element = path.getElement() as SVGElement;
      element.setAttribute('role', 'button');
      element.setAttribute('tabindex', '-1');
      element.dataset.ags = ags;
    }
    this.remember([...paths.keys()][0] ?? null);
    const { signal } = this.#stop;
    const container = map.getContainer();
    const agsOf = (event: Event) => (event.target as SVGElement).dataset?.ags;
    container.addEventListener(
      'focusin',
      (event) => {
        const ags = agsOf(event);
        if (!ags) return;
        this.remember(ags);
        // Only a focus by keyboard is drawn and brought into sight, a click has the pointer there.
        if (!(event.target as Element).matches(':focus-visible')) return;
        mark(ags);
        this.#map.panInside(this.#centre(ags), { padding: [40, 40] });
      },
      { signal },
    );
    container.addEventListener('focusout', () => mark(null), { signal });
    container.addEventListener(
      'keydown',
      (event) => {
        const ags = agsOf(event);
        if (!ags || event.altKey || event.ctrlKey || event.metaKey) return;
        if (event.key === 'Enter' || event.key === ' ') open(ags);
        else if (event.key.startsWith('Arrow')) this.#walk(event.key, ags);
        else return;
        event.preventDefault();
      },
      { signal },
    );
  }

  /** Areas that a filter of place or the legend excludes are no stops and no buttons. */
  reach(reachable: ReadonlySet<string>): void {
    this.#reachable = reachable;
    for (const [ags, path] of this.#paths) {
      const element = path.getElement() as SVGElement;
      if (reachable.has(ags)) element.removeAttribute('aria-hidden');
      else element.setAttribute('aria-hidden', 'true');
    }
    if (this.#current && reachable.has(this.#current)) return;
    if (this.#current) this.#paths.get(this.#current)?.getElement()?.setAttribute('tabindex', '-1');
    this.#current = undefined;
    this.remember([...this.#paths.keys()].find((ags) => reachable.has(ags)) ?? null);
  }

  remember(ags: string | null): void {
    const element = ags ? this.#paths.get(ags)?.getElement() : undefined;
    if (!element || !ags || !this.#reachable.has(ags)) return;
    if (this.#current) this.#paths.get(this.#current)?.getElement()?.setAttribute('tabindex', '-1');
    element.setAttribute('tabindex', '0');
    this.#current = ags;
  }

  focus(ags: string): boolean {
    const element = this.#paths.get(ags)?.getElement() as SVGElement | undefined;
    if (!element || !this.#reachable.has(ags)) return false;
    element.focus();
    return true;
  }

  #walk(key: string, from: string): void {
    const places: Place[] = [...this.#paths.keys()]
      .filter((ags) => this.#reachable.has(ags))
      .map((ags) => {
        const { x, y } = this.#map.latLngToLayerPoint(this.#centre(ags));
        return { ags, x, y };
      });
    const next = neighbourTowards(key, places.find(({ ags }) => ags === from)!, places);
    if (next) this.focus(next);
  }

  #centre(ags: string) {
    return this.#paths.get(ags)!.getBounds().getCenter();
  }

  stop(): void {
    this.#stop.abort();
  }
}
