import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { dayOf } from '../catalogue/model/freshness.ts';
import type { Hub } from '../hub.ts';
import { isPersonal } from './personal.ts';

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

/**
 * ETags from revision and URL: known before any work is done, so that an unchanged answer costs one statement.
 * Nothing is cached by time: a cache may keep an answer, but asks before it gives it out.
 * @param release changes with all else that shapes an answer, so that a new one is never answered with 304.
 */
export function conditionalGet({ database }: Hub, release: string): MiddlewareHandler {
  return async (c, next) => {
    const day = answerableDay();
    const reads = c.req.method === 'GET' || c.req.method === 'HEAD';
    if (!reads || day === undefined || isPersonal((name) => c.req.header(name))) return next();
    const { number, createdAt } = await database.revision.current();
    const about = [release, number, day, c.req.url, c.req.header('accept') ?? ''].join('\n');
    const etag = `W/"r${number}-${createHash('sha256').update(about).digest('base64url').slice(0, 16)}"`;
    const headers = { etag, 'cache-control': 'public, no-cache', 'last-modified': createdAt.toUTCString() };
    if (namesEtag(c.req.header('if-none-match'), etag)) return c.body(null, 304, headers);
    await next();
    if (
      (c.res.status !== 200 && c.res.status !== 206) ||
      c.res.headers.has('etag') ||
      c.res.headers.get('cache-control') === 'no-store'
    )
      return;
    for (const [name, value] of Object.entries(headers))
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    c.res.headers.append('vary', 'accept');
  };
}

/** Whether `If-None-Match` names that ETag. */
export const namesEtag = (ifNoneMatch: string | undefined, etag: string) =>
  ifNoneMatch?.split(',').some((candidate) => candidate.trim().replace(/^W\//, '') === etag.slice(2)) ??
  false;
