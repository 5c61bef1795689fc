import { joined, node } from '../dom/build-node.ts';
import { countProjects, headline, regionDetail } from '../model/headline.ts';
import type { View } from '../model/view.ts';
import { filterWords } from './asking/filter-words.ts';

/** The message of the map in one sentence; it is also what the live region reads out. */
export function summaryNodes(view: View): (Node | string)[] {
  const { texts, state, shown, only, layer } = view;
  const projects = countProjects(view.projects);
  const chosen = layer.classes.find(({ key }) => key === only);
  const details = [
    ...(chosen ? [texts.named(texts.legends[state.layer], chosen.label)] : []),
    ...filterWords(view, (name) => !state.locked.has(name)),
    ...regionDetail(state.layer, texts, projects),
  ];
  return [
    node('span', { class: 'figure' }, headline(state.layer, texts, shown, projects)),
    ' ',
    node('span', { class: 'detail' }, ...joined(details)),
  ];
}
