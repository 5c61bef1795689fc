import { type Child, node } from './build-node.ts';

/** A real link to the record's page, that shows the record here instead when it is simply followed. */
export function followLink(
  href: string,
  attributes: Parameters<typeof node>[1],
  open: () => void,
  ...children: Child[]
): HTMLAnchorElement {
  return node(
    'a',
    {
      href,
      ...attributes,
      click: (event) => {
        const { button, altKey, ctrlKey, metaKey, shiftKey } = event as MouseEvent;
        // In a new tab or window the link leads where it says.
        if (button || altKey || ctrlKey || metaKey || shiftKey) return;
        event.preventDefault();
        open();
      },
    },
    ...children,
  );
}

/** Websites are entered by hand; only web addresses become links. */
export function outside(address: string | null): URL | null {
  try {
    // URL.canParse is younger than the browsers that this has to run in.
    const url = new URL(address ?? '');
    return url.protocol === 'https:' || url.protocol === 'http:' ? url : null;
  } catch {
    return null;
  }
}

/** The name of a website without what everybody knows. */
export const hostOf = (url: URL): string => url.hostname.replace(/^www\./, '');

export const mailto = (address: string, subject: string, body: string): string =>
  `mailto:${address}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
