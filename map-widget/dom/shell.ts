import type { Texts } from '../model/texts/texts.ts';
import { node } from './build-node.ts';
import { icon } from './icon.ts';

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
  const ask = node('form', { class: 'ask', part: 'ask', role: 'search' });
  const filters = node('div', { class: 'filters', part: 'filters', role: 'group' });
  const fold = node('details', { class: 'fold' }, node('summary', {}, texts.filter), filters);
  const answers = node('section', { class: 'answers', part: 'answers', hidden: true });
  const switches = node('div', { class: 'switches' });
  const empty = node('div', { class: 'empty', hidden: true });
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
  const baseMap = node('div', { class: 'base-map' });
  const panel = node('section', { class: 'panel', part: 'panel', hidden: true });
  const list = node('section', { class: 'list', part: 'list' });
  const foot = node('div', { class: 'foot', role: 'group', 'aria-label': texts.passOn.title });
  const paper = node('div', { class: 'paper' });
  const attribution = node('footer', { class: 'attribution', part: 'attribution' });
  const root = node(
    'div',
    // Without a title of its own it would have the element's as its tooltip.
    { class: 'widget loading', part: 'widget', title: '', lang: texts.lang, 'aria-busy': 'true' },
    title,
    summary,
    problem,
    ask,
    node(
      'div',
      { class: 'found' },
      answers,
      node(
        'div',
        { class: 'side' },
        node('div', { class: 'bar' }, switches, fold),
        empty,
        node(
          'div',
          { class: 'body' },
          node(
            'div',
            { class: 'map-side' },
            node('div', { class: 'map-frame' }, map, tools, mapProblem),
            legend,
            node('p', { id: 'help', class: 'help' }, texts.mapHelp),
            baseMap,
          ),
          panel,
          list,
        ),
      ),
    ),
    foot,
    paper,
    attribution,
    node('p', { class: 'unseen loading-text' }, texts.loading),
  );
  return {
    root,
    title,
    summary,
    problem,
    ask,
    answers,
    fold,
    filters,
    switches,
    empty,
    map,
    mapProblem,
    tools,
    legend,
    baseMap,
    panel,
    list,
    foot,
    paper,
    attribution,
  };
}
