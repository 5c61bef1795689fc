import { afterPaint } from '../../dom/after-paint.ts';
import { joined, node, replaceChildren, sentence } from '../../dom/build-node.ts';
import type { MunicipalityRow } from '../../model/contract.ts';
import {
  type Change,
  distances,
  type FilterName,
  facetNames,
  filterNames,
  removable,
  usualDistance,
  valuesOf,
} from '../../model/filters.ts';
import { known } from '../../model/known.ts';
import type { Texts } from '../../model/texts/texts.ts';
import type { View } from '../../model/view.ts';
import { choice, type Offered } from './choice.ts';
import { filterWords, languageOf, named } from './filter-words.ts';

/** The filters that lie behind a fold. */
const folded = facetNames.filter((name) => name !== 'field');

/** While typing the hub is asked when the fingers rest. */
const pause = 250;

/** What the visitor may choose: everything but what is locked, each choice with its count. */
export class FilterBar {
  readonly #texts: Texts;
  readonly #change: (change: Change) => void;
  readonly #search: HTMLInputElement;
  /** where the choice among all places stands, and the circle around the chosen one */
  readonly #place = node('div', { class: 'as-parts' });
  readonly #circle = node('div', { class: 'as-parts' });
  readonly #more: HTMLElement;
  readonly #chips: HTMLElement;
  readonly #foot: HTMLElement;
  readonly #details: HTMLDetailsElement;
  /** holds all of this */
  readonly #fold: HTMLElement;
  #callOff = () => {};
  /** of the catalogue whose choices are filled in */
  #revision: number | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(container: HTMLElement, texts: Texts, change: (change: Change) => void, reset: () => void) {
    this.#texts = texts;
    this.#change = change;
    this.#search = node('input', {
      type: 'search',
      maxlength: 200,
      autocomplete: 'off',
      spellcheck: 'false',
      input: () => {
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => change({ text: this.#search.value.trim() }), pause);
      },
    });
    this.#more = node('div', { class: 'row-of-fields' });
    this.#details = node('details', { class: 'more' }, node('summary', {}, texts.moreFilters), this.#more);
    this.#chips = node('div', { class: 'chips', role: 'group', 'aria-label': texts.filterNames.field });
    this.#foot = node('div', { class: 'filter-foot' });
    this.#fold = known(container.closest('details'), 'fold of the filters');
    container.setAttribute('aria-label', texts.filter);
    this.#foot.addEventListener('click', (event) => {
      if ((event.target as Element).closest('.reset')) reset();
    });
    container.append(
      node(
        'div',
        { class: 'row-of-fields' },
        node('label', { class: 'field' }, node('span', {}, texts.filterNames.text), this.#search),
        node('div', { class: 'row-of-fields' }, this.#place, this.#circle),
      ),
      this.#chips,
      this.#details,
      this.#foot,
    );
  }

  update(view: View): void {
    const { state, data } = view;
    const texts = this.#texts;
    const root = this.#search.getRootNode() as ShadowRoot;
    known(this.#search.closest('label'), 'label').hidden = state.locked.has('text');
    // What is being typed is newer than what the hub has answered.
    if (root.activeElement !== this.#search) this.#search.value = state.filters.text ?? '';

    this.#updatePlace(view);
    const circles = distances.map((km) => ({ value: String(km), name: texts.km(km), count: null }));
    replaceChildren(
      this.#circle,
      ...(state.filters.near ? this.#select(view, 'km', circles, String(usualDistance)) : []),
    );
    this.#details.hidden = folded.every((name) => state.locked.has(name));
    this.#callOff();
    // What a fold and a closed choice hold can wait the first time: the rest is seen before.
    if (this.#revision === null) this.#callOff = afterPaint(() => this.#fill(view));
    else this.#fill(view);

    this.#chips.hidden = state.locked.has('field');
    const chosen = valuesOf(state.filters, 'field');
    replaceChildren(
      this.#chips,
      ...data.facets.field.map(({ value, name, count }) =>
        node(
          'button',
          {
            type: 'button',
            class: 'chip',
            'data-key': value,
            'aria-pressed': String(chosen.includes(value)),
            lang: languageOf('field', texts),
            // Pressing a pressed chip lets go of it; the others stay.
            click: () => this.#change({ field: toggled(chosen, value).join(' ') }),
          },
          name,
          // The count stays beside the last word.
          '\u00a0',
          node('span', { class: 'count' }, texts.number(count)),
        ),
      ),
    );
    this.#foot.replaceChildren(...this.#footNodes(view));
    // A fold is for what can be chosen or read in it.
    this.#fold.hidden = filterNames.every((name) => state.locked.has(name)) && !this.#foot.firstChild;
  }

  #footNodes(view: View): Node[] {
    const { state, only } = view;
    const fixed = filterWords(view, (name) => state.locked.has(name));
    return [
      fixed.length > 0 && node('p', { class: 'fixed' }, ...sentence(this.#texts.fixed, ...joined(fixed))),
      (removable(state).length > 0 || only !== null) &&
        node('button', { type: 'button', class: 'action reset', 'data-key': 'reset' }, this.#texts.reset),
    ].filter((one) => one !== false);
  }

  /** All choices that the visitor has to open first. */
  #fill(view: View): void {
    const { facets, revision } = view.data;
    const all = { value: '', name: this.#texts.any, count: null };
    replaceChildren(
      this.#more,
      ...folded.flatMap((name) => {
        const options = facets[name].map((one) => ({ ...one, name: named(view, name, one.value) }));
        return this.#select(view, name, [all, ...options]);
      }),
    );
    // A choice among all places, thousands in a large region, is made anew only when the catalogue changes.
    if (revision !== this.#revision) this.#showPlaces(view, view.municipalities);
    this.#revision = revision;
    this.#updatePlace(view);
  }

  #updatePlace(view: View): void {
    const { near } = view.state.filters;
    this.#place.hidden = view.state.locked.has('near');
    if (this.#place.hidden) return;
    if (!this.#place.firstChild)
      this.#showPlaces(
        view,
        view.municipalities.filter(({ ags }) => ags === near),
      );
    known(this.#place.querySelector('select'), 'list of places').value = near ?? '';
  }

  #showPlaces(view: View, rows: readonly MunicipalityRow[]): void {
    const places = rows.map(({ ags, name }) => ({ value: ags, name, count: null }));
    const anywhere = { value: '', name: this.#texts.anywhere, count: null };
    replaceChildren(this.#place, ...this.#select(view, 'near', [anywhere, ...places]));
  }

  #select({ state }: View, name: FilterName, options: readonly Offered[], otherwise = ''): HTMLElement[] {
    if (state.locked.has(name)) return [];
    const value = state.filters[name] ?? otherwise;
    return [choice(this.#texts, name, options, value, (chosen) => this.#change({ [name]: chosen }))];
  }

  stop(): void {
    this.#callOff();
    clearTimeout(this.#timer);
  }
}

const toggled = (values: readonly string[], value: string): string[] =>
  values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
