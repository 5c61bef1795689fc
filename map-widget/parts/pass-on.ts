import { node, replaceChildren } from '../dom/build-node.ts';
import { copyButton } from '../dom/copy-button.ts';
import type { Hub } from '../model/hub.ts';
import type { View } from '../model/view.ts';

/** What is chosen, to keep and to pass on: as an address, a file, on paper, as a picture, in a page, as a feed. */
export function showPassOn(container: HTMLElement, { texts, state }: View, hub: Hub): void {
  const { passOn } = texts;
  const link = (label: string, href: string) => node('a', { href }, label);
  const print = node(
    'button',
    { type: 'button', class: 'link', 'data-key': 'print', click: () => window.print() },
    passOn.print,
  );
  replaceChildren(
    container,
    node('span', { class: 'small-heading' }, passOn.title),
    copyButton(hub.choice('', state), texts),
    link(passOn.excel, hub.choice('projects.xlsx', state)),
    print,
    link(passOn.picture, hub.choice('map.png', state)),
    link(passOn.embed, hub.choice('embed/builder', state)),
    link(passOn.follow, hub.feed(state.filters)),
  );
}
