import type { Map as LeafletMap } from 'leaflet';
import { type Centre, neighbourTowards } from '../model/neighbour.ts';
import { type AreaEvents, type AreaLayer, middleOf } from './area-layer.ts';

/** One tab stop for the whole map; the arrow keys move it from municipality to municipality. */
export class MapKeys {
  readonly #map: LeafletMap;
  readonly #areas: AreaLayer;
  readonly #stop = new AbortController();
  #current: string | undefined;
  #reachable: ReadonlySet<string>;

  constructor(map: LeafletMap, areas: AreaLayer, { open, point }: AreaEvents) {
    this.#map = map;
    this.#areas = areas;
    this.#reachable = new Set(areas.all);
    this.remember(areas.all[0] ?? null);
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
        point(ags);
        const box = this.#areas.boxOf(ags);
        if (box) this.#map.panInside(this.#map.unproject(middleOf(box), 0), { padding: [40, 40] });
      },
      { signal },
    );
    container.addEventListener('focusout', () => point(null), { signal });
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

  /** Areas that a filter of place or the legend excludes are no stops. */
  reach(reachable: ReadonlySet<string>): void {
    this.#reachable = reachable;
    if (this.#current && reachable.has(this.#current)) return;
    if (this.#current) this.#areas.leave(this.#current);
    this.#current = undefined;
    this.remember(this.#areas.all.find((ags) => reachable.has(ags)) ?? null);
  }

  remember(ags: string | null): void {
    if (!ags || !this.#reachable.has(ags) || ags === this.#current) return;
    if (this.#current) this.#areas.leave(this.#current);
    this.#areas.stopOf(ags)?.setAttribute('tabindex', '0');
    this.#current = ags;
  }

  focus(ags: string): boolean {
    if (!this.#reachable.has(ags)) return false;
    const stop = this.#areas.stopOf(ags);
    stop?.focus();
    return stop !== undefined;
  }

  #walk(key: string, from: string): void {
    const centreOf = (ags: string): Centre[] => {
      const box = this.#areas.boxOf(ags);
      if (!box) return [];
      const [x, y] = middleOf(box);
      return [{ ags, x, y }];
    };
    const others = this.#areas.all.filter((ags) => this.#reachable.has(ags)).flatMap(centreOf);
    const [here] = centreOf(from);
    const next = here && neighbourTowards(key, here, others);
    if (next) this.focus(next);
  }

  stop(): void {
    this.#stop.abort();
  }
}
