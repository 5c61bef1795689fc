import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { currentRevision } from './database/revision.ts';
import type { Hub } from './hub.ts';

/** The visibility rule looks at the day, so an answer holds for one day of one revision. */
const day = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(new Date());

/**
 * ETags from revision and URL: known before any work is done, so that an unchanged answer costs one statement.
 * Nothing is cached by time: a cache may keep an answer, but asks before it gives it out.
 * @param release changes with the hub's own code, so that a new release is never answered with 304.
 */
export function conditionalGet({ database }: Hub, release: string): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return next();
    const { number, createdAt } = await currentRevision(database.prisma);
    const about = [release, number, day(), c.req.url, c.req.header('accept') ?? ''].join('\n');
    const etag = `W/"r${number}-${createHash('sha256').update(about).digest('base64url').slice(0, 16)}"`;
    const headers = { etag, 'cache-control': 'public, no-cache', 'last-modified': createdAt.toUTCString() };
    if (known(c.req.header('if-none-match'), etag)) return c.body(null, 304, headers);
    await next();
    if (c.res.status !== 200 || c.res.headers.has('etag')) return;
    for (const [name, value] of Object.entries(headers))
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    c.res.headers.append('vary', 'accept');
  };
}

const known = (ifNoneMatch: string | undefined, etag: string) =>
  ifNoneMatch?.split(',').some((candidate) => candidate.trim().replace(/^W\//, '') === etag.slice(2)) ??
  false;
