import { showBaseMapButton } from './base-map.ts';
import { readBoundaries } from './boundaries.ts';
import { node } from './build-node.ts';
import { showEmptyResult } from './empty-result.ts';
import { FilterBar } from './filter-bar.ts';
import { type Change, removable, type State, searchOf } from './filters.ts';
import { Hub, HubError } from './hub.ts';
import { showLegend } from './legend.ts';
import { type ListTab, showList } from './list.ts';
import { Panel } from './panel.ts';
import { Problem } from './problem.ts';
import { RegionMap } from './region-map.ts';
import { buildShell, type Shell } from './shell.ts';
import { summaryNodes } from './summary.ts';
import { showSwitches } from './switches.ts';
import type { Texts } from './texts/texts.ts';
import { type View, viewOf } from './view.ts';

/** What the element gives; wishes of the visitor go back to it, so that its attributes stay true. */
export interface Host {
  base: URL;
  texts: Texts;
  state(): State;
  /** Refuses what is locked. */
  change(change: Change): void;
  tell(event: 'ready' | 'select' | 'filter' | 'error', detail: unknown): void;
}

/** One life of the element between connect and disconnect. */
export class Widget {
  readonly #host: Host;
  readonly #hub: Hub;
  readonly #texts: Texts;
  readonly #shell: Shell;
  readonly #filterBar: FilterBar;
  readonly #problem: Problem;
  readonly #mapProblem: Problem;
  readonly #panel: Panel;
  readonly #stop = new AbortController();
  #loading: AbortController | null = null;
  /** the question that the hub was asked last */
  #asked = '';
  #view: View | null = null;
  /** what was open when the panel was drawn last */
  #opened: State | null = null;
  #map: RegionMap | null = null;
  #drawn: string | null = null;
  #only: string | null = null;
  #tab: ListTab = 'municipalities';
  #searched: string | undefined;
  #tiles: string | null = null;
  /** where the visitor chose what is open: the focus goes back there */
  #from: { part: 'map' | 'list'; key: string } | null = null;

  constructor(host: Host, shadow: ShadowRoot) {
    this.#host = host;
    this.#texts = host.texts;
    this.#hub = new Hub(host.base, host.texts.lang);
    this.#shell = buildShell(this.#texts, (step) => this.#map?.zoom(step));
    this.#problem = new Problem(this.#shell.problem);
    this.#mapProblem = new Problem(this.#shell.mapProblem);
    this.#filterBar = new FilterBar(
      this.#shell.filters,
      this.#texts,
      (change) => this.#host.change(change),
      () => this.#reset(),
    );
    this.#panel = new Panel(
      this.#shell.panel,
      this.#hub,
      this.#texts,
      (change) => this.#host.change(change),
      (error) => this.#failed(error),
    );
    shadow.replaceChildren(this.#shell.root);
    this.#shell.root.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !this.#panel.isOpen) return;
      event.stopPropagation();
      this.#host.change(host.state().project ? { project: null } : { municipality: null });
    });
    void this.#load();
  }

  /** The attributes have changed. */
  apply(): void {
    const state = this.#host.state();
    const before = this.#opened;
    if (String(searchOf(state.filters)) !== this.#asked) void this.#load();
    else this.#redraw(state);
    if (before) this.#followSelection(before, state);
  }

  /** Loads what the attributes say now; a newer wish overtakes an older one. */
  async #load(): Promise<void> {
    this.#loading?.abort();
    this.#loading = new AbortController();
    const signal = AbortSignal.any([this.#stop.signal, this.#loading.signal]);
    const { filters } = this.#host.state();
    this.#asked = String(searchOf(filters));
    this.#shell.root.setAttribute('aria-busy', 'true');
    try {
      const data = await this.#hub.map(filters, signal);
      const first = this.#view === null;
      const state = this.#host.state();
      // Who types searches for projects, not for places.
      if (filters.text !== this.#searched) this.#tab = filters.text ? 'projects' : 'municipalities';
      this.#searched = filters.text;
      this.#view = viewOf(this.#texts, data, state, this.#only);
      this.#problem.clear();
      this.#shell.root.classList.remove('loading', 'failed');
      this.#draw();
      this.#openPanel(false);
      const { revision, total } = data;
      if (first) this.#host.tell('ready', { revision, total });
      else this.#host.tell('filter', { filters, total });
      await this.#drawMap(signal);
    } catch (error) {
      if (signal.aborted) return;
      // Counts of another filter below a failed one would be wrong counts.
      this.#shell.root.classList.add('failed');
      this.#problem.show(this.#texts.unreachable, this.#texts, () => void this.#load());
      this.#failed(error);
    } finally {
      if (!signal.aborted) this.#shell.root.setAttribute('aria-busy', 'false');
    }
  }

  #redraw(state = this.#host.state()): void {
    if (!this.#view) return;
    if (state.layer !== this.#view.state.layer) this.#only = null;
    this.#view = viewOf(this.#texts, this.#view.data, state, this.#only);
    this.#draw();
    void this.#drawMap(this.#stop.signal);
  }

  #followSelection(before: State, now: State): void {
    if (before.municipality === now.municipality && before.project === now.project) return;
    if (this.#view) this.#view = { ...this.#view, state: now };
    this.#openPanel(this.#from !== null);
    if (!this.#panel.isOpen && this.#panel.hadFocus) this.#giveFocusBack();
    const { project, municipality } = now;
    const row = project
      ? this.#view?.data.projects.find(({ slug }) => slug === project)
      : this.#view?.byAgs.get(municipality ?? '');
    const name = row && ('title' in row ? row.title : row.name);
    const url = row ? this.#hub.link(row.url).href : null;
    this.#host.tell('select', { municipality, project, name: name ?? null, url });
  }

  #choose(change: Change, part: 'map' | 'list'): void {
    const state = this.#host.state();
    this.#from = { part, key: (change.project || change.municipality)! };
    // A second press on what is open leads into its panel.
    if (state.project === (change.project ?? null) && state.municipality === change.municipality)
      this.#panel.focus();
    this.#host.change(change);
  }

  #reset(): void {
    this.#only = null;
    const names = removable(this.#host.state());
    this.#host.change({ ...Object.fromEntries(names.map((name) => [name, null])), km: null });
    this.#redraw();
    this.#shell.filters.querySelector('input')?.focus();
  }

  #draw(): void {
    const view = this.#view!;
    const { root, title, summary, switches, empty, legend, list, foot, attribution } = this.#shell;
    const change = (wish: Change) => this.#host.change(wish);
    root.dataset.view = view.state.view;
    title.textContent = `${this.#texts.title}: ${view.data.region.name}`;
    summary.replaceChildren(...summaryNodes(view));
    this.#filterBar.update(view);
    showSwitches(switches, view, change);
    showEmptyResult(empty, view, change);
    showLegend(legend, view, (only) => {
      this.#only = only;
      this.#redraw();
    });
    showList(
      list,
      view,
      this.#hub,
      this.#tab,
      (wish) => this.#choose(wish, 'list'),
      (tab) => {
        this.#tab = tab;
        this.#draw();
      },
    );
    foot.replaceChildren(node('a', { href: this.#hub.feed(view.state.filters) }, this.#texts.followAll));
    attribution.replaceChildren(...view.data.attribution.map((line) => node('p', {}, line)));
    bringIntoSight(list);
    this.#map?.update(view);
    this.#drawBaseMap();
  }

  #drawBaseMap(): void {
    const { baseMap } = this.#view!.data;
    showBaseMapButton(
      this.#shell.baseMap,
      this.#map && baseMap,
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

  /** The list stands without the map; a missing map says so in its own place. */
  async #drawMap(signal: AbortSignal): Promise<void> {
    const { data, state } = this.#view!;
    if (this.#drawn === data.boundaries || state.view === 'list') return;
    this.#drawn = data.boundaries;
    try {
      const topology = await this.#hub.boundaries(data.boundaries, signal);
      await shown(this.#shell.map, signal);
      this.#map?.stop();
      this.#map = new RegionMap(this.#shell.map, readBoundaries(topology), (ags) =>
        this.#choose({ municipality: ags, project: null }, 'map'),
      );
      this.#map.update(this.#view!);
      this.#shell.tools.hidden = false;
      this.#mapProblem.clear();
      this.#shell.root.classList.add('mapped');
      this.#drawBaseMap();
    } catch (error) {
      this.#drawn = null;
      if (signal.aborted) return;
      this.#mapProblem.show(
        this.#texts.mapUnreachable,
        this.#texts,
        () => void this.#drawMap(this.#stop.signal),
      );
      this.#failed(error);
    }
  }

  #openPanel(focus: boolean): void {
    this.#opened = this.#view!.state;
    this.#panel.show(this.#view!, focus);
    this.#shell.root.classList.toggle('opened', this.#panel.isOpen);
  }

  #failed(error: unknown): void {
    // A hub out of reach is the visitor's news; a mistake of ours belongs in the console as well.
    if (!(error instanceof HubError)) reportError(error);
    this.#host.tell('error', { error });
  }

  #giveFocusBack(): void {
    const from = this.#from;
    if (from?.part === 'map' && this.#map?.focus(from.key)) return;
    const row = this.#shell.list.querySelector<HTMLElement>(`[data-key="${CSS.escape(from?.key ?? '')}"]`);
    (row ?? this.#shell.list.querySelector<HTMLElement>('.row'))?.focus();
  }

  stop(): void {
    this.#stop.abort();
    this.#filterBar.stop();
    this.#problem.stop();
    this.#mapProblem.stop();
    this.#panel.stop();
    this.#map?.stop();
  }
}

/** In a tab that is hidden at first nothing has a size that a map could be fitted into. */
function shown(element: HTMLElement, signal: AbortSignal): Promise<void> {
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

/** scrollIntoView would move the host's page as well. */
function bringIntoSight(list: HTMLElement): void {
  const row = list.querySelector('[aria-current]')?.getBoundingClientRect();
  const frame = list.getBoundingClientRect();
  if (!row || (row.top >= frame.top && row.bottom <= frame.bottom)) return;
  list.scrollTop += row.top - frame.top - frame.height / 2;
}
