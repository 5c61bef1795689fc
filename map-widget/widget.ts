import { node } from './dom/build-node.ts';
import { Problem } from './dom/problem.ts';
import { buildShell, type Shell } from './dom/shell.ts';
import { MapFrame } from './map/map-frame.ts';
import type { RegionMapData } from './model/contract.ts';
import { type Change, removable, type State, searchOf } from './model/filters.ts';
import type { Host } from './model/host.ts';
import { Hub, HubError } from './model/hub.ts';
import type { Texts } from './model/texts/texts.ts';
import { isAsking, type View, viewOf } from './model/view.ts';
import { Answers } from './parts/answers.ts';
import { AskBar } from './parts/asking/ask-bar.ts';
import { FilterBar } from './parts/asking/filter-bar.ts';
import { unfold } from './parts/asking/unfold.ts';
import { addFullScreen } from './parts/full-screen.ts';
import { showLegend } from './parts/legend.ts';
import { showEmptyResult } from './parts/list/empty-result.ts';
import { List } from './parts/list/list.ts';
import { fillPaper } from './parts/paper.ts';
import { showPassOn } from './parts/pass-on.ts';
import { Selection } from './parts/selection.ts';
import { showSources } from './parts/sources.ts';
import { summaryNodes } from './parts/summary.ts';
import { showSwitches } from './parts/switches.ts';

/** Milliseconds before the outline shows: an answer that comes at once needs none. */
const outlineAfter = 50;
/** Milliseconds that the map waits for the cards beside it, so that both show at once. */
const patience = 1000;

const afterMilliseconds = (milliseconds: number) =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

const questionOf = ({ filters, home }: State): string => `${home ?? ''}?${searchOf(filters)}`;

/** One life of the element between connect and disconnect: loads what the attributes say, and draws it. */
export class Widget {
  readonly #host: Host;
  readonly #element: Element;
  readonly #hub: Hub;
  readonly #texts: Texts;
  readonly #shell: Shell;
  readonly #askBar: AskBar;
  readonly #answers: Answers;
  readonly #filterBar: FilterBar;
  readonly #problem: Problem;
  readonly #map: MapFrame;
  readonly #selection: Selection;
  readonly #list: List;
  /** puts the widget into the page; a second time does nothing */
  readonly #appear: () => void;
  #outline: ReturnType<typeof setTimeout> | undefined;
  readonly #stop = new AbortController();
  #loading = new AbortController();
  /** the question that the hub was asked last */
  #asked = '';
  #view: View | null = null;
  /** class of the legend that is shown alone */
  #only: string | null = null;
  #searched: string | undefined;

  constructor(host: Host, shadow: ShadowRoot) {
    this.#host = host;
    this.#element = shadow.host;
    this.#texts = host.texts;
    this.#hub = new Hub(host.base, host.texts.lang);
    // Before anything is built: the hub answers meanwhile.
    const answer = this.#ask();
    this.#shell = buildShell(this.#texts, (step) => this.#map.zoom(step));
    addFullScreen(this.#shell, shadow.host, this.#texts, this.#stop.signal);
    const failed = (error: unknown) => this.#failed(error);
    this.#problem = new Problem(this.#shell.problem);
    this.#askBar = new AskBar(this.#shell.ask, this.#hub, this.#texts, (change) => this.#host.change(change));
    this.#answers = new Answers(
      this.#shell.answers,
      this.#hub,
      (wish) => this.#selection.choose(wish, 'list'),
      failed,
    );
    this.#filterBar = new FilterBar(
      this.#shell.filters,
      this.#texts,
      (change) => this.#host.change(change),
      () => this.#reset(),
    );
    const open = (ags: string) => this.#selection.choose({ municipality: ags, project: null }, 'map');
    this.#map = new MapFrame(
      this.#shell,
      this.#hub,
      this.#texts,
      open,
      (ags) => this.#list.light(ags),
      failed,
    );
    const focusOnMap = (ags: string) => this.#map.focus(ags);
    this.#selection = new Selection(host, this.#hub, this.#shell, focusOnMap, failed);
    const choose = (wish: Change) => this.#selection.choose(wish, 'list');
    this.#list = new List(this.#shell.list, this.#hub, choose, (ags) => this.#map.point(ags), failed);
    fillPaper(this.#shell.paper, this.#hub, () => this.#view, this.#stop.signal);
    const frame = node('div', { class: 'frame' }, this.#shell.root);
    this.#shell.root.dataset.hide = host.state().hidden;
    this.#appear = () => {
      if (!frame.isConnected) shadow.replaceChildren(frame);
    };
    // What an earlier life has left goes at once.
    if (shadow.querySelector('.frame')) this.#appear();
    // What the page itself says within the element stays until there is something to say instead: nothing jumps.
    else if (shadow.host.firstElementChild) shadow.replaceChildren(node('slot'));
    else this.#outline = setTimeout(this.#appear, outlineAfter);
    this.#answers.ask(host.state());
    void this.#load(answer);
    if (host.boundaries && host.state().view !== 'list') this.#map.begin(host.boundaries);
  }

  /** The attributes have changed. */
  apply(): void {
    const state = this.#host.state();
    this.#answers.ask(state);
    if (questionOf(state) === this.#asked) this.#redraw(state);
    else {
      if (this.#view) this.#view = viewOf(this.#texts, this.#view.data, state, this.#only);
      // The cards are what was asked for: the hub works on them alone, and on the map behind them.
      void this.#load(this.#ask(this.#cards()));
    }
    if (this.#view) this.#selection.follow(this.#view);
  }

  /** Fulfilled when the cards are there, or take too long to wait for. */
  #cards(): Promise<unknown> {
    return Promise.race([this.#answers.settled, afterMilliseconds(patience)]);
  }

  /** Asks for what the attributes say now, behind something else where that is given; a newer wish overtakes it. */
  #ask(before?: Promise<unknown>): Promise<RegionMapData> {
    this.#loading.abort();
    this.#loading = new AbortController();
    const state = this.#host.state();
    this.#asked = questionOf(state);
    const { signal } = this.#loading;
    const ask = () => this.#hub.map(state.filters, state.home, signal);
    return before ? before.then(ask) : ask();
  }

  async #load(answer = this.#ask()): Promise<void> {
    const { signal } = this.#loading;
    const { filters } = this.#host.state();
    this.#shell.root.setAttribute('aria-busy', 'true');
    try {
      const data = await answer;
      const first = this.#view === null;
      // Cards that came later would push away what is read by then.
      if (first) await this.#cards();
      if (signal.aborted) return;
      // Asked before anything changes: afterwards that would lay out the whole page.
      const width = first ? this.#element.clientWidth : 0;
      this.#appear();
      // Where a heading of the page stands above, or on a phone, the map comes first and the filters are folded.
      if (first && !/\btitle\b/.test(this.#host.state().hidden))
        unfold(this.#shell, width, this.#stop.signal);
      // Who types searches for projects first, and for places where no project is found.
      if (filters.text !== this.#searched)
        this.#list.turnTo(filters.text && data.total > 0 ? 'projects' : 'municipalities');
      this.#searched = filters.text;
      this.#view = viewOf(this.#texts, data, this.#host.state(), this.#only);
      this.#problem.clear();
      this.#shell.root.classList.remove('loading', 'failed');
      const drawn = this.#draw(this.#view);
      this.#selection.show(this.#view);
      const { revision, total } = data;
      if (first) this.#host.tell('ready', { revision, total });
      else this.#host.tell('filter', { filters, total });
      await drawn;
    } catch (error) {
      if (signal.aborted) return;
      this.#appear();
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
    void this.#draw(this.#view);
  }

  #reset(): void {
    this.#only = null;
    const names = removable(this.#host.state());
    this.#host.change({ ...Object.fromEntries(names.map((name) => [name, null])), km: null });
    this.#redraw();
    this.#shell.filters.querySelector('input')?.focus();
  }

  /** Draws the view everywhere; fulfilled when the map is there as well. */
  #draw(view: View): Promise<void> {
    const { root, title, summary, switches, empty, legend, foot, attribution } = this.#shell;
    const change = (wish: Change) => this.#host.change(wish);
    // First, as it asks where it is scrolled to: after any change that would lay out the whole page.
    this.#list.show(view);
    this.#askBar.update(view);
    this.#answers.show(view);
    root.classList.toggle('answering', isAsking(view.state));
    root.dataset.view = view.state.view;
    root.dataset.hide = view.state.hidden;
    title.textContent = this.#texts.named(this.#texts.title, view.data.region.name);
    summary.replaceChildren(...summaryNodes(view));
    this.#filterBar.update(view);
    showSwitches(switches, view, change);
    showEmptyResult(empty, view, change);
    showLegend(legend, view, (only) => {
      this.#only = only;
      this.#redraw();
    });
    showPassOn(foot, view, this.#hub);
    showSources(attribution, view.data, this.#hub);
    return this.#map.show(view);
  }

  #failed(error: unknown): void {
    // A hub out of reach is the visitor's news; a mistake of ours belongs in the console as well.
    if (!(error instanceof HubError)) reportError(error);
    this.#host.tell('error', { error });
  }

  stop(): void {
    clearTimeout(this.#outline);
    this.#stop.abort();
    this.#loading.abort();
    this.#askBar.stop();
    this.#answers.stop();
    this.#filterBar.stop();
    this.#problem.stop();
    this.#selection.stop();
    this.#list.stop();
    this.#map.stop();
  }
}
