import { pipeline, Readable } from 'node:stream';
import type { Context } from 'hono';
import { isCompressible } from '../../http/compress.ts';
import { etagOf } from '../../http/conditional-get.ts';
import { chooseEncoding, type Encoding, leastToCompress } from '../../http/encodings.ts';
import { type Range, readRange } from '../../http/range.ts';
import type { Generation, OpenFile, Recipe } from './generation.ts';

/** Pieces of a file on their way; a file of one piece is read at once. */
const pieceSize = 256 * 1024;

/**
 * Answers with a made file: whole or a range of it, and compressed as the caller accepts, which is made once too.
 * @param headers among them `content-type`.
 */
export async function serveFile(
  c: Context,
  files: Generation,
  recipe: Recipe,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  c.set('streams', true);
  const { signal } = c.req.raw;
  const compressible = isCompressible(headers['content-type'] ?? '');
  const file = await files.open(recipe, signal);
  const { size, sha256 } = file;
  const etag = etagOf(sha256);
  // Of the bytes as they are, and so of a range of them.
  const exact = etag.replace(/^W\//, '');
  const common = {
    ...headers,
    etag: exact,
    'accept-ranges': 'bytes',
    ...(compressible && { vary: 'accept-encoding' }),
  };
  // A caller that wants a range if nothing has changed gets the whole where something has.
  const ifRange = c.req.header('if-range');
  const range =
    ifRange === undefined || ifRange === exact ? readRange(c.req.header('range'), size) : undefined;
  if (range === null) {
    await file.handle.close();
    return c.body(null, 416, { ...common, 'content-range': `bytes */${size}` });
  }
  if (range)
    return send(c, file, range, 206, {
      ...common,
      'content-range': `bytes ${range.start}-${range.end}/${size}`,
    });
  const encoding = compressible && size >= leastToCompress && chooseEncoding(c.req.header('accept-encoding'));
  if (!encoding) return send(c, file, { start: 0, end: size - 1 }, 200, common);
  await file.handle.close();
  const packed = await files.open(compressed(files, recipe, encoding), signal);
  return send(c, packed, { start: 0, end: packed.size - 1 }, 200, {
    ...common,
    etag,
    'content-encoding': encoding.name,
  });
}

/** The same file compressed. */
const compressed = (files: Generation, recipe: Recipe, encoding: Encoding): Recipe => ({
  key: `${recipe.key}\n${encoding.name}`,
  composed: true,
  async *make() {
    const { handle } = await files.open(recipe);
    yield* pipeline(handle.createReadStream(), encoding.compressor(false), () => {});
  },
});

/** Sends these bytes of the file and closes it. */
async function send(
  c: Context,
  { handle }: OpenFile,
  { start, end }: Range,
  status: 200 | 206,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  const length = end - start + 1;
  const init = { status, headers: { ...headers, 'content-length': String(length) } };
  if (c.req.method !== 'HEAD' && length > pieceSize) {
    const stream = handle.createReadStream({ start, end, highWaterMark: pieceSize });
    return new Response(Readable.toWeb(stream) as ReadableStream, init);
  }
  try {
    if (c.req.method === 'HEAD') return new Response(null, init);
    const bytes = new Uint8Array(length);
    await handle.read(bytes, 0, length, start);
    return new Response(bytes, init);
  } finally {
    await handle.close();
  }
}
