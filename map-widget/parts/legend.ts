import { node, replaceChildren } from '../dom/build-node.ts';
import { swatch } from '../map/look.ts';
import type { View } from '../model/view.ts';

/** The classes with their counts; pressing one leaves its municipalities alone on the map and in the list. */
export function showLegend(container: HTMLElement, view: View, choose: (key: string | null) => void): void {
  const { texts, layer, only, state } = view;
  const counts = new Map(layer.classes.map((one) => [one, 0]));
  for (const row of view.found) counts.set(layer.classOf(row), (counts.get(layer.classOf(row)) ?? 0) + 1);
  const items = layer.classes
    .map((one) => ({ ...one, count: counts.get(one) ?? 0 }))
    .filter(({ key, count }) => count > 0 || key === only)
    .map(({ key, label, look, count }) =>
      node(
        'li',
        {},
        node(
          'button',
          {
            type: 'button',
            class: 'legend-class',
            'data-key': key,
            'aria-pressed': String(key === only),
            click: () => choose(key === only ? null : key),
          },
          swatch(look),
          node(
            'span',
            {},
            node('span', { class: 'label' }, label),
            ' ',
            node('span', { class: 'count' }, texts.municipalityCount(count)),
          ),
        ),
      ),
    );
  const heading = node('h3', { class: 'small-heading' }, texts.legends[state.layer]);
  replaceChildren(container, ...(items.length > 0 ? [heading, node('ul', {}, ...items)] : []));
}
