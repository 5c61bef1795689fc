import { node } from '../../dom/build-node.ts';
import { followLink } from '../../dom/links.ts';
import type { MunicipalityRow, ProjectLine } from '../../model/contract.ts';
import { type Change, wholeRegion } from '../../model/filters.ts';
import type { Hub } from '../../model/hub.ts';
import type { Counts } from '../../model/layer.ts';
import { describe, germanIn, type View } from '../../model/view.ts';

type Choose = (change: Change) => void;

const nothing: Counts = {
  projects: 0,
  confirmed: 0,
  strategies: 0,
  strategyStatus: null,
  contacts: 0,
  active: 0,
};

/** A municipality or Landkreis with what the layer counts there. */
export function municipalityLink(row: MunicipalityRow, view: View, hub: Hub, choose: Choose) {
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
    node(
      'span',
      { class: 'name', 'aria-hidden': 'true' },
      // A name of two halves may break between them.
      district ? texts.district(row.name) : row.name.replaceAll('/', '/\u200b'),
      row.km ? node('span', { class: 'distance' }, texts.km(row.km)) : null,
    ),
    figure
      ? node(
          'span',
          { class: `figure-of ${district ? '' : layer.classOf(row).look}`, 'aria-hidden': 'true' },
          figure,
        )
      : node('span', { class: 'nobody', 'aria-hidden': 'true' }, layer.none),
  );
}

/** What is for the whole region. */
export function regionLink({ texts, data, state, layer }: View, hub: Hub, choose: Choose) {
  const confirmed = data.projects.filter(({ regionWide, fresh }) => regionWide && fresh).length;
  const counts = { ...nothing, projects: data.regionWide, confirmed };
  // How much of a municipality is covered is no question to a region.
  const figure = state.layer === 'coverage' ? '' : layer.figure(counts);
  return followLink(
    hub.page('/?regionWide=true'),
    {
      class: 'row',
      'data-key': wholeRegion,
      'aria-current': state.municipality === wholeRegion ? 'true' : null,
    },
    () => choose({ municipality: wholeRegion, project: null }),
    node('span', { class: 'unseen' }, `${texts.wholeRegion}, ${texts.projects(data.regionWide)}`),
    node('span', { class: 'name', 'aria-hidden': 'true' }, texts.wholeRegion),
    figure ? node('span', { class: 'figure-of', 'aria-hidden': 'true' }, figure) : null,
  );
}

/** A project with where and how far it is. */
export function projectLink(row: ProjectLine, view: View, hub: Hub, choose: Choose) {
  const { state } = view;
  return followLink(
    hub.page(row.url),
    {
      class: 'row project',
      'data-key': row.slug,
      'aria-current': state.project === row.slug ? 'true' : null,
    },
    () => choose({ project: row.slug, municipality: null }),
    node('span', { class: 'name', lang: germanIn(view.texts) }, row.title),
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
