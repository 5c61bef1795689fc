import { node } from './build-node.ts';
import { hatchPattern, svgElement } from './icon.ts';
import type { View } from './view.ts';

export function showLegend(container: HTMLElement, { texts, classes, municipalities }: View): void {
  const empty = municipalities.filter(({ projects }) => projects === 0).length;
  const owners = municipalities.filter(({ strategies }) => strategies > 0).length;
  const row = (mark: Node, label: string, count: number, invitation = false) =>
    node(
      'li',
      { class: invitation ? 'invitation' : null },
      mark,
      node(
        'span',
        {},
        node('span', { class: 'label' }, label),
        ' ',
        node('span', { class: 'count' }, texts.municipalityCount(count)),
      ),
    );
  container.replaceChildren(
    node('h3', { class: 'small-heading' }, texts.legend),
    node(
      'ul',
      {},
      ...classes.map(({ from, to, step, municipalities: count }) =>
        row(swatch(step), texts.range(from, to), count),
      ),
      empty > 0 && row(swatch(0), texts.invitation, empty, true),
      owners > 0 && row(strategyMark(), texts.hasStrategy, owners),
    ),
  );
}

export function swatch(step: number): SVGSVGElement {
  const svg = svgElement('svg', { class: 'swatch', viewBox: '0 0 22 16', 'aria-hidden': 'true' });
  const shape = { class: `area step-${step}`, x: '1', y: '1', width: '20', height: '14' };
  // Each swatch brings its own pattern: one that lives in the map is gone when the map fails.
  if (step === 0) svg.append(hatchPattern('hatch-legend'));
  svg.append(svgElement('rect', step === 0 ? { ...shape, fill: 'url(#hatch-legend)' } : shape));
  return svg;
}

export function strategyMark(): SVGSVGElement {
  const svg = svgElement('svg', { class: 'strategy-mark', viewBox: '0 0 12 12', 'aria-hidden': 'true' });
  svg.append(svgElement('path', { d: 'M6 1 11 6 6 11 1 6Z' }));
  return svg;
}
