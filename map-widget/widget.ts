import { readBoundaries } from './boundaries.ts';
import { showFieldChips } from './field-chips.ts';
import { Hub, HubError } from './hub.ts';
import { showLegend } from './legend.ts';
import { showMunicipalityList } from './municipality-list.ts';
import { Panel } from './panel.ts';
import { Problem } from './problem.ts';
import { RegionMap } from './region-map.ts';
import { buildShell, type Shell } from './shell.ts';
import { summaryNodes } from './summary.ts';
import type { Texts } from './texts/texts.ts';
import { type View, viewOf } from './view.ts';

/** What the element gives; wishes of the visitor go back to it, so that its attributes stay true. */
export interface Host {
  base: URL;
  texts: Texts;
  field: string | null;
  municipality: string | null;
  tell(event: 'ready' | 'select' | 'filter' | 'error', detail: unknown): void;
}

/** One life of the element between connect and disconnect. */
export class Widget {
  readonly #host: Host;
  readonly #hub: Hub;
  readonly #texts: Texts;
  readonly #shell: Shell;
  readonly #problem: Problem;
  readonly #mapProblem: Problem;
  readonly #panel: Panel;
  readonly #stop = new AbortController();
  #loading: AbortController | null = null;
  #view: View | null = null;
  #map: RegionMap | null = null;
  #drawn: string | null = null;
  /** where the visitor chose a municipality: the focus goes back there */
  #from: 'map' | 'list' | null = null;

  constructor(host: Host, shadow: ShadowRoot) {
    this.#host = host;
    this.#hub = new Hub(host.base);
    this.#texts = host.texts;
    this.#shell = buildShell(this.#texts, (step) => this.#map?.zoom(step));
    this.#problem = new Problem(this.#shell.problem);
    this.#mapProblem = new Problem(this.#shell.mapProblem);
    this.#panel = new Panel(
      this.#shell.panel,
      this.#hub,
      this.#texts,
      () => this.#choose(null),
      (error) => this.#failed(error),
    );
    shadow.replaceChildren(this.#shell.root);
    this.#shell.root.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !this.#host.municipality) return;
      event.stopPropagation();
      this.#choose(null);
    });
    void this.load();
  }

  /** Loads what the attributes say now; a newer wish overtakes an older one. */
  async load(): Promise<void> {
    this.#loading?.abort();
    this.#loading = new AbortController();
    const signal = AbortSignal.any([this.#stop.signal, this.#loading.signal]);
    const field = this.#host.field;
    this.#shell.root.setAttribute('aria-busy', 'true');
    try {
      const data = await this.#hub.map({ field, lang: this.#texts.lang }, signal);
      const first = this.#view === null;
      this.#view = viewOf(this.#texts, data, field, this.#host.municipality);
      this.#problem.clear();
      this.#shell.root.classList.remove('loading', 'failed');
      this.#draw();
      if (first) this.#host.tell('ready', { revision: data.revision, total: data.total });
      else this.#host.tell('filter', { field, total: data.total });
      this.#openPanel(false);
      await this.#drawMap(signal);
    } catch (error) {
      if (signal.aborted) return;
      // Counts of another filter below a failed one would be wrong counts.
      this.#shell.root.classList.add('failed');
      this.#problem.show(this.#texts.unreachable, this.#texts, () => void this.load());
      this.#failed(error);
    } finally {
      if (!signal.aborted) this.#shell.root.setAttribute('aria-busy', 'false');
    }
  }

  /** The attribute says which municipality is open. */
  select(): void {
    const { municipality } = this.#host;
    if (!this.#view || this.#view.selected === municipality) return;
    const before = this.#view.selected;
    this.#view = { ...this.#view, selected: municipality };
    this.#draw();
    this.#openPanel(this.#from !== null);
    if (!municipality && before && this.#panel.hadFocus) this.#giveFocusBack(before);
    const row = this.#view.data.municipalities.find(({ ags }) => ags === municipality);
    this.#host.tell('select', {
      municipality,
      name: row?.name ?? null,
      url: row ? this.#hub.link(row.url).href : null,
    });
  }

  #choose(municipality: string | null, from: 'map' | 'list' | null = null): void {
    if (municipality) {
      this.#from = from;
      // A second press on the open municipality leads into its panel.
      if (municipality === this.#host.municipality) this.#panel.focus();
    }
    this.#host.municipality = municipality;
  }

  #draw(): void {
    const view = this.#view!;
    const { title, summary, chips, legend, list, attribution } = this.#shell;
    title.textContent = `${this.#texts.title}: ${view.data.region.name}`;
    summary.replaceChildren(...summaryNodes(view));
    showFieldChips(chips, view, (field) => {
      this.#host.field = field;
    });
    showLegend(legend, view);
    showMunicipalityList(
      list,
      view,
      (ags) => this.#choose(ags, 'list'),
      (url) => this.#hub.link(url),
    );
    attribution.replaceChildren(
      ...view.data.attribution.map((line) =>
        Object.assign(document.createElement('p'), { textContent: line }),
      ),
    );
    bringIntoSight(list);
    this.#map?.update(view);
  }

  /** The list stands without the map; a missing map says so in its own place. */
  async #drawMap(signal: AbortSignal): Promise<void> {
    const { boundaries } = this.#view!.data;
    if (this.#drawn === boundaries) return;
    try {
      const topology = await this.#hub.boundaries(boundaries, signal);
      this.#map?.stop();
      this.#map = new RegionMap(this.#shell.map, readBoundaries(topology), (ags) => this.#choose(ags, 'map'));
      this.#map.update(this.#view!);
      this.#drawn = boundaries;
      this.#shell.tools.hidden = false;
      this.#mapProblem.clear();
      this.#shell.root.classList.add('mapped');
    } catch (error) {
      if (signal.aborted) return;
      this.#mapProblem.show(this.#texts.mapUnreachable, this.#texts, () => void this.#drawMap(signal));
      this.#failed(error);
    }
  }

  #openPanel(focus: boolean): void {
    this.#panel.show(this.#view!, focus);
    this.#shell.root.classList.toggle('opened', this.#panel.isOpen);
  }

  #failed(error: unknown): void {
    // A hub out of reach is the visitor's news; a mistake of ours belongs in the console as well.
    if (!(error instanceof HubError)) reportError(error);
    this.#host.tell('error', { error });
  }

  #giveFocusBack(ags: string): void {
    if (this.#from === 'map' && this.#map?.focus(ags)) return;
    this.#shell.list.querySelector<HTMLElement>(`[data-key="${CSS.escape(ags)}"]`)?.focus();
  }

  stop(): void {
    this.#stop.abort();
    this.#problem.stop();
    this.#mapProblem.stop();
    this.#panel.stop();
    this.#map?.stop();
  }
}

/** scrollIntoView would move the host's page as well. */
function bringIntoSight(list: HTMLElement): void {
  const row = list.querySelector('[aria-current]')?.getBoundingClientRect();
  const frame = list.getBoundingClientRect();
  if (!row || (row.top >= frame.top && row.bottom <= frame.bottom)) return;
  list.scrollTop += row.top - frame.top - frame.height / 2;
}
