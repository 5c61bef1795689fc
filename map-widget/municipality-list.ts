import { node, replaceChildren } from './build-node.ts';
import { stepFor } from './classes.ts';
import type { MunicipalityRow } from './contract.ts';
import { strategyMark } from './legend.ts';
import { describe, type View } from './view.ts';

/** Stands for the projects of the whole region where an AGS is expected. */
export const wholeRegion = 'region';

/** The text of the map: everything the map shows and opens is here as well. */
export function showMunicipalityList(
  container: HTMLElement,
  view: View,
  choose: (ags: string) => void,
  link: (url: string) => URL,
): void {
  const { texts, districts, municipalities } = view;
  const rows = (list: MunicipalityRow[]) =>
    list.map((row) => node('li', {}, municipalityButton(row, view, choose)));
  container.setAttribute('aria-label', texts.list);
  replaceChildren(
    container,
    node('h3', { class: 'small-heading' }, texts.districts),
    node('ul', {}, node('li', {}, regionRow(view, choose, link)), ...rows(districts)),
    node('h3', { class: 'small-heading' }, texts.municipalities),
    node('ul', {}, ...rows(municipalities)),
  );
}

function municipalityButton(row: MunicipalityRow, view: View, choose: (ags: string) => void): HTMLElement {
  const { texts, classes, selected } = view;
  const name = row.kind === 'LANDKREIS' ? texts.district(row.name) : row.name;
  return node(
    'button',
    {
      type: 'button',
      class: 'row',
      'data-key': row.ags,
      'aria-label': describe({ ...row, name }, texts),
      'aria-current': selected === row.ags ? 'true' : null,
      click: () => choose(row.ags),
    },
    node('span', { class: 'name' }, name, row.strategies > 0 && strategyMark()),
    row.projects
      ? node(
          'span',
          { class: row.kind === 'LANDKREIS' ? 'count' : `count step-${stepFor(row.projects, classes)}` },
          texts.number(row.projects),
        )
      : node('span', { class: 'nobody' }, texts.nobodyYet),
  );
}

function regionRow(view: View, choose: (ags: string) => void, link: (url: string) => URL): HTMLElement {
  const { texts, data, selected } = view;
  const content = [
    node('span', { class: 'name' }, texts.wholeRegion),
    data.regionWide
      ? node('span', { class: 'count' }, texts.number(data.regionWide))
      : node('span', { class: 'nobody' }, texts.nobodyYet),
  ];
  const label = `${texts.wholeRegion}, ${data.regionWide ? texts.projects(data.regionWide) : texts.nobodyYet}`;
  if (!data.regionWideProjects) {
    const href = link(data.regionWideUrl ?? '/projects').href;
    return node('a', { class: 'row', href, 'aria-label': label }, ...content);
  }
  return node(
    'button',
    {
      type: 'button',
      class: 'row',
      'data-key': wholeRegion,
      'aria-label': label,
      'aria-current': selected === wholeRegion ? 'true' : null,
      click: () => choose(wholeRegion),
    },
    ...content,
  );
}
