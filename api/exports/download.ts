import { Readable } from 'node:stream';
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { baseUrlOf } from '../base-url.ts';
import type { Column } from '../catalogue/entity.ts';
import { countRecords, type Row, recordPages } from '../catalogue/page.ts';
import { readFilter, readOrder } from '../catalogue/read-filter.ts';
import { currentRevision } from '../database/revision.ts';
import type { Sql } from '../database/sql.ts';
import { CallerError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import type { Dataset } from './dataset.ts';
import type { Format } from './formats/format.ts';
import { licenceLink } from './licences.ts';
import { inLanguage, readColumns, readOptions, readParameters } from './read-parameters.ts';
import { datasets, formats, formatsOf } from './register.ts';
import { encoded } from './zip.ts';

/** `GET /data/{dataset}.{format}`: a whole dataset, filtered, ordered, streamed. */
export async function download(c: Context, hub: Hub): Promise<Response> {
  const { dataset, format } = readAddress(c.req.param('file') ?? '');
  const { prisma } = hub.database;
  const parameters = readParameters(new URL(c.req.url).searchParams, Object.keys(dataset.filters), [
    'order',
    'columns',
    'lang',
    ...Object.keys(format.options),
  ]);
  const options = readOptions(format.options, parameters.given);
  const columns = readColumns(inLanguage(dataset.columns, parameters.given.lang), parameters.given.columns);
  const where = await readFilter(prisma, dataset, parameters.filter, '?');
  const order = readOrder(dataset, parameters.given.order);
  await mustFit(hub, dataset, format, where);
  const pages = recordPages(prisma, dataset, withPlaces(dataset, columns), where, order);
  // The first page is fetched before the answer begins, so that what fails then is still an error and no file.
  const first = await pages.next();
  const body = format.write({
    hub,
    dataset,
    columns,
    pages: withAddresses(baseUrlOf(c.req.raw, hub.settings), resume(first, pages)),
    options,
    lang: parameters.lang,
  });

  const { createdAt } = await currentRevision(prisma);
  const day = createdAt.toISOString().slice(0, 10);
  return new Response(
    Readable.toWeb(Readable.from(orBreakOff(encoded(body), c, hub))) as unknown as BodyInit,
    {
      headers: {
        'content-type': format.contentType,
        'content-disposition': `${format.inline ? 'inline' : 'attachment'}; filename="${dataset.name}-${day}.${format.extension}"`,
        link: licenceLink(hub, dataset),
        'access-control-allow-origin': '*',
      },
    },
  );
}

/** A format that cannot hold so many rows is refused before it begins. */
async function mustFit(hub: Hub, dataset: Dataset, { maxRows, label }: Format, where: Sql) {
  if (maxRows === undefined) return;
  const count = await countRecords(hub.database.prisma, dataset, where);
  if (count > maxRows)
    throw new CallerError(
      'BAD_USER_INPUT',
      `${label} holds at most ${maxRows} rows, and these are ${count}; filter them, or take CSV.`,
    );
}

function readAddress(file: string): { dataset: Dataset; format: Format } {
  const dot = file.lastIndexOf('.');
  const dataset = datasets.get(file.slice(0, dot));
  const format = formats.get(file.slice(dot + 1));
  if (dataset && format?.fits(dataset)) return { dataset, format };
  const available = (dataset ? formatsOf(dataset) : [...formats.values()]).map(({ extension }) => extension);
  throw new CallerError(
    'NOT_FOUND',
    `There is no file ${file}. The datasets are ${[...datasets.keys()].join(', ')}; the formats${dataset ? ` of ${dataset.name}` : ''} are ${available.join(', ')}.`,
  );
}

/** Beside the columns asked for, where the row lies: what a geometry is made from. */
const withPlaces = ({ place }: Dataset, columns: readonly Column[]): readonly Column[] =>
  place
    ? [...columns, { name: '_places', type: 'key', list: true, description: '', sql: place.sql }]
    : columns;

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
