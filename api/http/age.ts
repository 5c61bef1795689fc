import type { MiddlewareHandler } from 'hono';
import type { Hub } from '../hub.ts';

/**
 * While the database is away, what is kept is given out with its `Age`: for so many seconds nobody could say whether
 * it still holds (RFC 9111, 5.1, the word of caches, as the hub then is one).
 */
export const tellAge =
  ({ database }: Hub): MiddlewareHandler =>
  async (c, next) => {
    await next();
    const { age } = database.revision;
    if (age !== undefined && c.res.status < 400) c.res.headers.set('age', String(age));
  };
