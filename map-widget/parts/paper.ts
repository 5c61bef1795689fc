import { node } from '../dom/build-node.ts';
import type { Hub } from '../model/hub.ts';
import { germanIn, type View } from '../model/view.ts';
import { projectFacts } from './list/list-rows.ts';

/** What stands on paper alone: the projects, however the list was turned, and where and when this was printed. */
export function fillPaper(
  container: HTMLElement,
  hub: Hub,
  viewNow: () => View | null,
  signal: AbortSignal,
): void {
  const fill = () => {
    const view = viewNow();
    if (!view) return;
    const { texts, projects, state } = view;
    const today = new Date().toISOString().slice(0, 10);
    container.replaceChildren(
      node('h3', {}, texts.named(texts.projectsHeading, texts.number(projects.length))),
      node(
        'ul',
        {},
        ...projects.map((row) =>
          node(
            'li',
            {},
            node('span', { lang: germanIn(texts) }, row.title),
            node('span', { class: 'facts' }, ` ${projectFacts(row, view)}`),
          ),
        ),
      ),
      node('p', { class: 'printed' }, `${hub.choice('', state)} · ${texts.date(today)}`),
    );
  };
  addEventListener('beforeprint', fill, { signal });
  addEventListener('afterprint', () => container.replaceChildren(), { signal });
}
