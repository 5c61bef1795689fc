import { node } from '../../dom/build-node.ts';
import { icon } from '../../dom/icon.ts';
import { mailto } from '../../dom/links.ts';
import { Problem } from '../../dom/problem.ts';
import { type Change, wholeRegion } from '../../model/filters.ts';
import type { Hub } from '../../model/hub.ts';
import type { Texts } from '../../model/texts/texts.ts';
import type { View } from '../../model/view.ts';
import { municipalityBody, municipalityFacts, projectsOf } from './municipality-panel.ts';
import { panelHead } from './panel-parts.ts';
import { projectBody } from './project-panel.ts';

/** Shows one municipality or one project: what is known at once, the rest as soon as it is there. */
export class Panel {
  readonly #container: HTMLElement;
  readonly #hub: Hub;
  readonly #texts: Texts;
  readonly #choose: (change: Change) => void;
  readonly #report: (error: unknown) => void;
  readonly #problem: Problem;
  #loading: AbortController | null = null;
  /** whether the focus was inside when the panel closed */
  hadFocus = false;

  constructor(
    container: HTMLElement,
    hub: Hub,
    texts: Texts,
    choose: (change: Change) => void,
    report: (error: unknown) => void,
  ) {
    this.#container = container;
    this.#hub = hub;
    this.#texts = texts;
    this.#choose = choose;
    this.#report = report;
    this.#problem = new Problem(node('div', { class: 'problem', hidden: true }));
  }

  get isOpen(): boolean {
    return !this.#container.hidden;
  }

  show(view: View, focus: boolean): void {
    this.#loading?.abort();
    this.#problem.clear();
    const root = this.#container.getRootNode() as ShadowRoot;
    this.hadFocus = this.#container.contains(root.activeElement);
    const { project, municipality } = view.state;
    const head = project
      ? this.#projectHead(view, project)
      : municipality
        ? this.#placeHead(view, municipality)
        : null;
    this.#container.hidden = head === null;
    this.#container.setAttribute('aria-label', this.#texts.details);
    this.#container.replaceChildren(...(head ?? []));
    if (!head) return;
    this.#container.scrollTop = 0;
    if (focus || this.hadFocus) this.focus();
    void this.#load(view);
  }

  focus(): void {
    this.#container.querySelector('h3')?.focus();
  }

  #tool(name: 'close' | 'back', label: string, change: Change): HTMLElement {
    return node(
      'button',
      { type: 'button', class: 'tool', 'aria-label': label, title: label, click: () => this.#choose(change) },
      icon(name),
    );
  }

  #projectHead(view: View, slug: string): HTMLElement[] {
    const texts = this.#texts;
    const { municipality } = view.state;
    const name =
      view.byAgs.get(municipality ?? '')?.name ?? (municipality === wholeRegion ? texts.wholeRegion : null);
    const title = view.data.projects.find((one) => one.slug === slug)?.title ?? slug;
    const tool = name
      ? this.#tool('back', texts.backTo(name), { project: null })
      : this.#tool('close', texts.close, { project: null });
    const head = panelHead(title, [], texts, !view.state.locked.has('project') && tool);
    if (texts.lang !== 'de') head.querySelector('h3')?.setAttribute('lang', 'de');
    return [head];
  }

  #placeHead(view: View, ags: string): HTMLElement[] | null {
    const texts = this.#texts;
    const row = view.byAgs.get(ags);
    if (!row && ags !== wholeRegion) return null;
    const name = row ? (row.kind === 'LANDKREIS' ? texts.district(row.name) : row.name) : texts.wholeRegion;
    const facts = row ? municipalityFacts(row, view) : [view.data.region.name];
    const close =
      !view.state.locked.has('municipality') &&
      this.#tool('close', texts.close, { municipality: null, project: null });
    return [panelHead(name, facts, texts, close), projectsOf(ags, view, this.#hub, this.#choose)];
  }

  async #load(view: View): Promise<void> {
    this.#loading = new AbortController();
    const { signal } = this.#loading;
    const { project, municipality, filters } = view.state;
    try {
      const body: (HTMLElement | null)[] = project
        ? projectBody(await this.#hub.project(project, signal), view, this.#hub, this.#choose)
        : municipality === null || municipality === wholeRegion
          ? []
          : municipalityBody(
              await this.#hub.municipality(municipality, filters, signal),
              view,
              this.#hub,
              this.#choose,
            );
      this.#problem.clear();
      this.#problem.container.remove();
      this.#container.querySelector('[role=status]')?.remove();
      this.#container.append(...[...body, this.#reportLink(view)].filter((part) => part !== null));
    } catch (error) {
      if (signal.aborted) return;
      this.#report(error);
      this.#container.append(this.#problem.container);
      this.#problem.show(this.#texts.recordUnreachable, this.#texts, () => void this.#load(view));
    }
  }

  #reportLink({ data, state }: View): HTMLElement | null {
    if (!data.reportTo) return null;
    const name = this.#container.querySelector('h3')?.textContent ?? '';
    const path = state.project
      ? `/projects/${state.project}`
      : state.municipality === wholeRegion
        ? '/projects'
        : `/municipalities/${state.municipality}`;
    const address = mailto(data.reportTo, name, `${this.#hub.link(path).href}\n\n`);
    return node('p', { class: 'onward' }, node('a', { href: address, target: '_self' }, this.#texts.report));
  }

  stop(): void {
    this.#loading?.abort();
    this.#problem.stop();
  }
}
