import { type FilterName, filterNames, valuesOf } from './filters.ts';
import type { View } from './view.ts';

/** A value of a filter in words: what a person calls the field, the place or the status. */
export function named(
  { texts, data, byAgs }: View,
  name: FilterName | 'municipality',
  value: string,
): string {
  if (name === 'status') return texts.statuses[value] ?? value;
  if (name === 'sizeClass') return texts.sizes[value] ?? value;
  if (name === 'km') return texts.km(Number(value));
  if (name === 'near' || name === 'district' || name === 'municipality') {
    const row = byAgs.get(value);
    return row?.kind === 'LANDKREIS' ? texts.district(row.name) : (row?.name ?? value);
  }
  if (name === 'text') return texts.quoted(value);
  return data.facets[name].find((one) => one.value === value)?.name ?? value;
}

/** The filters that are set, one phrase for each. */
export function filterWords(view: View, which: (name: FilterName | 'municipality') => boolean): string[] {
  const { texts, state } = view;
  return ([...filterNames, 'municipality'] as const)
    .filter((name) => state.filters[name] && which(name) && (name !== 'km' || state.filters.near))
    .map((name) => {
      const values = valuesOf(state.filters, name).map((value) => named(view, name, value));
      return `${texts.filterNames[name]}: ${values.join(texts.or)}`;
    });
}
