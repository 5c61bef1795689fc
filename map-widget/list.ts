import { node, replaceChildren } from './build-node.ts';
import type { MunicipalityRow, ProjectLine } from './contract.ts';
import type { Change } from './filters.ts';
import type { Hub } from './hub.ts';
import { followLink } from './links.ts';
import { describe, type View, wholeRegion } from './view.ts';

export type ListTab = 'municipalities' | 'projects';

/** The text of the map: everything the map shows and opens is here as well, in the same order. */
export function showList(
  container: HTMLElement,
  view: View,
  hub: Hub,
  tab: ListTab,
  choose: (change: Change) => void,
  turnTo: (tab: ListTab) => void,
): void {
  const { texts, districts, shown, projects, only } = view;
  const tabButton = (name: ListTab, label: string, count: number) =>
    node(
      'button',
      {
        type: 'button',
        class: 'tab',
        'data-key': name,
        'aria-pressed': String(tab === name),
        click: () => turnTo(name),
      },
      label,
      ' ',
      node('span', { class: 'count' }, texts.number(count)),
    );
  const places = (rows: MunicipalityRow[]) =>
    rows.map((row) => node('li', {}, municipalityLink(row, view, hub, choose)));
  container.setAttribute('aria-label', texts.list);
  const wide = only || view.state.filters.municipality ? [] : [node('li', {}, regionLink(view, hub, choose))];
  replaceChildren(
    container,
    node(
      'div',
      { class: 'tabs', role: 'group', 'aria-label': texts.list },
      tabButton('municipalities', texts.municipalities, shown.length),
      tabButton('projects', texts.projectsHeading, projects.length),
    ),
    ...(tab === 'municipalities'
      ? [
          ...(only ? [] : [node('ul', { class: 'districts' }, ...wide, ...places(districts))]),
          node('ul', {}, ...places(shown)),
        ]
      : [node('ul', {}, ...projects.map((row) => node('li', {}, projectLink(row, view, hub, choose))))]),
  );
}

function municipalityLink(row: MunicipalityRow, view: View, hub: Hub, choose: (change: Change) => void) {
  const { texts, layer, state } = view;
  const current = !state.project && state.municipality === row.ags;
  const district = row.kind === 'LANDKREIS';
  const figure = layer.figure(row);
  return followLink(
    hub.page(row.url),
    {
      class: 'row',
      'data-key': row.ags,
      'aria-current': current ? 'true' : null,
    },
    () => choose({ municipality: row.ags, project: null }),
    // A number beside a name is clear to the eye only; a screen reader gets the words instead.
    node('span', { class: 'unseen' }, describe(row, view)),
    node('span', { class: 'name', 'aria-hidden': 'true' }, district ? texts.district(row.name) : row.name),
    figure
      ? node(
          'span',
          { class: `figure-of ${district ? '' : layer.classOf(row).look}`, 'aria-hidden': 'true' },
          figure,
        )
      : node('span', { class: 'nobody', 'aria-hidden': 'true' }, texts.nobodyYet),
  );
}

function regionLink({ texts, data, state }: View, hub: Hub, choose: (change: Change) => void) {
  return followLink(
    hub.page('/projects?regionWide=true'),
    {
      class: 'row',
      'data-key': wholeRegion,
      'aria-current': state.municipality === wholeRegion ? 'true' : null,
    },
    () => choose({ municipality: wholeRegion, project: null }),
    node('span', { class: 'unseen' }, `${texts.wholeRegion}, ${texts.projects(data.regionWide)}`),
    node('span', { class: 'name', 'aria-hidden': 'true' }, texts.wholeRegion),
    node('span', { class: 'figure-of', 'aria-hidden': 'true' }, texts.number(data.regionWide)),
  );
}

function projectLink(row: ProjectLine, view: View, hub: Hub, choose: (change: Change) => void) {
  const { state } = view;
  return followLink(
    hub.page(row.url),
    {
      class: 'row project',
      'data-key': row.slug,
      'aria-current': state.project === row.slug ? 'true' : null,
    },
    () => choose({ project: row.slug, municipality: null }),
    node('span', { class: 'name' }, row.title),
    node('span', { class: 'facts' }, projectFacts(row, view)),
  );
}

/** Where and how far: one line that list and panel share. */
export function projectFacts(row: ProjectLine, { texts, byAgs }: View): string {
  const names = row.municipalities.map((ags) => {
    const place = byAgs.get(ags);
    return place?.kind === 'LANDKREIS' ? texts.district(place.name) : (place?.name ?? ags);
  });
  const where = row.regionWide ? texts.wholeRegion : texts.andMore(names.slice(0, 3), names.length - 3);
  return [where, texts.statuses[row.status] ?? ''].filter(Boolean).join(' · ');
}
