import { node } from '../../dom/build-node.ts';
import { followLink, outside } from '../../dom/links.ts';
import type { MunicipalityRecord, MunicipalityRow, Peer, StrategyRow } from '../../model/contract.ts';
import { type Change, wholeRegion } from '../../model/filters.ts';
import type { Hub } from '../../model/hub.ts';
import { answerTexts } from '../../model/texts/answer-texts.ts';
import type { Texts } from '../../model/texts/texts.ts';
import { canOpen, germanIn, type View } from '../../model/view.ts';
import { contactLines } from '../list/contact-rows.ts';
import { projectFacts } from '../list/list-rows.ts';
import { callLines } from './call-lines.ts';
import { group, section } from './panel-parts.ts';
import { workLink } from './work-link.ts';

/** Kind, Landkreis and inhabitants in one line. */
export function municipalityFacts(row: MunicipalityRow, { texts, byAgs }: View): string[] {
  const district = row.district ? byAgs.get(row.district)?.name : null;
  return [
    texts.kinds[row.kind] ?? '',
    district ? texts.district(district) : '',
    row.population ? texts.population(row.population) : '',
  ].filter(Boolean);
}

/** The projects under the present filters: known already, so they stand there at once. */
export function projectsOf(ags: string, view: View, hub: Hub, choose: (change: Change) => void): HTMLElement {
  const { texts, data, state } = view;
  const projects = data.projects.filter((one) =>
    ags === wholeRegion ? one.regionWide : one.municipalities.includes(ags),
  );
  if (projects.length === 0) {
    const filtered = Object.keys(state.filters).length > 0;
    return node('p', { class: 'invitation' }, filtered ? texts.noProjects : texts.firstStep);
  }
  const items = projects.map((row) =>
    node(
      'li',
      {},
      followLink(
        hub.page(row.url),
        { 'data-key': row.slug, lang: germanIn(texts) },
        () => choose({ project: row.slug }),
        row.title,
      ),
      node('p', { class: 'facts' }, projectFacts(row, view)),
    ),
  );
  const confirmed = projects.filter(({ fresh }) => fresh).length;
  return group(
    texts.projectsHeading,
    items,
    node('p', { class: 'facts' }, texts.confirmed(confirmed, items.length)),
  );
}

export function municipalityBody(
  record: MunicipalityRecord,
  view: View,
  hub: Hub,
  choose: (change: Change) => void,
): (HTMLElement | null)[] {
  const { texts } = view;
  const website = outside(record.website);
  const calls = record.whom_to_call ?? [];
  return [
    calls.length > 0
      ? section(
          answerTexts[texts.lang].call,
          calls.slice(0, 2).map((call) => node('li', {}, ...callLines(call, hub, texts))),
        )
      : null,
    section(
      texts.strategiesHeading,
      record.strategies.map((row) => strategy(row, texts, hub)),
    ),
    section(
      texts.contactsHeading,
      record.contacts.map((row) => node('li', {}, ...contactLines(row, hub, texts))),
    ),
    section(
      texts.peersHeading,
      (record.peers?.best ?? [])
        .filter(({ ags }) => canOpen(view, ags))
        .map((one) => peer(one, view, hub, choose)),
    ),
    node(
      'p',
      { class: 'onward' },
      node('a', { href: hub.page(record.url) }, texts.fullPage(record.name)),
      website && node('a', { href: website.href }, texts.website),
      node('a', { href: hub.feed({ ...view.state.filters, municipality: record.ags }) }, texts.follow),
    ),
  ];
}

function strategy({ title, status, adopted_on, url }: StrategyRow, texts: Texts, hub: Hub) {
  const adopted = adopted_on ? texts.adopted(adopted_on) : '';
  // When it was adopted says that it was.
  const facts = [adopted && status === 'ADOPTED' ? '' : texts.statuses[status ?? ''], adopted].filter(
    Boolean,
  );
  return node(
    'li',
    { class: 'strategy' },
    node('a', { href: hub.page(url), lang: germanIn(texts) }, title),
    facts.length > 0 && node('p', { class: 'facts' }, facts.join(' · ')),
  );
}

function peer(
  { ags, name, url, reasons, project, call, also }: Peer,
  view: View,
  hub: Hub,
  choose: (change: Change) => void,
) {
  return node(
    'li',
    {},
    followLink(
      hub.page(url),
      { 'data-key': `peer-${ags}` },
      () => choose({ municipality: ags, project: null }),
      name,
    ),
    node(
      'p',
      { class: 'facts' },
      reasons
        .map((reason) => reason.text ?? '')
        .filter(Boolean)
        .join(' · '),
    ),
    project && node('p', { class: 'work' }, workLink(project, view, hub, choose)),
    call && node('div', { class: 'office' }, ...callLines(call, hub, view.texts)),
    also &&
      also.length > 0 &&
      node('p', { class: 'facts' }, answerTexts[view.texts.lang].also(also.map((other) => other.name))),
  );
}
