import { around } from '../model/texts/around.ts';

type Attribute = string | number | boolean | null | undefined | ((event: Event) => void);
export type Child = Node | string | null | undefined | false;

/** Data enters the page as text or as an attribute, never as HTML. */
export function node<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, Attribute> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value != null) element.setAttribute(name, String(value));
  }
  element.append(...children.filter((child) => child != null && child !== false));
  return element;
}

/** A sentence with nodes in place of its word. */
export function sentence(tell: (word: string) => string, ...words: Child[]): Child[] {
  const [before, after] = around(tell);
  return [before, ...words, after];
}

/** With something between them. */
export const joined = (nodes: readonly Child[], between = ' · '): Child[] =>
  nodes.flatMap((one, at) => (at > 0 ? [between, one] : [one]));

/** Renders anew without taking the focus away: the element with the same data-key gets it back. */
export function replaceChildren(parent: HTMLElement, ...children: Node[]): void {
  const root = parent.getRootNode();
  const active = root instanceof ShadowRoot ? root.activeElement : null;
  const key = active && parent.contains(active) ? (active as HTMLElement).dataset.key : undefined;
  parent.replaceChildren(...children);
  if (key !== undefined) parent.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus();
}
