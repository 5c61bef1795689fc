import { node } from '../dom/build-node.ts';
import type { RegionMapData } from '../model/contract.ts';
import type { Texts } from '../model/texts/texts.ts';

/** Nobody is asked for tiles before the visitor has read who it will be, and pressed the button. */
export function showBaseMapButton(
  container: HTMLElement,
  baseMap: RegionMapData['baseMap'],
  shown: boolean,
  texts: Texts,
  show: (tiles: string | null) => void,
): void {
  container.hidden = !baseMap;
  if (!baseMap) {
    container.replaceChildren();
    return;
  }
  const { host } = new URL(baseMap.tiles.replaceAll(/[{}]/g, ''));
  container.replaceChildren(
    node(
      'button',
      {
        type: 'button',
        class: 'action',
        'aria-pressed': String(shown),
        click: () => show(shown ? null : baseMap.tiles),
      },
      shown ? texts.hideBaseMap : texts.showBaseMap(host),
    ),
    ...(shown ? [node('span', {}, baseMap.attribution)] : []),
  );
}
