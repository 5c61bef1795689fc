import { node, replaceChildren } from './build-node.ts';
import type { View } from './view.ts';

export function showFieldChips(
  container: HTMLElement,
  { data, field, texts }: View,
  choose: (field: string | null) => void,
): void {
  const chip = (slug: string | null, name: string, count: number | null) =>
    node(
      'button',
      {
        type: 'button',
        class: 'chip',
        'data-key': slug ?? '',
        'aria-pressed': String(field === slug),
        // Pressing a pressed chip lets go of it.
        click: () => choose(field === slug ? null : slug),
      },
      name,
      count !== null && node('span', { class: 'count' }, ` ${texts.number(count)}`),
    );
  const fields = [...data.fields].sort((a, b) => a.position - b.position);
  container.setAttribute('aria-label', texts.filter);
  replaceChildren(
    container,
    chip(null, texts.all, null),
    ...fields.map(({ slug, name, projects }) => chip(slug, name, projects)),
  );
}
