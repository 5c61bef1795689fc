import { node } from './build-node.ts';
import { filterWords } from './filter-words.ts';
import type { View } from './view.ts';

/** The message of the map in one sentence; it is also what the live region reads out. */
export function summaryNodes(view: View): (Node | string)[] {
  const { texts, data, state, shown, only, layer, projects } = view;
  const total = only ? projects.length : data.total;
  const count = (which: (row: (typeof shown)[number]) => boolean) => shown.filter(which).length;
  const figures = {
    projects: total
      ? texts.summary(
          total,
          count((row) => row.projects > 0),
        )
      : texts.summaryNone,
    strategies: texts.haveStrategy(
      count((row) => row.strategies > 0),
      shown.length,
    ),
    contacts: texts.haveContact(
      count((row) => row.contacts > 0),
      shown.length,
    ),
    coverage: texts.takePart(
      count((row) => layer.classOf(row).key !== 'none'),
      shown.length,
    ),
    freshness: texts.confirmed(projects.filter(({ fresh }) => fresh).length, projects.length),
  };
  const chosen = layer.classes.find(({ key }) => key === only);
  const details = [
    ...(chosen ? [`${texts.legends[state.layer]}: ${chosen.label}`] : []),
    ...filterWords(view, (name) => !state.locked.has(name)),
    ...(data.regionWide && !only ? [texts.regionWide(data.regionWide)] : []),
  ];
  return [
    node('span', { class: 'figure' }, figures[state.layer]),
    ' ',
    node('span', { class: 'detail' }, details.join(' · ')),
  ];
}
