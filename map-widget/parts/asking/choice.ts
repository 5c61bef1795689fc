import { node } from '../../dom/build-node.ts';
import type { FilterName } from '../../model/filters.ts';
import type { Texts } from '../../model/texts/texts.ts';
import { languageOf } from './filter-words.ts';

/** What a filter may be set to, with what it would find. */
export interface Offered {
  value: string;
  name: string;
  count: number | null;
}

/** A filter of which one value is chosen. */
export function choice(
  texts: Texts,
  filter: FilterName,
  options: readonly Offered[],
  value: string,
  choose: (value: string) => void,
): HTMLElement {
  // A page may have set several values; they stay one choice until the visitor makes another.
  const isOffered = options.some((option) => option.value === value);
  const all = isOffered ? options : [...options, { value, name: value, count: null }];
  const select = node(
    'select',
    { 'data-key': filter, change: () => choose(select.value) },
    ...all.map((option) =>
      node(
        'option',
        {
          value: option.value,
          selected: option.value === value,
          lang: option.value === '' ? null : languageOf(filter, texts),
        },
        option.count === null ? option.name : `${option.name} (${texts.number(option.count)})`,
      ),
    ),
  );
  return node('label', { class: 'field' }, node('span', {}, texts.filterNames[filter]), select);
}
