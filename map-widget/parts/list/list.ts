import { node, replaceChildren } from '../../dom/build-node.ts';
import type { MunicipalityRow, RegionMapData } from '../../model/contract.ts';
import type { Change } from '../../model/filters.ts';
import type { Hub } from '../../model/hub.ts';
import type { Texts } from '../../model/texts/texts.ts';
import type { View } from '../../model/view.ts';
import { ContactRows } from './contact-rows.ts';
import { districtRows } from './district-rows.ts';
import { bringIntoSight, ListPages } from './list-pages.ts';
import { municipalityLink, projectLink, regionLink } from './list-rows.ts';

export type ListTab = 'municipalities' | 'projects' | 'contacts';

/** The text of the map: everything the map shows and opens is here as well, in the same order. */
export class List {
  readonly #container: HTMLElement;
  readonly #hub: Hub;
  readonly #choose: (change: Change) => void;
  #tab: ListTab = 'municipalities';
  #data: RegionMapData | null = null;
  #view: View | null = null;
  /** whether the visitor has opened the fold of many Landkreise, and of those who have nothing */
  #unfolded = false;
  #unfoldedNobody = false;
  readonly #contacts: ContactRows;
  readonly #pages: ListPages;

  constructor(
    container: HTMLElement,
    hub: Hub,
    choose: (change: Change) => void,
    point: (ags: string | null) => void,
    failed: (error: unknown) => void,
  ) {
    this.#container = container;
    this.#hub = hub;
    this.#choose = choose;
    const again = () => this.#view && this.show(this.#view);
    this.#contacts = new ContactRows(hub, again, failed);
    this.#pages = new ListPages(container, again);
    // Row and area light each other up.
    const key = (event: Event) => (event.target as Element).closest<HTMLElement>('.row')?.dataset.key ?? null;
    container.addEventListener('pointerover', (event) => point(key(event)));
    container.addEventListener('pointerleave', () => point(null));
    container.addEventListener('focusin', (event) => point(key(event)));
    container.addEventListener('focusout', () => point(null));
  }

  /** Marks the row of the area that the map's pointer is on. */
  light(ags: string | null): void {
    this.#container.querySelector('.row.lit')?.classList.remove('lit');
    if (ags) this.#container.querySelector(`.row[data-key="${CSS.escape(ags)}"]`)?.classList.add('lit');
  }

  /** Seen when the list is shown next. */
  turnTo(tab: ListTab): void {
    if (tab !== this.#tab) this.#pages.restart();
    this.#tab = tab;
  }

  show(view: View): void {
    const { texts, districts, shown, projects, only, state, nowhere } = view;
    const tab = this.#tabOf(view);
    const places = tab === 'municipalities';
    if (view.data !== this.#data || view.only !== this.#view?.only) this.#pages.restart();
    this.#data = view.data;
    this.#view = view;
    const contacts = state.layer === 'contacts' ? this.#contacts.rows(view) : null;
    const hasNothing = new Set(this.#foldedOf(view));
    const municipalities = shown.filter((row) => !hasNothing.has(row));
    const rows = { municipalities, projects, contacts: contacts ?? [] }[tab];
    const keys = rows.map((row) => ('ags' in row ? row.ags : row.slug));
    this.#pages.follow(keys, state.project ?? state.municipality);
    const line = (row: MunicipalityRow) =>
      node('li', {}, municipalityLink(row, view, this.#hub, this.#choose));
    const wide =
      only || state.filters.municipality ? [] : [node('li', {}, regionLink(view, this.#hub, this.#choose))];
    const lines = this.#pages.of<(typeof rows)[number]>(rows).map((row) => {
      if ('ags' in row) return line(row);
      if ('organisation' in row) return this.#contacts.line(row, view);
      return node('li', {}, projectLink(row, view, this.#hub, this.#choose));
    });
    this.#container.setAttribute('aria-label', texts.list);
    // An empty list is scrolled nowhere; to ask it would lay out the page.
    const scrollTop = this.#container.firstChild ? this.#container.scrollTop : 0;
    replaceChildren(
      this.#container,
      node(
        'div',
        { class: 'tabs', role: 'group', 'aria-label': texts.list },
        nowhere ? null : this.#tabButton(texts, 'municipalities', tab, texts.municipalities, shown.length),
        this.#tabButton(texts, 'projects', tab, texts.projectsHeading, projects.length),
        contacts && this.#tabButton(texts, 'contacts', tab, texts.contactsHeading, contacts.length),
      ),
      ...(places && !only && this.#pages.atStart
        ? districtRows(view, wide, districts.map(line), this.#unfolded, (unfolded) => {
            this.#unfolded = unfolded;
          })
        : []),
      ...this.#pages.back(texts, keys.length),
      ...this.#pages.shortly(texts, lines),
      ...(places && hasNothing.size > 0 ? [this.#invitation(view, hasNothing.size)] : []),
      ...this.#pages.on(texts, keys.length),
    );
    if (scrollTop > 0) this.#container.scrollTop = scrollTop;
    bringIntoSight(this.#container);
  }

  /** The layer of contacts lists contacts, unless the visitor has turned to another list. */
  #tabOf({ state, nowhere }: View): ListTab {
    if (state.layer !== this.#view?.state.layer)
      this.#tab =
        state.layer === 'contacts' ? 'contacts' : this.#tab === 'contacts' ? 'municipalities' : this.#tab;
    if (this.#tab === 'municipalities' && nowhere) return 'projects';
    return this.#tab === 'contacts' && state.layer !== 'contacts' ? 'municipalities' : this.#tab;
  }

  /** Those who have nothing of what is asked for, until the visitor or the map opens them. */
  #foldedOf({ folded, state }: View): MunicipalityRow[] {
    return this.#unfoldedNobody || folded.some(({ ags }) => ags === state.municipality) ? [] : folded;
  }

  /** One row in place of them, that invites. */
  #invitation(view: View, count: number): HTMLElement {
    const unfold = () => {
      this.#unfoldedNobody = true;
      this.show(view);
      this.#container
        .querySelector<HTMLElement>('.lines .row .nobody')
        ?.closest<HTMLElement>('.row')
        ?.focus();
    };
    const label = view.texts.withoutEntry(count);
    return node(
      'button',
      { type: 'button', class: 'row without', 'data-key': 'without', click: unfold },
      label,
    );
  }

  #tabButton(texts: Texts, name: ListTab, shown: ListTab, label: string, count: number): HTMLElement {
    return node(
      'button',
      {
        type: 'button',
        class: 'tab',
        'data-key': name,
        'aria-pressed': String(name === shown),
        click: () => {
          this.turnTo(name);
          if (this.#view) this.show(this.#view);
        },
      },
      label,
      ' ',
      node('span', { class: 'count' }, texts.number(count)),
    );
  }

  stop(): void {
    this.#contacts.stop();
    this.#pages.stop();
  }
}
