import { type Child, node, sentence } from '../../dom/build-node.ts';
import { copyButton } from '../../dom/copy-button.ts';
import { followLink, hostOf, outside } from '../../dom/links.ts';
import type { ProjectRecord } from '../../model/contract.ts';
import type { Change } from '../../model/filters.ts';
import type { Hub } from '../../model/hub.ts';
import { answerTexts } from '../../model/texts/answer-texts.ts';
import { canOpen, germanIn, localisedIn, type View } from '../../model/view.ts';
import { callLines } from './call-lines.ts';
import { section } from './panel-parts.ts';

/** What is public about a project, in the order in which people ask: what, who, since when, and is it still true? */
export function projectBody(
  record: ProjectRecord,
  view: View,
  hub: Hub,
  choose: (change: Change) => void,
): (HTMLElement | null)[] {
  const { texts } = view;
  const { facts } = texts;
  const link = (address: string | null, label?: string) => {
    const url = outside(address);
    return url && node('a', { href: url.href }, label ?? hostOf(url));
  };
  const written = (lang: string | null, text: string) => node('span', { lang }, text);
  const names = (records: readonly { name: string }[]) =>
    records.length > 0 && written(localisedIn(texts), records.map(({ name }) => name).join(', '));
  const period = texts.period(record.period_start, record.period_end);
  const source = link(record.source_url);
  const reuse = link(record.reuse_url, texts.reuseWhere);
  const rows: [term: string, ...values: Child[]][] = [
    [facts.status, texts.statuses[record.status ?? ''] ?? texts.unknown],
    [facts.period, period],
    [facts.fields, names(record.fields)],
    [facts.topics, names(record.topics)],
    [facts.funding, record.funding_programme && written(germanIn(texts), record.funding_programme)],
    [facts.website, link(record.website)],
    [facts.reuse, record.reusable === null && !reuse ? null : texts.reusable(record.reusable), reuse],
    [facts.source, source, source && record.source_date && ` (${texts.date(record.source_date)})`],
    [facts.confirmed, record.confirmed_at ? texts.date(record.confirmed_at) : texts.neverConfirmed],
  ];
  const lead = new Set(record.lead.map(({ ags }) => ags));
  const participants = record.municipalities.map(({ ags, url }) => {
    const row = view.byAgs.get(ags);
    const name = row?.kind === 'LANDKREIS' ? texts.district(row.name) : (row?.name ?? ags);
    // What a lock excludes stays a name.
    const place = canOpen(view, ags)
      ? followLink(
          hub.page(url),
          { 'data-key': ags },
          () => choose({ municipality: ags, project: null }),
          name,
        )
      : node('span', {}, name);
    return node('li', {}, place, lead.has(ags) && node('span', { class: 'facts' }, ` (${texts.roles.LEAD})`));
  });
  const share = hub.page(record.url);
  const language = record.languages?.summary ?? texts.lang;
  const foreign = language === texts.lang ? null : language;
  return [
    record.summary ? node('p', { class: 'text', lang: foreign }, record.summary) : null,
    record.whom_to_call && record.whom_to_call.length > 0
      ? section(
          answerTexts[texts.lang].call,
          record.whom_to_call.slice(0, 3).map((call) => node('li', {}, ...callLines(call, hub, texts))),
        )
      : null,
    record.region_wide ? node('p', { class: 'facts' }, texts.wholeRegion) : null,
    node(
      'dl',
      {},
      ...rows
        .filter(([, ...values]) => values.some(Boolean))
        .flatMap(([term, ...values]) => [node('dt', {}, term), node('dd', {}, ...values)]),
    ),
    section(texts.participants, participants),
    node(
      'p',
      { class: 'onward' },
      node('a', { href: share }, ...sentence(texts.fullPage, written(germanIn(texts), record.title))),
      copyButton(share, texts),
    ),
  ];
}
