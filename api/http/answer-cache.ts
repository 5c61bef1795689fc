import { availableParallelism } from 'node:os';
import type { Context, MiddlewareHandler } from 'hono';
import { LRUCache } from 'lru-cache';
import { known } from '../../map-widget/model/known.ts';
import type { Hub } from '../hub.ts';
import { baseUrlAt } from './base-url.ts';
import { answerableDay, isUnchanged, notModified } from './conditional-get.ts';
import { isPersonal } from './personal.ts';
import { readRange } from './range.ts';
import { turns } from './turns.ts';
import { bytesOf, replaceAnswer } from './whole-answer.ts';

/** An answer as it left the hub: compressed where it was, with all its headers. */
export type Answer = { readonly headers: Readonly<Record<string, string>>; readonly body: Buffer };

/** What came of making one: an answer for all who wait, or what went wrong for all; neither where each needs its own. */
type Made = { readonly answer?: Answer; readonly error?: unknown };

/** What an answer depends on, as the socket or the app has it. */
export type Asked = {
  readonly method: string;
  /** Path with query. */
  readonly url: string;
  header(name: string): string | undefined;
  readonly body: Buffer;
};

/** Headers that change what is answered. */
const varying = ['accept', 'accept-encoding', 'content-type'] as const;

/** Of what is kept, none takes more than this part of the memory. */
const largestPart = 1 / 8;

/** They are asked when nothing else answers any more. */
export const isProbe = (path: string) => /^\/(healthz|readyz|metrics)$/.test(path);

/** More at once are done no sooner: the database and whoever asks in between want processors as well. */
const atOnce = Math.min(8, 2 * availableParallelism());

/** Works that nobody else waits for: each kind has turns of its own, the last those of everything else. */
const lanes = (seconds: number) => [
  { paths: /^\/(graphql$|search|suggest\.json)/, turn: turns(atOnce, 60, seconds) },
  { paths: /\.(png|svg)$/, turn: turns(4, 60, seconds) },
  { paths: /^\/data\/.*\./, turn: turns(atOnce, 60, seconds) },
  { paths: /^\//, turn: turns(atOnce, 120, seconds) },
];

/**
 * Answers as bytes, found by the bytes of the request: nothing is parsed. Each belongs to one
 * revision and one day; memory is bounded by ANSWER_CACHE_MB. What several ask for at once is made once.
 */
export class AnswerCache {
  readonly #hub: Hub;
  readonly #answers: LRUCache<string, Answer> | undefined;
  readonly #making = new Map<string, Promise<Made>>();
  readonly #lanes: ReturnType<typeof lanes>;

  constructor(hub: Hub) {
    this.#hub = hub;
    this.#lanes = lanes(hub.settings.QUERY_MAX_SECONDS);
    const maxSize = hub.settings.ANSWER_CACHE_MB * 1_000_000;
    if (maxSize > 0)
      this.#answers = new LRUCache({
        maxSize,
        maxEntrySize: maxSize * largestPart,
        sizeCalculation: ({ body }, key) => body.length + 2 * key.length + 1_000,
      });
  }

  /** The answer, where revision and answer are in memory: at once, or not at all. */
  find(asked: Asked): Answer | undefined {
    const revision = this.#hub.database.revision.known;
    const key = revision && this.#key(asked, revision.mark);
    return key === undefined ? undefined : this.#answers?.get(key);
  }

  /** Answers from memory; what is not there is made in its turn, and kept where it is whole. */
  readonly middleware: MiddlewareHandler = async (c, next) => {
    const isQuery = c.req.method === 'POST' && c.req.path === '/graphql';
    if ((c.req.method !== 'GET' && c.req.method !== 'HEAD' && !isQuery) || isProbe(c.req.path)) return next();
    const { turn } = known(
      this.#lanes.find(({ paths }) => paths.test(c.req.path)),
      'lane for every path',
    );
    const key = await this.#keyOf(c);
    const making = key === undefined ? undefined : this.#making.get(key);
    const kept = key === undefined ? undefined : this.#answers?.get(key);
    // Nothing is waited for between looking and making: all who ask at once would make it.
    if (!kept && !making && key !== undefined && c.req.method !== 'HEAD')
      await this.#make(key, c, () => turn(next));
    else {
      const made: Made = kept ? { answer: kept } : ((await making) ?? {});
      if (made.error) throw made.error;
      if (made.answer) replaceAnswer(c, made.answer.body, { headers: made.answer.headers });
      else await turn(next);
    }
    if (c.res.status !== 200 || isQuery || isPersonal((name) => c.req.header(name))) return;
    const headers = Object.fromEntries(c.res.headers);
    if (isUnchanged(headers, (name) => c.req.header(name))) {
      await c.res.body?.cancel();
      replaceAnswer(c, null, { status: 304, headers: notModified(headers) });
    } else if (c.req.method === 'GET' && headers['accept-ranges'] === 'bytes' && !c.get('streams'))
      await narrow(c, headers);
  };

  /** Whoever asks the same meanwhile waits for it, and is given it or what went wrong. */
  async #make(key: string, c: Context, work: () => Promise<void>) {
    let made: Made = {};
    let tell = () => {};
    this.#making.set(key, new Promise((resolve) => (tell = () => resolve(made))));
    try {
      await work();
      if (c.error) made = { error: c.error };
      else if (c.get('whole') && c.res.status === 200) {
        const body = await bytesOf(c.res);
        const headers = Object.fromEntries([...c.res.headers, ['content-length', String(body.length)]]);
        made = { answer: { headers, body } };
        this.#answers?.set(key, { headers, body });
        replaceAnswer(c, body, { headers });
      }
    } catch (error) {
      made = { error };
      throw error;
    } finally {
      this.#making.delete(key);
      tell();
    }
  }

  /**
   * Made before the answer: one that a later revision is already in is kept under the earlier one, and never found.
   * HEAD finds what GET has.
   */
  async #keyOf(c: Context): Promise<string | undefined> {
    const body = c.req.method === 'POST' ? Buffer.from(await c.req.arrayBuffer()) : Buffer.alloc(0);
    const { pathname, search, host } = new URL(c.req.url);
    const header = (name: string) => c.req.header(name) ?? (name === 'host' ? host : undefined);
    const { mark } = await this.#hub.database.revision.current();
    const method = c.req.method === 'HEAD' ? 'GET' : c.req.method;
    return this.#key({ method, url: pathname + search, header, body }, mark);
  }

  #key({ method, url, header, body }: Asked, revision: string): string | undefined {
    const day = answerableDay();
    if (day === undefined || isPersonal(header)) return undefined;
    const base = baseUrlAt(header('host'), this.#hub.settings);
    const about = varying.map((name) => header(name) ?? '');
    return [revision, day, method, base, url, ...about, body.toString('latin1')].join('\n');
  }
}

/** Of an answer that is not compressed, the range of bytes that is asked for. */
async function narrow(c: Context, { 'content-length': _, ...headers }: Record<string, string>) {
  if (c.req.header('range') === undefined || c.req.header('if-range') || headers['content-encoding']) return;
  const bytes = await bytesOf(c.res);
  const range = readRange(c.req.header('range'), bytes.length);
  const { start, end } = range ?? { start: 0, end: bytes.length - 1 };
  const told = { ...headers, 'content-range': `bytes ${range ? `${start}-${end}` : '*'}/${bytes.length}` };
  if (range === null) replaceAnswer(c, null, { status: 416, headers: told });
  else if (range) replaceAnswer(c, bytes.subarray(start, end + 1), { status: 206, headers: told });
  else replaceAnswer(c, bytes, { headers });
}
