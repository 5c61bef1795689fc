import { node, replaceChildren } from '../dom/build-node.ts';
import type { MunicipalityRow, RegionMapData } from '../model/contract.ts';
import type { Change } from '../model/filters.ts';
import type { Hub } from '../model/hub.ts';
import type { Texts } from '../model/texts/texts.ts';
import type { View } from '../model/view.ts';
import { districtRows } from './district-rows.ts';
import { municipalityLink, projectLink, regionLink } from './list-rows.ts';

export type ListTab = 'municipalities' | 'projects';

/** Rows that stand in the list at once; the others are a press away. */
const pageSize = 200;

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
  /** whether the visitor has opened the fold of many Landkreise */
  #unfolded = false;

  constructor(
    container: HTMLElement,
    hub: Hub,
    choose: (change: Change) => void,
    point: (ags: string | null) => void,
  ) {
    this.#container = container;
    this.#hub = hub;
    this.#choose = choose;
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
    const places = this.#tab === 'municipalities' && !nowhere;
    if (view.data !== this.#data || view.only !== this.#view?.only) this.#from = 0;
    this.#data = view.data;
    this.#view = view;
    const keys = places ? shown.map(({ ags }) => ags) : projects.map(({ slug }) => slug);
    this.#follow(keys, state.project ?? state.municipality);
    const page = <Row>(rows: readonly Row[]) => rows.slice(this.#from, this.#from + pageSize);
    const line = (row: MunicipalityRow) =>
      node('li', {}, municipalityLink(row, view, this.#hub, this.#choose));
    const wide =
      only || state.filters.municipality ? [] : [node('li', {}, regionLink(view, this.#hub, this.#choose))];
    this.#container.setAttribute('aria-label', texts.list);
    // An empty list is scrolled nowhere; to ask it would lay out the page.
    const scrollTop = this.#container.firstChild ? this.#container.scrollTop : 0;
    replaceChildren(
      this.#container,
      node(
        'div',
        { class: 'tabs', role: 'group', 'aria-label': texts.list },
        nowhere ? null : this.#tabButton(texts, 'municipalities', places, texts.municipalities, shown.length),
        this.#tabButton(texts, 'projects', !places, texts.projectsHeading, projects.length),
      ),
      ...(places && !only && this.#from === 0
        ? districtRows(view, wide, districts.map(line), this.#unfolded, (unfolded) => {
            this.#unfolded = unfolded;
          })
        : []),
      ...this.#pageButton(texts, 'back', this.#from - pageSize, keys.length),
      places
        ? node('ul', {}, ...page(shown).map(line))
        : node(
            'ul',
            {},
            ...page(projects).map((row) => node('li', {}, projectLink(row, view, this.#hub, this.#choose))),
          ),
      ...this.#pageButton(texts, 'on', this.#from + pageSize, keys.length),
    );
    if (scrollTop > 0) this.#container.scrollTop = scrollTop;
    bringIntoSight(this.#container);
  }

  /** What has just been opened on the map is seen in the list. */
  #follow(keys: readonly string[], open: string | null): void {
    if (open === this.#open) return;
    this.#open = open;
    const at = keys.indexOf(open ?? '');
    if (at >= 0) this.#from = at - (at % pageSize);
  }

  #tabButton(texts: Texts, name: ListTab, pressed: boolean, label: string, count: number): HTMLElement {
    return node(
      'button',
      {
        type: 'button',
        class: 'tab',
        'data-key': name,
        'aria-pressed': String(pressed),
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
