import type { Shell } from '../dom/shell.ts';
import type { Change, State } from '../model/filters.ts';
import type { Host } from '../model/host.ts';
import type { Hub } from '../model/hub.ts';
import type { View } from '../model/view.ts';
import { Panel } from './panel/panel.ts';

/** The municipality or project that is open: it comes from map or list, and the focus goes back there. */
export class Selection {
  readonly #host: Host;
  readonly #hub: Hub;
  readonly #shell: Shell;
  readonly #panel: Panel;
  readonly #focusOnMap: (ags: string) => boolean;
  /** what was open when the panel was drawn last */
  #opened: State | null = null;
  #from: { part: 'map' | 'list'; key: string } | null = null;

  constructor(
    host: Host,
    hub: Hub,
    shell: Shell,
    focusOnMap: (ags: string) => boolean,
    failed: (error: unknown) => void,
  ) {
    this.#host = host;
    this.#hub = hub;
    this.#shell = shell;
    this.#focusOnMap = focusOnMap;
    const change = (wish: Change) => host.change(wish);
    this.#panel = new Panel(shell.panel, hub, host.texts, change, failed);
    shell.root.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !this.#panel.isOpen) return;
      event.stopPropagation();
      host.change(host.state().project ? { project: null } : { municipality: null });
    });
  }

  choose(change: Change, part: 'map' | 'list'): void {
    const state = this.#host.state();
    this.#from = { part, key: change.project || change.municipality || '' };
    // A second press on what is open leads into its panel.
    if (state.project === (change.project ?? null) && state.municipality === change.municipality)
      this.#panel.focus();
    this.#host.change(change);
  }

  /** Draws the panel of what is open. */
  show(view: View, focus = false): void {
    this.#opened = view.state;
    this.#panel.show(view, focus);
    this.#shell.root.classList.toggle('opened', this.#panel.isOpen);
  }

  /** Draws the panel when something else is open now, and tells the page. */
  follow(view: View): void {
    const { project, municipality } = view.state;
    if (this.#opened?.municipality === municipality && this.#opened.project === project) return;
    this.show(view, this.#from !== null);
    if (!this.#panel.isOpen && this.#panel.hadFocus) this.#giveFocusBack();
    const row = project
      ? view.data.projects.find(({ slug }) => slug === project)
      : view.byAgs.get(municipality ?? '');
    const name = row && ('title' in row ? row.title : row.name);
    const url = row ? this.#hub.link(row.url).href : null;
    this.#host.tell('select', { municipality, project, name: name ?? null, url });
  }

  #giveFocusBack(): void {
    const from = this.#from;
    if (from?.part === 'map' && this.#focusOnMap(from.key)) return;
    const row = this.#shell.list.querySelector<HTMLElement>(`[data-key="${CSS.escape(from?.key ?? '')}"]`);
    (row ?? this.#shell.list.querySelector<HTMLElement>('.row'))?.focus();
  }

  stop(): void {
    this.#panel.stop();
  }
}
