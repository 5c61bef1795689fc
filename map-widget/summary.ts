import { node } from './build-node.ts';
import type { View } from './view.ts';

/** The message of the map in one sentence; it is also what the live region reads out. */
export function summaryNodes({ texts, data, field, municipalities }: View): (Node | string)[] {
  const active = municipalities.filter(({ projects }) => projects > 0).length;
  const chosen = data.fields.find(({ slug }) => slug === field);
  const details = [
    chosen ? texts.inField(chosen.name) : '',
    data.regionWide ? texts.regionWide(data.regionWide) : '',
  ].filter(Boolean);
  return [
    node('span', { class: 'figure' }, data.total ? texts.summary(data.total, active) : texts.summaryNone),
    ' ',
    node('span', { class: 'detail' }, details.join(' · ')),
  ];
}
