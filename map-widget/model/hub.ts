import type { Topology } from 'topojson-specification';
import type {
  AnswersData,
  MunicipalityRecord,
  ProjectRecord,
  RegionMapData,
  SuggestedData,
} from './contract.ts';
import { type Filters, searchOf } from './filters.ts';

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

  map(filters: Filters, signal: AbortSignal): Promise<RegionMapData> {
    return getJson(this.#address('map.json', searchOf(filters)), signal);
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
    const search = searchOf(filters);
    if (home) search.set('home', home);
    return getJson(this.#address('answers.json', search), signal);
  }

  project(slug: string, signal: AbortSignal): Promise<ProjectRecord> {
    return getJson(this.#address(`projects/${encodeURIComponent(slug)}.json`), signal);
  }

  boundaries(url: string, signal: AbortSignal): Promise<Topology> {
    return getJson(this.link(url), signal);
  }

  /** A feed that a visitor can follow: what changes under these filters. */
  feed(filters: Filters): string {
    const search = searchOf(filters);
    return new URL(`feeds/projects.atom${search.size ? `?${search}` : ''}`, this.base).href;
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
