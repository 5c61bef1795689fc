import type { Topology } from 'topojson-specification';
import type {
  AnswersData,
  ContactOfList,
  MunicipalityRecord,
  ProjectRecord,
  RegionMapData,
  SuggestedData,
} from './contract.ts';
import { type Filters, type State, searchOf } from './filters.ts';

export class HubError extends Error {
  readonly url: string;
  readonly status: number | null;
  constructor(url: string, status: number | null, cause?: unknown) {
    super(`${url} answered ${status ?? 'nothing'}, expected 200 with JSON`, { cause });
    this.url = url;
    this.status = status;
  }
}

/** The addresses of one hub. */
export class Hub {
  readonly base: URL;
  readonly #lang: string;
  constructor(base: URL, lang: string) {
    this.base = base;
    this.#lang = lang;
  }

  map(filters: Filters, home: string | null, signal: AbortSignal): Promise<RegionMapData> {
    return getJson(this.#address('map.json', withHome(filters, home)), signal);
  }

  /** The contacts that these filters of projects find as well. */
  contacts(filters: Filters, signal: AbortSignal): Promise<ContactOfList[]> {
    const search = searchOf(filters);
    for (const name of [...search.keys()]) if (!ofContacts.includes(name)) search.delete(name);
    return getJson(this.#address('contacts.json', search), signal);
  }

  municipality(ags: string, { field }: Filters, signal: AbortSignal): Promise<MunicipalityRecord> {
    const search = searchOf(field ? { field } : {});
    return getJson(this.#address(`municipalities/${encodeURIComponent(ags)}.json`, search), signal);
  }

  /** Suggestions of these lists for what is typed so far. */
  suggest(text: string, lists: readonly string[], signal: AbortSignal): Promise<SuggestedData> {
    const search = new URLSearchParams({ q: text, limit: '4' });
    for (const list of lists) search.append('list', list);
    return getJson(this.#address('suggest.json', search), signal);
  }

  /** Who can help `home` with what the filters ask about. */
  answers(filters: Filters, home: string | null, signal: AbortSignal): Promise<AnswersData> {
    return getJson(this.#address('answers.json', withHome(filters, home)), signal);
  }

  project(slug: string, signal: AbortSignal): Promise<ProjectRecord> {
    return getJson(this.#address(`projects/${encodeURIComponent(slug)}.json`), signal);
  }

  boundaries(url: string, signal: AbortSignal): Promise<Topology> {
    return getJson(this.link(url), signal);
  }

  /** A feed that a visitor can follow: what changes under these filters. */
  feed(filters: Filters): string {
    const feed = new URL('feeds/projects.atom', this.base);
    feed.search = String(searchOf(filters));
    return feed.href;
  }

  /** What is chosen as an address of the hub: a page, a file or a picture of just that. */
  choice(path: '' | 'projects.xlsx' | 'map.png' | 'embed/builder', state: State): string {
    const search = withHome(state.filters, path === '' ? state.home : null);
    if (path === '') {
      if (state.municipality) search.set('municipality', state.municipality);
      if (state.project) search.set('project', state.project);
    }
    if (path !== 'projects.xlsx' && state.layer !== 'projects') search.set('layer', state.layer);
    const url = this.#address(path, search);
    if (this.#lang === 'de') url.searchParams.delete('lang');
    return url.href;
  }

  /** A page of the hub, in the language of the widget. */
  page(url: string): string {
    const page = this.link(url);
    if (this.#lang !== 'de') page.searchParams.set('lang', this.#lang);
    return page.href;
  }

  /** Addresses in the hub's answers start with a slash, and the hub may live below a path. */
  link(url: string): URL {
    return new URL(url.startsWith('/') ? `.${url}` : url, this.base);
  }

  #address(path: string, search = new URLSearchParams()): URL {
    const url = new URL(path, this.base);
    search.set('lang', this.#lang);
    url.search = String(search);
    return url;
  }
}

/** Filters of projects that contacts have as well, under the same names. */
const ofContacts = ['field', 'district', 'sizeClass', 'near', 'km', 'municipality', 'regionWide', 'text'];

function withHome(filters: Filters, home: string | null): URLSearchParams {
  const search = searchOf(filters);
  if (home) search.set('home', home);
  return search;
}

const patience = 20_000;

/** Ends when the signal is aborted or after a while; browsers of three years ago cannot join signals. */
async function getJson<T>(url: URL, signal: AbortSignal): Promise<T> {
  const both = new AbortController();
  const stop = () => both.abort();
  const timer = setTimeout(stop, patience);
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  let status: number | null = null;
  try {
    const response = await fetch(url, {
      // No cookie leaves with a request, also not to a hub on the same site.
      credentials: 'omit',
      signal: both.signal,
    });
    status = response.status;
    if (response.ok) return (await response.json()) as T;
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw new HubError(url.href, status, cause);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
  throw new HubError(url.href, status);
}

/** 2, 4, 8 ... seconds, at most a minute: a hub that restarts is not run over by its visitors. */
export function retryDelay(attempt: number): number {
  return Math.min(2 ** attempt, 60) * 1000;
}
