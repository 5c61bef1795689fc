import { type Child, joined, node } from '../../dom/build-node.ts';
import type { ContactOfList, ContactRow } from '../../model/contract.ts';
import type { Hub } from '../../model/hub.ts';
import type { Texts } from '../../model/texts/texts.ts';
import { germanIn, localisedIn, type View } from '../../model/view.ts';
import { waysOf } from '../panel/call-lines.ts';

/** An office, and the ways to reach it. */
export function contactLines(row: ContactRow, hub: Hub, texts: Texts, place = ''): Child[] {
  const { organisation, unit, role, email, phone, website, url } = row;
  const ways = waysOf({ phone, phone_uri: null, email, website });
  const office = [
    unit && node('span', { lang: germanIn(texts) }, unit),
    role && node('span', { lang: localisedIn(texts) }, role),
    place,
  ].filter(Boolean);
  return [
    node('a', { href: hub.page(url), lang: germanIn(texts) }, organisation),
    office.length > 0 && node('p', { class: 'facts' }, ...joined(office, ', ')),
    ways.some(Boolean) && node('p', { class: 'ways' }, ...ways),
  ];
}

/** The contacts of the municipalities that are shown, for the layer that counts them. */
export class ContactRows {
  readonly #hub: Hub;
  readonly #loaded: () => void;
  readonly #failed: (error: unknown) => void;
  #loading = new AbortController();
  #asked: View['data'] | null = null;
  #rows: ContactOfList[] = [];

  constructor(hub: Hub, loaded: () => void, failed: (error: unknown) => void) {
    this.#hub = hub;
    this.#loaded = loaded;
    this.#failed = failed;
  }

  /** Those that have come already; the others are asked for. */
  rows(view: View): ContactOfList[] {
    if (view.data !== this.#asked) this.#ask(view);
    const shown = new Set(view.shown.map(({ ags }) => ags));
    const all = view.only === null;
    return this.#rows.filter(({ municipality }) =>
      municipality && !view.districts.some(({ ags }) => ags === municipality) ? shown.has(municipality) : all,
    );
  }

  #ask({ data, state }: View): void {
    this.#asked = data;
    this.#rows = [];
    this.stop();
    this.#loading = new AbortController();
    const { signal } = this.#loading;
    this.#hub.contacts(state.filters, signal).then(
      (rows) => {
        this.#rows = rows;
        this.#loaded();
      },
      (error: unknown) => {
        if (!signal.aborted) this.#failed(error);
      },
    );
  }

  line(row: ContactOfList, { texts, byAgs }: View): HTMLElement {
    const place = byAgs.get(row.municipality ?? '');
    // An organisation that bears the name of its place says it already.
    const named = place && !row.organisation.includes(place.name) ? place.name : '';
    return node(
      'li',
      { class: 'contact', 'data-key': row.slug },
      ...contactLines(row, this.#hub, texts, named),
    );
  }

  stop(): void {
    this.#loading.abort();
  }
}
