import type { Topology } from 'topojson-specification';
import type { MunicipalityRecord, RegionMapData } from './contract.ts';

export class HubError extends Error {
  readonly url: string;
  readonly status: number | null;
  constructor(url: string, status: number | null, cause?: unknown) {
    super(`${url} answered ${status ?? 'nothing'}, expected 200 with JSON`, { cause });
    this.url = url;
    this.status = status;
  }
}

export interface Query {
  field: string | null;
  lang: string;
}

/** The addresses of one hub. */
export class Hub {
  readonly base: URL;
  constructor(base: URL) {
    this.base = base;
  }

  map(query: Query, signal: AbortSignal): Promise<RegionMapData> {
    return getJson(this.#address('map.json', query), signal);
  }

  municipality(ags: string, query: Query, signal: AbortSignal): Promise<MunicipalityRecord> {
    return getJson(this.#address(`municipalities/${encodeURIComponent(ags)}.json`, query), signal);
  }

  boundaries(url: string, signal: AbortSignal): Promise<Topology> {
    return getJson(this.link(url), signal);
  }

  /** Addresses in the hub's answers start with a slash, and the hub may live below a path. */
  link(url: string): URL {
    return new URL(url.startsWith('/') ? `.${url}` : url, this.base);
  }

  #address(path: string, query: Query): URL {
    const url = new URL(path, this.base);
    if (query.field) url.searchParams.set('field', query.field);
    url.searchParams.set('lang', query.lang);
    return url;
  }
}

const patience = 20_000;

async function getJson<T>(url: URL, signal: AbortSignal): Promise<T> {
  let status: number | null = null;
  try {
    const response = await fetch(url, {
      // No cookie leaves with a request, also not to a hub on the same site.
      credentials: 'omit',
      signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
    });
    status = response.status;
    if (response.ok) return (await response.json()) as T;
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw new HubError(url.href, status, cause);
  }
  throw new HubError(url.href, status);
}

/** 2, 4, 8 ... seconds, at most a minute: a hub that restarts is not run over by its visitors. */
export function retryDelay(attempt: number): number {
  return Math.min(2 ** attempt, 60) * 1000;
}
