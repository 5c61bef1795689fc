import { type Child, node } from './build-node.ts';
import type { ContactRow, MunicipalityRecord, ProjectRow, StrategyRow } from './contract.ts';
import type { Texts } from './texts/texts.ts';

type Link = (url: string) => URL;

export interface PanelHead {
  name: string;
  facts: string[];
}

export function panelHead({ name, facts }: PanelHead, texts: Texts, close: Child): HTMLElement {
  return node(
    'header',
    { class: 'panel-head' },
    // The focus comes here when the panel opens, so that reading starts at its beginning.
    node('h3', { tabindex: '-1' }, name),
    close,
    facts.length > 0 && node('p', { class: 'facts' }, facts.join(' · ')),
    node('span', { class: 'unseen', role: 'status' }, texts.loading),
  );
}

export function recordFacts(
  record: Pick<MunicipalityRecord, 'kind' | 'population'> & { district: string | null },
  texts: Texts,
) {
  const facts = [texts.kinds[record.kind] ?? ''];
  if (record.district && record.kind !== 'STADTKREIS') facts.push(texts.district(record.district));
  if (record.population) facts.push(texts.population(record.population));
  return facts.filter(Boolean);
}

export function recordBody(
  record: MunicipalityRecord,
  field: string | null,
  texts: Texts,
  link: Link,
): HTMLElement[] {
  const website = record.website ? outside(record.website) : null;
  const body = [
    section(
      texts.projectsHeading,
      record.projects.map((row) => project(row, texts, link)),
    ),
    section(
      texts.strategiesHeading,
      record.strategies.map((row) => strategy(row, texts, link)),
    ),
    section(
      texts.contactsHeading,
      record.contacts.map((row) => contact(row, link)),
    ),
    node(
      'p',
      { class: 'onward' },
      node('a', { href: link(record.url).href }, texts.fullPage(record.name)),
      website && node('a', { href: website.href }, texts.website),
    ),
  ];
  if (record.projects.length === 0) {
    body[0] = node('p', { class: 'invitation' }, field ? texts.noProjects : texts.firstStep);
  }
  return body.filter((part): part is HTMLElement => part !== null);
}

export function projectSection(projects: ProjectRow[], texts: Texts, link: Link): HTMLElement | null {
  return section(
    texts.projectsHeading,
    projects.map((row) => project(row, texts, link)),
  );
}

function section(heading: string, items: HTMLElement[]): HTMLElement | null {
  if (items.length === 0) return null;
  return node(
    'div',
    { class: 'group' },
    node('h4', {}, heading, node('span', { class: 'count' }, ` ${items.length}`)),
    node('ul', {}, ...items),
  );
}

function project(
  { title, status, period_start, period_end, summary, url }: ProjectRow,
  texts: Texts,
  link: Link,
) {
  const facts = [texts.statuses[status ?? ''] ?? '', texts.period(period_start, period_end)].filter(Boolean);
  return node(
    'li',
    {},
    node('a', { href: link(url).href }, title),
    facts.length > 0 && node('p', { class: 'facts' }, facts.join(' · ')),
    summary && node('p', { class: 'text' }, summary),
  );
}

function strategy({ title, status, adopted_on, url }: StrategyRow, texts: Texts, link: Link) {
  const facts = adopted_on ? texts.adopted(adopted_on) : (texts.statuses[status ?? ''] ?? '');
  return node(
    'li',
    { class: 'strategy' },
    node('a', { href: link(url).href }, title),
    facts !== '' && node('p', { class: 'facts' }, facts),
  );
}

function contact({ organisation, unit, role, email, phone, website, url }: ContactRow, link: Link) {
  const page = website ? outside(website) : null;
  const ways: Child[] = [
    email && node('a', { href: `mailto:${email}` }, email),
    phone && node('a', { href: `tel:${phone.replace(/[^+\d]/g, '')}` }, phone),
    page && node('a', { href: page.href }, page.hostname.replace(/^www\./, '')),
  ];
  const office = [unit, role].filter(Boolean).join(', ');
  return node(
    'li',
    {},
    node('a', { href: link(url).href }, organisation),
    office !== '' && node('p', { class: 'facts' }, office),
    ways.some(Boolean) && node('p', { class: 'ways' }, ...ways),
  );
}

/** Websites are entered by hand; only web addresses become links. */
function outside(address: string): URL | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : null;
}
