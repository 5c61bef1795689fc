import { Readable } from 'node:stream';
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { baseUrlOf } from '../base-url.ts';
import { type Row, recordPages } from '../catalogue/page.ts';
import { readFilter, readOrder } from '../catalogue/read-filter.ts';
import { currentRevision } from '../database/revision.ts';
import { CallerError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { licenceLink } from './licences.ts';
import { filterNames, readColumns, readParameters } from './read-parameters.ts';
import { datasets, formats, publicColumns } from './register.ts';

/** `GET /data/{dataset}.{format}`: a whole dataset, filtered, ordered, streamed. */
export async function dataset(c: Context, hub: Hub): Promise<Response> {
  const file = c.req.param('file') ?? '';
  const dot = file.lastIndexOf('.');
  const entity = datasets.get(file.slice(0, dot));
  const format = formats.get(file.slice(dot + 1));
  if (!entity || !format)
    throw new CallerError(
      'NOT_FOUND',
      `There is no file ${file}. The datasets are ${[...datasets.keys()].join(', ')}; the formats are ${[...formats.keys()].join(', ')}.`,
    );

  const { prisma } = hub.database;
  const url = new URL(c.req.url);
  const parameters = readParameters(url.searchParams, filterNames(entity), ['order', 'columns', 'lang']);
  const columns = readColumns(publicColumns(entity), parameters.columns);
  const where = await readFilter(prisma, entity, parameters.filter, '?');
  const pages = recordPages(prisma, entity, columns, where, readOrder(entity, parameters.order));
  // The first page is fetched before the answer begins, so that what fails then is still an error and no file.
  const first = await pages.next();
  const body = format.write(columns, withAddresses(baseUrlOf(c.req.raw, hub.settings), resume(first, pages)));

  const { createdAt } = await currentRevision(prisma);
  const day = createdAt.toISOString().slice(0, 10);
  return new Response(
    Readable.toWeb(Readable.from(orBreakOff(encoded(body), c, hub))) as unknown as BodyInit,
    {
      headers: {
        'content-type': format.contentType,
        'content-disposition': `${format.extension === 'json' ? 'inline' : 'attachment'}; filename="${entity.name}-${day}.${format.extension}"`,
        link: licenceLink(hub, entity),
        'access-control-allow-origin': '*',
      },
    },
  );
}

async function* resume(first: IteratorResult<Row[]>, pages: AsyncGenerator<Row[]>) {
  if (first.done) return;
  yield first.value;
  yield* pages;
}

/** The address of a record's page is made whole: a file is read far from here. */
async function* withAddresses(base: string, pages: AsyncIterable<Row[]>): AsyncGenerator<Row[]> {
  for await (const rows of pages)
    yield rows.map((row) => (typeof row.url === 'string' ? { ...row, url: base + row.url } : row));
}

async function* encoded(texts: AsyncIterable<string>) {
  const encoder = new TextEncoder();
  for await (const text of texts) yield encoder.encode(text);
}

/**
 * A failure after the first byte breaks the connection, so that the chunks of the answer stay visibly incomplete;
 * the server would end it with the error's text instead.
 */
async function* orBreakOff(bytes: AsyncIterable<Uint8Array>, c: Context, hub: Hub) {
  try {
    yield* bytes;
  } catch (error) {
    hub.log.error({ err: error, url: c.req.url }, 'An export broke off');
    ((c.env ?? {}) as Partial<HttpBindings>).outgoing?.destroy();
    throw error;
  }
}
