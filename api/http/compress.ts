import { Duplex } from 'node:stream';
import type { MiddlewareHandler } from 'hono';
import { COMPRESSIBLE_CONTENT_TYPE_REGEX } from 'hono/compress';
import { chooseEncoding, leastToCompress } from './encodings.ts';

export const isCompressible = (contentType: string) =>
  COMPRESSIBLE_CONTENT_TYPE_REGEX.test(contentType) || contentType.startsWith('application/x-ndjson');

/** Compresses answers on their way, each piece as it comes. Whatever says how it is encoded stays as it is. */
export const compress = (): MiddlewareHandler => async (c, next) => {
  await next();
  const { headers, status } = c.res;
  const length = headers.get('content-length');
  if (
    status === 206 ||
    headers.has('content-encoding') ||
    (length !== null && Number(length) < leastToCompress) ||
    !isCompressible(headers.get('content-type') ?? '')
  )
    return;
  headers.append('vary', 'accept-encoding');
  const encoding = chooseEncoding(c.req.header('accept-encoding'));
  if (!encoding || !c.res.body || c.req.method === 'HEAD') return;
  // Node has streams of the web under types of its own.
  const body = c.res.body.pipeThrough<Uint8Array>(Duplex.toWeb(encoding.compressor(true)) as never);
  c.res = new Response(body, c.res);
  c.res.headers.delete('content-length');
  c.res.headers.set('content-encoding', encoding.name);
};
