import { type Child, node } from '../../dom/build-node.ts';
import type { Texts } from '../../model/texts/texts.ts';

/** The focus comes to the heading when the panel opens, so that reading starts at its beginning. */
export function panelHead(name: string, facts: string[], texts: Texts, ...tools: Child[]): HTMLElement {
  return node(
    'header',
    { class: 'panel-head' },
    node('h3', { tabindex: '-1' }, name),
    ...tools,
    facts.length > 0 && node('p', { class: 'facts' }, facts.join('\u00a0· ')),
    node('span', { class: 'unseen', role: 'status' }, texts.loading),
  );
}

/** A heading with its count and list. */
export const group = (heading: string, items: HTMLElement[], note: Child = null): HTMLElement =>
  node(
    'div',
    { class: 'group' },
    node('h4', {}, heading, ' ', node('span', { class: 'count' }, String(items.length))),
    note,
    node('ul', {}, ...items),
  );

/** The same; nothing where there is nothing. */
export const section = (heading: string, items: HTMLElement[]): HTMLElement | null =>
  items.length > 0 ? group(heading, items) : null;
