import type { Texts } from '../model/texts/texts.ts';
import { node } from './build-node.ts';

/** Copies the address; where the browser refuses, it stands there to be copied by hand. */
export function copyButton(address: string, texts: Texts): HTMLElement {
  const done = node('span', { role: 'status', class: 'facts' });
  const button = node(
    'button',
    {
      type: 'button',
      class: 'link',
      'data-key': 'copy',
      click: async () => {
        try {
          await navigator.clipboard.writeText(address);
          done.textContent = ` ${texts.copied}`;
        } catch {
          done.textContent = ` ${address}`;
        }
      },
    },
    texts.share,
  );
  return node('span', { class: 'share' }, button, done);
}
