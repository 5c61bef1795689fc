import { type Child, joined, node, sentence } from '../../dom/build-node.ts';
import { type Change, removable } from '../../model/filters.ts';
import type { View } from '../../model/view.ts';
import { filterWords } from '../asking/filter-words.ts';

/** Nothing found: says what was asked, and offers the questions that are one filter wider. */
export function showEmptyResult(container: HTMLElement, view: View, change: (change: Change) => void): void {
  const { texts, data, state } = view;
  const free = removable(state);
  container.hidden = data.total > 0 || free.length === 0;
  if (container.hidden) {
    container.replaceChildren();
    return;
  }
  const wider = data.wider.filter(({ filter, total }) => total > 0 && free.some((name) => name === filter));
  const button = (label: Child[], changed: Change) =>
    node('button', { type: 'button', class: 'action', click: () => change(changed) }, ...label);
  container.replaceChildren(
    node(
      'p',
      { class: 'message' },
      ...sentence(texts.nothingFound, ...joined(filterWords(view, () => true))),
    ),
    node(
      'p',
      { class: 'again' },
      ...wider.map(({ filter, total }) =>
        button(
          sentence(
            (word) => texts.without(word, total),
            filterWords(view, (name) => name === filter)[0] ?? filter,
          ),
          { [filter]: null },
        ),
      ),
      wider.length === 0 && button([texts.reset], Object.fromEntries(free.map((name) => [name, null]))),
    ),
  );
}
