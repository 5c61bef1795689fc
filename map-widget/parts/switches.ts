import { node, replaceChildren } from '../dom/build-node.ts';
import { type Change, layers, views } from '../model/filters.ts';
import type { View } from '../model/view.ts';

/** Which question the map answers, and whether map, list or both are shown. */
export function showSwitches(container: HTMLElement, view: View, change: (change: Change) => void): void {
  const { texts, state, nowhere } = view;
  const group = <Name extends string>(
    which: 'layer' | 'view',
    label: string,
    names: readonly Name[],
    words: Record<Name, string>,
    chosen: Name,
  ) =>
    node(
      'div',
      { class: `switch ${which}`, role: 'group', 'aria-label': label },
      ...names.map((name) =>
        node(
          'button',
          {
            type: 'button',
            class: 'tab',
            'data-key': name,
            'aria-pressed': String(name === chosen),
            click: () => change({ [which]: name }),
          },
          words[name],
        ),
      ),
    );
  const groups = [
    !state.locked.has('layer') &&
      !nowhere &&
      group('layer', texts.layerSwitch, layers, texts.layers, state.layer),
    !state.locked.has('view') && group('view', texts.viewSwitch, views, texts.views, state.view),
  ];
  replaceChildren(container, ...groups.filter((one) => one !== false));
}
