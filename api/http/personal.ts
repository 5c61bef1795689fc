import type { MiddlewareHandler } from 'hono';

/** The cookie of somebody who is signed in, with or without the prefix that binds it to this host. */
const sessionCookie = /(^|;)\s*(__Host-)?dw-session=/;

/** Whether a request says who asks. Its answer is for its caller alone: neither kept nor taken from what is kept. */
export const isPersonal = (header: (name: string) => string | null | undefined): boolean =>
  Boolean(header('authorization')) || sessionCookie.test(header('cookie') ?? '');

/** Tells every cache on the way that an answer to somebody who is known is no answer to anybody else. */
export const keepPersonal: MiddlewareHandler = async (c, next) => {
  await next();
  if (!isPersonal((name) => c.req.header(name))) return;
  c.res.headers.set('cache-control', 'private, no-store');
  c.res.headers.delete('etag');
};
