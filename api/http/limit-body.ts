import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Settings } from '../settings/settings.ts';

/** Refuses a body that is larger than QUERY_MAX_KB, before it is read to its end. */
export function limitBody({ QUERY_MAX_KB }: Settings): MiddlewareHandler {
  const maxSize = QUERY_MAX_KB * 1000;
  const limit = bodyLimit({
    maxSize,
    onError(c) {
      const length = c.req.header('content-length');
      const kilobytes = length ? Math.ceil(Number(length) / 1000) : null;
      const allowed = `at most ${QUERY_MAX_KB} kB are allowed (QUERY_MAX_KB)`;
      const message = `The request is too large: ${allowed}, it has ${kilobytes ?? 'more'}${kilobytes ? ' kB' : ''}.`;
      const extensions = { code: 'BAD_USER_INPUT', value: kilobytes, allowed };
      return c.json({ errors: [{ message, extensions }] }, 413, {
        'cache-control': 'no-store',
        'access-control-allow-origin': '*',
      });
    },
  });
  return (c, next) => {
    const isShort =
      c.req.header('transfer-encoding') === undefined && Number(c.req.header('content-length')) <= maxSize;
    // Looked at by the limit, a body becomes a stream, and is then read as one.
    return isShort ? next() : limit(c, next);
  };
}
