import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { dayOf } from '../catalogue/model/freshness.ts';
import type { Hub } from '../hub.ts';
import { isPersonal } from './personal.ts';
import { bytesOf, replaceAnswer } from './whole-answer.ts';

const minute = 60_000;
let lastMinute = Number.NaN;
let dayOfMinute: string | undefined;

/**
 * The visibility rule looks at the day, so an answer holds for one day of one revision. Undefined for a minute
 * before and after midnight: the clock of the database may be ahead of ours or behind it.
 */
export function answerableDay(now = Date.now()): string | undefined {
  const thisMinute = Math.floor(now / minute);
  if (thisMinute !== lastMinute) {
    lastMinute = thisMinute;
    const before = dayOf((thisMinute - 1) * minute);
    dayOfMinute = before === dayOf((thisMinute + 1) * minute) ? before : undefined;
  }
  return dayOfMinute;
}

declare module 'hono' {
  interface ContextVariableMap {
    /** Set by a door that sends its answer piece by piece: such an answer is neither kept nor has it an ETag of its bytes. */
    streams: boolean;
    /** Set for an answer that may be given to everybody who asks the same. */
    whole: boolean;
  }
}

/** A cache on the way may keep an answer, and asks before it gives it out. */
const revalidated = 'public, max-age=0, must-revalidate';

/**
 * What caches and other programs compare: an ETag that changes with the bytes and with nothing else, and when the
 * answer last changed. Nothing is cached by time.
 */
export function validators({ database }: Hub): MiddlewareHandler {
  const changed = new LastChange();
  return async (c, next) => {
    if (isPersonal((name) => c.req.header(name))) return next();
    // Before the answer is made: what changes meanwhile is a change.
    const { mark } = await database.revision.current();
    const modified = changed.of(JSON.stringify([mark, answerableDay()]));
    await next();
    const { headers, status } = c.res;
    if ((status !== 200 && status !== 206) || headers.get('cache-control') === 'no-store') return;
    if (c.req.method === 'POST') return c.set('whole', true);
    if (!headers.has('cache-control')) headers.set('cache-control', revalidated);
    headers.set('last-modified', modified.toUTCString());
    if (c.get('streams')) return;
    const bytes = await bytesOf(c.res);
    headers.set('etag', etagOf(createHash('sha256').update(bytes).digest('hex')));
    replaceAnswer(c, bytes, { status, headers });
    c.set('whole', true);
  };
}

/**
 * When what is told apart by `state` began, to the second. The next state begins a second later at least: the header
 * knows no less. It is the moment that this process saw, so that a catalogue from a backup counts as changed.
 */
class LastChange {
  #state: string | undefined;
  #at = 0;
  of(state: string): Date {
    if (state !== this.#state) {
      this.#state = state;
      this.#at = Math.max(this.#at + 1000, Math.floor(Date.now() / 1000) * 1000);
    }
    return new Date(this.#at);
  }
}

/** @param sha256 of the bytes as they are before they are compressed, in hexadecimal digits. */
export const etagOf = (sha256: string) => `W/"${sha256.slice(0, 32)}"`;

/** Whether the caller has the answer with these headers already (RFC 9110, 13.2.2). */
export function isUnchanged(
  headers: Readonly<Record<string, string | undefined>>,
  asked: (name: string) => string | undefined,
): boolean {
  const names = asked('if-none-match');
  const opaque = (etag: string) => etag.trim().replace(/^W\//, '');
  if (names !== undefined)
    return (
      headers.etag !== undefined &&
      (names.trim() === '*' || names.split(',').some((name) => opaque(name) === opaque(headers.etag ?? '')))
    );
  // Exactly, and not «or later»: what was told before a clock was set back lies ahead of all that comes after.
  return Date.parse(asked('if-modified-since') ?? '') === Date.parse(headers['last-modified'] ?? '');
}

/** The same answer without its body, for whoever has it. */
export function notModified(headers: Readonly<Record<string, string>>): Record<string, string> {
  const {
    'content-length': _length,
    'content-encoding': _encoding,
    'content-type': _type,
    ...rest
  } = headers;
  return rest;
}
