import { node, replaceChildren } from './build-node.ts';
import { stepFor } from './classes.ts';
import type { MunicipalityRow } from './contract.ts';
import { strategyMark } from './legend.ts';
import type { Texts } from './texts/texts.ts';
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
  const step = row.kind === 'LANDKREIS' ? 0 : stepFor(row.projects, classes);
  return node(
    'button',
    {
      type: 'button',
      class: 'row',
      'data-key': row.ags,
      'aria-current': selected === row.ags ? 'true' : null,
      click: () => choose(row.ags),
    },
    ...rowContent(name, row, describe({ ...row, name }, texts), step, texts),
  );
}

function regionRow(view: View, choose: (ags: string) => void, link: (url: string) => URL): HTMLElement {
  const { texts, data, selected } = view;
  const counts = { projects: data.regionWide, strategies: 0, contacts: 0 };
  const words = describe({ name: texts.wholeRegion, ...counts }, texts);
  const content = rowContent(texts.wholeRegion, counts, words, 0, texts);
  if (!data.regionWideProjects) {
    return node('a', { class: 'row', href: link(data.regionWideUrl ?? '/projects').href }, ...content);
  }
  return node(
    'button',
    {
      type: 'button',
      class: 'row',
      'data-key': wholeRegion,
      'aria-current': selected === wholeRegion ? 'true' : null,
      click: () => choose(wholeRegion),
    },
    ...content,
  );
}

/** A number beside a name is clear to the eye only; a screen reader gets the words instead. */
function rowContent(
  name: string,
  { projects, strategies }: Pick<MunicipalityRow, 'projects' | 'strategies'>,
  words: string,
  step: number,
  texts: Texts,
): HTMLElement[] {
  return [
    node('span', { class: 'unseen' }, words),
    node('span', { class: 'name', 'aria-hidden': 'true' }, name, strategies > 0 && strategyMark()),
    projects
      ? node('span', { class: `count step-${step}`, 'aria-hidden': 'true' }, texts.number(projects))
      : node('span', { class: 'nobody', 'aria-hidden': 'true' }, texts.nobodyYet),
  ];
}
