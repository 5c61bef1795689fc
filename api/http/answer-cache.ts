import type { MiddlewareHandler } from 'hono';
import { LRUCache } from 'lru-cache';
import type { Hub } from '../hub.ts';
import { baseUrlAt } from './base-url.ts';
import { answerableDay, namesEtag } from './conditional-get.ts';
import { isPersonal } from './personal.ts';

declare module 'hono' {
  interface ContextVariableMap {
    /** Set by a door whose answer may be kept. */
    complete: boolean;
  }
}

/** An answer as it left the hub: compressed where it was, with all its headers. */
export type Answer = { readonly headers: Readonly<Record<string, string>>; readonly body: Buffer };

/** What an answer depends on, as the socket or the app has it. */
export type Asked = {
  readonly method: string;
  /** Path with query. */
  readonly url: string;
  header(name: string): string | undefined;
  readonly body: Buffer;
};

/** Headers that change what is answered. */
const varying = ['accept', 'accept-encoding', 'content-type', 'origin'] as const;

/**
 * Answers as bytes, found by the bytes of the request: nothing is parsed. Each belongs to one
 * revision and one day; memory is bounded by ANSWER_CACHE_MB.
 */
export class AnswerCache {
  readonly #hub: Hub;
  readonly #answers: LRUCache<string, Answer> | undefined;

  constructor(hub: Hub) {
    this.#hub = hub;
    const maxSize = hub.settings.ANSWER_CACHE_MB * 1_000_000;
    if (maxSize > 0)
      this.#answers = new LRUCache({
        maxSize,
        sizeCalculation: ({ body }, key) => body.length + 2 * key.length + 1_000,
      });
  }

  /** The answer, where revision and answer are in memory: at once, or not at all. */
  find(asked: Asked): Answer | undefined {
    const revision = this.#hub.database.revision.known;
    const key = revision && this.#key(asked, revision.number);
    return key === undefined ? undefined : this.#answers?.get(key);
  }

  /** Keeps what the doors behind it answer completely, and answers from memory. */
  readonly middleware: MiddlewareHandler = async (c, next) => {
    if (!this.#answers) return next();
    const body = c.req.method === 'POST' ? Buffer.from(await c.req.arrayBuffer()) : Buffer.alloc(0);
    const { pathname, search, host } = new URL(c.req.url);
    const header = (name: string) => c.req.header(name) ?? (name === 'host' ? host : undefined);
    const { number } = await this.#hub.database.revision.current();
    // Made before the answer: one that a later revision is already in is kept under the earlier one, and never found.
    const key = this.#key({ method: c.req.method, url: pathname + search, header, body }, number);
    const known = key === undefined ? undefined : this.#answers.get(key);
    if (known) {
      if (isUnchanged(known, header('if-none-match')))
        return new Response(null, { status: 304, headers: known.headers });
      return new Response(new Uint8Array(known.body), { headers: known.headers });
    }
    await next();
    if (key === undefined || c.res.status !== 200 || !c.get('complete')) return;
    const bytes = Buffer.from(await c.res.arrayBuffer());
    const headers = Object.fromEntries(c.res.headers);
    headers['content-length'] = String(bytes.length);
    this.#answers.set(key, { headers, body: bytes });
    c.res = new Response(new Uint8Array(bytes), { headers });
  };

  #key({ method, url, header, body }: Asked, revision: number): string | undefined {
    const day = answerableDay();
    if (day === undefined || isPersonal(header)) return undefined;
    const base = baseUrlAt(header('host'), this.#hub.settings);
    const about = varying.map((name) => header(name) ?? '');
    return [revision, day, method, base, url, ...about, body.toString('latin1')].join('\n');
  }
}

/** Whether the caller has the answer already. */
export const isUnchanged = ({ headers }: Answer, ifNoneMatch: string | undefined) =>
  headers.etag !== undefined && namesEtag(ifNoneMatch, headers.etag);
