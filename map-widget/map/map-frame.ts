import type { Map as LeafletMap } from 'leaflet';
import { Problem } from '../dom/problem.ts';
import type { Shell } from '../dom/shell.ts';
import type { Hub } from '../model/hub.ts';
import type { Texts } from '../model/texts/texts.ts';
import type { View } from '../model/view.ts';
import { showBaseMapButton } from './base-map.ts';
import type { RegionMap } from './region-map.ts';

/** The map in its place. The list stands without it; a missing map says so, and tries again. */
export class MapFrame {
  readonly #shell: Shell;
  readonly #hub: Hub;
  readonly #texts: Texts;
  readonly #choose: (ags: string) => void;
  readonly #pointed: (ags: string | null) => void;
  readonly #failed: (error: unknown) => void;
  readonly #problem: Problem;
  readonly #stop = new AbortController();
  #view: View | null = null;
  #map: RegionMap | null = null;
  #ground: LeafletMap | null = null;
  /** address of the boundaries that are drawn, or on their way */
  #drawn: string | null = null;
  #drawing = Promise.resolve();
  #tiles: string | null = null;

  constructor(
    shell: Shell,
    hub: Hub,
    texts: Texts,
    choose: (ags: string) => void,
    pointed: (ags: string | null) => void,
    failed: (error: unknown) => void,
  ) {
    this.#shell = shell;
    this.#hub = hub;
    this.#texts = texts;
    this.#choose = choose;
    this.#pointed = pointed;
    this.#failed = failed;
    this.#problem = new Problem(shell.mapProblem);
  }

  /** Draws bare shapes, before there is anything to say about them. */
  begin(boundaries: string): void {
    this.#drawing = this.#draw(boundaries);
  }

  /** Fulfilled when the map shows the view, or has said why not. */
  show(view: View): Promise<void> {
    this.#view = view;
    this.#map?.update(view);
    this.#drawBaseMap();
    const { boundaries } = view.data;
    if (this.#drawn !== boundaries && view.state.view !== 'list') this.begin(boundaries);
    return this.#drawing;
  }

  async #draw(boundaries: string): Promise<void> {
    this.#drawn = boundaries;
    const { signal } = this.#stop;
    try {
      const [topology, { blankMap, RegionMap }] = await Promise.all([
        this.#hub.boundaries(boundaries, signal),
        this.#prepare(),
      ]);
      await hasSize(this.#shell.map, signal);
      if (this.#map) this.#clear();
      this.#ground ??= blankMap(this.#shell.map);
      this.#map = new RegionMap(this.#ground, topology, this.#choose, this.#pointed, (file) =>
        this.#hub.boundaries(`/map/${file}`, signal),
      );
      if (this.#view) this.#map.update(this.#view);
      this.#shell.tools.hidden = false;
      this.#problem.clear();
      this.#shell.root.classList.add('mapped');
      this.#drawBaseMap();
    } catch (error) {
      this.#drawn = null;
      // A map that is there stays; a ground that nothing stands on is laid anew.
      if (!this.#map) this.#clear();
      // Before the hub's answer is there, what it says of itself comes first.
      if (signal.aborted || !this.#view) return;
      this.#problem.show(this.#texts.mapUnreachable, this.#texts, () => this.begin(boundaries));
      this.#failed(error);
    }
  }

  /** The code of the map runs where there is a map, and lays its ground while the boundaries are on their way. */
  async #prepare() {
    const code = await import('./region-map.ts');
    if (!this.#stop.signal.aborted) this.#ground ??= code.blankMap(this.#shell.map);
    return code;
  }

  #drawBaseMap(): void {
    showBaseMapButton(
      this.#shell.baseMap,
      this.#map && (this.#view?.data.baseMap ?? null),
      this.#tiles !== null,
      this.#texts,
      (tiles) => {
        this.#tiles = tiles;
        this.#map?.showTiles(tiles);
        this.#drawBaseMap();
        this.#shell.baseMap.querySelector('button')?.focus();
      },
    );
  }

  zoom(step: number): void {
    this.#map?.zoom(step);
  }

  point(ags: string | null): void {
    this.#map?.point(ags);
  }

  focus(ags: string): boolean {
    return this.#map?.focus(ags) ?? false;
  }

  stop(): void {
    this.#stop.abort();
    this.#problem.stop();
    this.#clear();
  }

  #clear(): void {
    this.#map?.stop();
    this.#map = null;
    this.#ground?.remove();
    this.#ground = null;
  }
}

/** In a tab that is hidden at first nothing has a size that a map could be fitted into. */
function hasSize(element: HTMLElement, signal: AbortSignal): Promise<void> {
  if (element.clientWidth > 0) return Promise.resolve();
  return new Promise((seen, stopped) => {
    const observer = new ResizeObserver(() => {
      if (element.clientWidth === 0) return;
      observer.disconnect();
      seen();
    });
    observer.observe(element);
    signal.addEventListener('abort', () => {
      observer.disconnect();
      stopped(signal.reason);
    });
  });
}
