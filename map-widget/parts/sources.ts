import { node } from '../dom/build-node.ts';
import type { RegionMapData } from '../model/contract.ts';
import type { Hub } from '../model/hub.ts';

/** Where the data are from, and the pages of the hub that the law asks for. */
export function showSources(
  element: HTMLElement,
  { attribution, legal = [] }: Pick<RegionMapData, 'attribution' | 'legal'>,
  hub: Hub,
): void {
  element.replaceChildren(
    ...attribution.map((line) => node('p', {}, line)),
    ...legal.map(({ name, url }) => node('p', {}, node('a', { href: hub.page(url) }, name))),
  );
}
