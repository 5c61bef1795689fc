import { type Child, node, sentence } from '../../dom/build-node.ts';
import { type FilterName, filterNames, valuesOf, wholeRegion } from '../../model/filters.ts';
import type { Texts } from '../../model/texts/texts.ts';
import { localisedIn, type View } from '../../model/view.ts';

/** A value of a filter in words: what a person calls the field, the place or the status. */
export function named(
  { texts, data, byAgs }: View,
  name: FilterName | 'municipality',
  value: string,
): string {
  if (name === 'km') return texts.km(Number(value));
  if (name === 'near' || name === 'district' || name === 'municipality') {
    if (value === wholeRegion) return texts.wholeRegion;
    const row = byAgs.get(value);
    return row?.kind === 'LANDKREIS' ? texts.district(row.name) : (row?.name ?? value);
  }
  if (name === 'text') return texts.quoted(value);
  const own = { status: texts.statuses, sizeClass: texts.sizes }[name as string]?.[value];
  return own ?? data.facets[name].find((one) => one.value === value)?.name ?? value;
}

/** For `lang`: of the values of a filter, where they have a name in German. */
export const languageOf = (name: string, texts: Texts): string | null =>
  name === 'field' || name === 'topic' ? localisedIn(texts) : null;

/** The filters that are set, one phrase for each. */
export function filterWords(
  view: View,
  which: (name: FilterName | 'municipality' | 'filter') => boolean,
): Child[] {
  const { texts, data, state } = view;
  const phrase = (name: string, label: string, values: string[]) =>
    node(
      'span',
      {},
      ...sentence(
        (word) => texts.named(label, word),
        node('span', { lang: languageOf(name, texts) }, values.join(texts.or)),
      ),
    );
  const own = ([...filterNames, 'municipality'] as const)
    .filter((name) => state.filters[name] && which(name) && (name !== 'km' || state.filters.near))
    .map((name) => {
      const values = valuesOf(state.filters, name).map((value) => named(view, name, value));
      // No municipality: it says by itself what it is.
      if (state.filters[name] === wholeRegion) return values.join();
      return phrase(name, texts.filterNames[name], values);
    });
  // Filters that have no control here have their words from the hub.
  const others = new URLSearchParams(which('filter') ? state.filters.filter : '');
  const words = (data.filters ?? []).filter(({ name }) => others.has(name));
  return [...own, ...words.map(({ name, label, values }) => phrase(name, label, values))];
}
