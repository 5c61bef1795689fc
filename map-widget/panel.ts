import { node } from './build-node.ts';
import type { Hub } from './hub.ts';
import { icon } from './icon.ts';
import { wholeRegion } from './municipality-list.ts';
import { Problem } from './problem.ts';
import { panelHead, projectSection, recordBody, recordFacts } from './record-panel.ts';
import type { Texts } from './texts/texts.ts';
import type { View } from './view.ts';

/** Shows one municipality: what is known at once, the rest as soon as it is there. */
export class Panel {
  readonly #container: HTMLElement;
  readonly #hub: Hub;
  readonly #texts: Texts;
  readonly #close: () => void;
  readonly #report: (error: unknown) => void;
  readonly #problem: Problem;
  #loading: AbortController | null = null;
  /** whether the focus was inside when the panel closed */
  hadFocus = false;

  constructor(
    container: HTMLElement,
    hub: Hub,
    texts: Texts,
    close: () => void,
    report: (error: unknown) => void,
  ) {
    this.#container = container;
    this.#hub = hub;
    this.#texts = texts;
    this.#close = close;
    this.#report = report;
    this.#problem = new Problem(node('div', { class: 'problem', hidden: true }));
  }

  get isOpen(): boolean {
    return !this.#container.hidden;
  }

  show(view: View, focus: boolean): void {
    this.#loading?.abort();
    this.#problem.clear();
    const head = this.#head(view);
    const root = this.#container.getRootNode() as ShadowRoot;
    const inside = this.#container.contains(root.activeElement);
    this.hadFocus = inside;
    this.#container.hidden = head === null;
    this.#container.replaceChildren(...(head ? [head] : []));
    if (!head) return;
    this.#container.scrollTop = 0;
    if (focus || inside) this.focus();
    if (view.selected === wholeRegion) {
      this.#fill(
        projectSection(view.data.regionWideProjects ?? [], this.#texts, (url) => this.#hub.link(url)),
      );
    } else void this.#load(view);
  }

  focus(): void {
    this.#container.querySelector('h3')?.focus();
  }

  #head({ selected, data }: View): HTMLElement | null {
    const texts = this.#texts;
    const close = node(
      'button',
      { type: 'button', class: 'tool', 'aria-label': texts.close, title: texts.close, click: this.#close },
      icon('close'),
    );
    if (selected === wholeRegion && data.regionWideProjects) {
      return panelHead({ name: texts.wholeRegion, facts: [data.region.name] }, texts, close);
    }
    const row = data.municipalities.find(({ ags }) => ags === selected);
    if (!row) return null;
    const district = data.municipalities.find(({ ags }) => ags === row.district)?.name ?? null;
    return panelHead({ name: row.name, facts: recordFacts({ ...row, district }, texts) }, texts, close);
  }

  async #load(view: View): Promise<void> {
    this.#loading = new AbortController();
    const { signal } = this.#loading;
    try {
      const query = { field: view.field, lang: this.#texts.lang };
      const record = await this.#hub.municipality(view.selected!, query, signal);
      this.#problem.clear();
      this.#fill(...recordBody(record, view.field, this.#texts, (url) => this.#hub.link(url)));
    } catch (error) {
      if (signal.aborted) return;
      this.#report(error);
      this.#container.append(this.#problem.container);
      this.#problem.show(this.#texts.recordUnreachable, this.#texts, () => void this.#load(view));
    }
  }

  #fill(...body: (HTMLElement | null)[]): void {
    this.#container.querySelector('[role=status]')?.remove();
    this.#container.append(...body.filter((part) => part !== null));
  }

  stop(): void {
    this.#loading?.abort();
    this.#problem.stop();
  }
}
