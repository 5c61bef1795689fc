import { node } from '../../dom/build-node.ts';
import { followLink } from '../../dom/links.ts';
import type { WorkLine } from '../../model/contract.ts';
import type { Change } from '../../model/filters.ts';
import type { Hub } from '../../model/hub.ts';
import { germanIn, hasProject, type View } from '../../model/view.ts';

/** What somebody is asked about: a project opens here, and on its page where the filters or a lock leave it out. */
export function workLink(
  { title, url, slug }: WorkLine,
  view: View,
  hub: Hub,
  choose: (change: Change) => void,
): HTMLAnchorElement {
  const lang = germanIn(view.texts);
  return hasProject(view, slug)
    ? followLink(hub.page(url), { lang, 'data-key': `work-${slug}` }, () => choose({ project: slug }), title)
    : node('a', { href: hub.page(url), lang }, title);
}
