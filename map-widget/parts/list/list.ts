import { node, replaceChildren } from '../../dom/build-node.ts';
import type { MunicipalityRow, RegionMapData } from '../../model/contract.ts';
import type { Change } from '../../model/filters.ts';
import type { Hub } from '../../model/hub.ts';
import type { Texts } from '../../model/texts/texts.ts';
import type { View } from '../../model/view.ts';
import { ContactRows } from './contact-rows.ts';
import { districtRows } from './district-rows.ts';
import { municipalityLink, projectLink, regionLink } from './list-rows.ts';

export type ListTab = 'municipalities' | 'projects' | 'contacts';

/** Rows that stand in the list at once; the others are a press away. */
const pageSize = 200;
/** Rows that a phone shows at first. */
const few = 10;

/** The text of the map: everything the map shows and opens is here as well, in the same order. */
export class List {
  readonly #container: HTMLElement;
  readonly #hub: Hub;
  readonly #choose: (change: Change) => void;
  #tab: ListTab = 'municipalities';
  /** number of the first row that is shown */
  #from = 0;
  /** what was open when the list was drawn last */
  #open: string | null = null;
  #data: RegionMapData | null = null;
  #view: View | null = null;
  /** whether the visitor has opened the fold of many Landkreise, and of those who have nothing */
  #unfolded = false;
  #unfoldedNobody = false;
  readonly #contacts: ContactRows;
  /** whether the visitor has asked for all rows */
  #whole = false;

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
    this.#contacts = new ContactRows(hub, () => this.#view && this.show(this.#view), failed);
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
    if (tab !== this.#tab) this.#from = 0;
    this.#tab = tab;
  }

  show(view: View): void {
    const { texts, districts, shown, projects, only, state, nowhere } = view;
    const tab = this.#tabOf(view);
    const places = tab === 'municipalities';
    if (view.data !== this.#data || view.only !== this.#view?.only) this.#from = 0;
    this.#data = view.data;
    this.#view = view;
    const contacts = state.layer === 'contacts' ? this.#contacts.rows(view) : null;
    const hasNothing = new Set(this.#foldedOf(view));
    const municipalities = shown.filter((row) => !hasNothing.has(row));
    const rows = { municipalities, projects, contacts: contacts ?? [] }[tab];
    const keys = rows.map((row) => ('ags' in row ? row.ags : row.slug));
    this.#follow(keys, state.project ?? state.municipality);
    const line = (row: MunicipalityRow) =>
      node('li', {}, municipalityLink(row, view, this.#hub, this.#choose));
    const wide =
      only || state.filters.municipality ? [] : [node('li', {}, regionLink(view, this.#hub, this.#choose))];
    const lines = rows.slice(this.#from, this.#from + pageSize).map((row) => {
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
      ...(places && !only && this.#from === 0
        ? districtRows(view, wide, districts.map(line), this.#unfolded, (unfolded) => {
            this.#unfolded = unfolded;
          })
        : []),
      ...this.#pageButton(texts, 'back', this.#from - pageSize, keys.length),
      ...this.#shortly(texts, lines),
      ...(places && hasNothing.size > 0 ? [this.#invitation(view, hasNothing.size)] : []),
      ...this.#pageButton(texts, 'on', this.#from + pageSize, keys.length),
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

  /** On a phone a long list begins with ten rows, as the styles have it; beside the map it has its own height. */
  #shortly(texts: Texts, lines: HTMLElement[]): HTMLElement[] {
    const list = node('ul', { class: 'lines' }, ...lines);
    if (lines.length <= few + 2 || this.#whole) return [list];
    const current = lines.findIndex((one) => one.querySelector('[aria-current]'));
    if (current >= few) return [list];
    const button = node(
      'button',
      {
        type: 'button',
        class: 'action all',
        click: () => {
          this.#whole = true;
          list.classList.remove('short');
          button.remove();
          list.children[few]?.querySelector<HTMLElement>('a')?.focus();
        },
      },
      texts.all(lines.length),
    );
    list.classList.add('short');
    return [list, button];
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

  /** What has just been opened on the map is seen in the list. */
  #follow(keys: readonly string[], open: string | null): void {
    if (open === this.#open) return;
    this.#open = open;
    const at = keys.indexOf(open ?? '');
    if (at >= 0) this.#from = at - (at % pageSize);
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

  /** Leads to the rows from that number on; nothing where there are none. */
  #pageButton(texts: Texts, key: 'back' | 'on', from: number, count: number): HTMLElement[] {
    if (from < 0 || from >= count) return [];
    const turn = () => {
      this.#from = from;
      if (this.#view) this.show(this.#view);
      const rows = this.#container.querySelectorAll<HTMLElement>(':scope > ul:last-of-type .row');
      // Reading goes on where the other page ended.
      (key === 'on' ? rows[0] : rows[rows.length - 1])?.focus();
    };
    const label = texts.rows(from + 1, Math.min(from + pageSize, count), count);
    return [node('button', { type: 'button', class: 'action page', 'data-key': key, click: turn }, label)];
  }

  stop(): void {
    this.#contacts.stop();
  }
}

/** scrollIntoView would move the host's page as well. */
function bringIntoSight(list: HTMLElement): void {
  const current = list.querySelector('[aria-current]');
  if (!current) return;
  const row = current.getBoundingClientRect();
  const frame = list.getBoundingClientRect();
  if (row.top >= frame.top && row.bottom <= frame.bottom) return;
  list.scrollTop += row.top - frame.top - frame.height / 2;
}
