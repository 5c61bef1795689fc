import { showBaseMapButton } from './base-map.ts';
import { readBoundaries } from './boundaries.ts';
import type { Hub } from './hub.ts';
import { Problem } from './problem.ts';
import { RegionMap } from './region-map.ts';
import type { Shell } from './shell.ts';
import type { Texts } from './texts/texts.ts';
import type { View } from './view.ts';

/** The map in its place. The list stands without it; a missing map says so, and tries again. */
export class MapFrame {
  readonly #shell: Shell;
  readonly #hub: Hub;
  readonly #texts: Texts;
  readonly #choose: (ags: string) => void;
  readonly #failed: (error: unknown) => void;
  readonly #problem: Problem;
  readonly #stop = new AbortController();
  #view: View | null = null;
  #map: RegionMap | null = null;
  /** address of the boundaries that are drawn, or on their way */
  #drawn: string | null = null;
  #tiles: string | null = null;

  constructor(
    shell: Shell,
    hub: Hub,
    texts: Texts,
    choose: (ags: string) => void,
    failed: (error: unknown) => void,
  ) {
    this.#shell = shell;
    this.#hub = hub;
    this.#texts = texts;
    this.#choose = choose;
    this.#failed = failed;
    this.#problem = new Problem(shell.mapProblem);
  }

  /** Fulfilled when the map shows the view, or has said why not. */
  async show(view: View): Promise<void> {
    this.#view = view;
    this.#map?.update(view);
    this.#drawBaseMap();
    if (this.#drawn !== view.data.boundaries && view.state.view !== 'list') await this.#draw();
  }

  async #draw(): Promise<void> {
    const { boundaries } = this.#view!.data;
    this.#drawn = boundaries;
    const { signal } = this.#stop;
    try {
      const topology = await this.#hub.boundaries(boundaries, signal);
      await hasSize(this.#shell.map, signal);
      this.#map?.stop();
      this.#map = new RegionMap(this.#shell.map, readBoundaries(topology), this.#choose);
      this.#map.update(this.#view!);
      this.#shell.tools.hidden = false;
      this.#problem.clear();
      this.#shell.root.classList.add('mapped');
      this.#drawBaseMap();
    } catch (error) {
      this.#drawn = null;
      if (signal.aborted) return;
      this.#problem.show(this.#texts.mapUnreachable, this.#texts, () => void this.#draw());
      this.#failed(error);
    }
  }

  #drawBaseMap(): void {
    showBaseMapButton(
      this.#shell.baseMap,
      this.#map && this.#view!.data.baseMap,
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

  focus(ags: string): boolean {
    return this.#map?.focus(ags) ?? false;
  }

  stop(): void {
    this.#stop.abort();
    this.#problem.stop();
    this.#map?.stop();
  }
}

/** In a tab that is hidden at first nothing has a size that a map could be fitted into. */
function hasSize(element: HTMLElement, signal: AbortSignal): Promise<void> {
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
