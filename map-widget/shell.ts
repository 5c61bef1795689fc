import { node } from './build-node.ts';
import { icon } from './icon.ts';
import type { Texts } from './texts/texts.ts';

export type Shell = ReturnType<typeof buildShell>;

/** The parts of the widget in reading order. Empty it is the outline that shows while loading. */
export function buildShell(texts: Texts, zoom: (step: number) => void) {
  const tool = (name: 'plus' | 'minus' | 'whole', label: string, step: number) =>
    node(
      'button',
      { type: 'button', class: 'tool', 'aria-label': label, title: label, click: () => zoom(step) },
      icon(name),
    );
  const title = node('h2', { class: 'title' }, texts.title);
  const summary = node('p', { class: 'summary', role: 'status' });
  const problem = node('div', { class: 'problem', hidden: true });
  const chips = node('div', { class: 'chips', role: 'group' });
  const map = node('div', {
    class: 'map',
    part: 'map',
    role: 'group',
    'aria-label': texts.map,
    'aria-describedby': 'help',
  });
  const mapProblem = node('div', { class: 'problem', hidden: true });
  const tools = node(
    'div',
    { class: 'tools', hidden: true },
    tool('plus', texts.zoomIn, 1),
    tool('minus', texts.zoomOut, -1),
    tool('whole', texts.zoomWhole, 0),
  );
  const legend = node('div', { class: 'legend', part: 'legend' });
  const panel = node('section', { class: 'panel', part: 'panel', hidden: true });
  const list = node('section', { class: 'list', part: 'list' });
  const attribution = node('footer', { class: 'attribution' });
  const root = node(
    'div',
    { class: 'widget loading', part: 'widget', lang: texts.lang, 'aria-busy': 'true' },
    title,
    summary,
    problem,
    chips,
    node(
      'div',
      { class: 'body' },
      node(
        'div',
        { class: 'map-side' },
        node('div', { class: 'map-frame' }, map, tools, mapProblem),
        legend,
        node('p', { id: 'help', class: 'help' }, texts.mapHelp),
      ),
      panel,
      list,
    ),
    attribution,
    node('p', { class: 'unseen loading-text' }, texts.loading),
  );
  return { root, title, summary, problem, chips, map, mapProblem, tools, legend, panel, list, attribution };
}
