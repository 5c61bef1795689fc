import { Readable } from 'node:stream';
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { dayOf } from '../../catalogue/model/freshness.ts';
import type { Row } from '../../catalogue/query/page.ts';
import { readFilter, readOrder } from '../../catalogue/query/read-filter.ts';
import { FolderError } from '../../database/folder.ts';
import { CallerError } from '../../errors.ts';
import { baseUrlOfFiles } from '../../http/base-url.ts';
import { callerErrorOf } from '../../http/caller-error-of.ts';
import { stepwise, turns } from '../../http/turns.ts';
import type { Hub } from '../../hub.ts';
import {
  everything,
  mustFit,
  pagesOf,
  recipeOf,
  rowsPerPageOf,
  type Wanted,
  write,
} from '../../publishing/datasets/content.ts';
import type { Dataset } from '../../publishing/datasets/dataset.ts';
import {
  inLanguage,
  readColumns,
  readOptions,
  readParameters,
} from '../../publishing/datasets/read-parameters.ts';
import { datasets, formats, formatsOf } from '../../publishing/datasets/register.ts';
import { encoded } from '../../publishing/files/encoded.ts';
import type { MadeFiles } from '../../publishing/files/made-files.ts';
import { serveFile } from '../../publishing/files/serve-file.ts';
import type { Format } from '../../publishing/formats/format.ts';
import { licenceLink } from '../../publishing/licences.ts';

/** Pages of filtered downloads that are made at once, however many are under way. */
const step = turns(2, Number.POSITIVE_INFINITY);

/** `GET /data/{dataset}.{format}`: a whole dataset from a file that is made once; filtered or ordered, a stream. */
export async function download(c: Context, hub: Hub, made: MadeFiles): Promise<Response> {
  const { dataset, format } = readAddress(c.req.param('file') ?? '');
  const base = baseUrlOfFiles(hub.settings);
  const wanted = await readWanted(new URL(c.req.url).searchParams, hub, dataset, format);
  const headers = await fileHeaders(hub, dataset, format);
  if (wanted.whole)
    try {
      return await made.forRequest(c.req.raw, (files) =>
        serveFile(c, files, recipeOf(hub, base, wanted), headers),
      );
    } catch (error) {
      // What cannot be kept is sent all the same.
      if (!(error instanceof FolderError)) throw error;
      c.set('streams', false);
    }
  await mustFit(hub, wanted);
  const pages = pagesOf(hub, wanted);
  // The first page is fetched before the answer begins, so that what fails then is still an error and no file.
  const first = await pages.next();
  const pieces = encoded(write(hub, base, wanted, resume(first, pages)));
  if (first.done || first.value.length < rowsPerPageOf(wanted.dataset)) {
    const whole = Buffer.concat(await Readable.from(pieces).toArray());
    return c.body(whole, 200, { ...headers, 'accept-ranges': 'bytes' });
  }
  c.set('streams', true);
  const body = Readable.from(orBreakOff(stepwise(pieces, step), c, hub));
  return new Response(Readable.toWeb(body) as ReadableStream, {
    headers: { ...headers, 'accept-ranges': 'none' },
  });
}

async function readWanted(search: URLSearchParams, hub: Hub, dataset: Dataset, format: Format) {
  const ofFormat = Object.keys(format.options);
  const { given, filter, lang } = readParameters(search, Object.keys(dataset.filters), [
    'order',
    'columns',
    'lang',
    ...ofFormat,
  ]);
  const options = readOptions(format.options, given);
  if ([...search.keys()].every((name) => ofFormat.includes(name)))
    return { ...everything(dataset, format, options), whole: true };
  const wanted: Wanted = {
    dataset,
    format,
    options,
    columns: readColumns(
      inLanguage(dataset.columns, given.lang === undefined ? undefined : lang),
      given.columns,
    ),
    where: await readFilter(hub, dataset, filter, '?'),
    order: readOrder(dataset, given.order),
    lang,
  };
  return { ...wanted, whole: false };
}

/** What is told of a file beside its bytes: its name has the day of the revision. */
export async function fileHeaders(
  hub: Hub,
  about: { readonly name: string },
  { contentType, extension, inline }: Pick<Format, 'contentType' | 'extension' | 'inline'>,
) {
  const { createdAt } = await hub.database.revision.current();
  const name = `${about.name}-${dayOf(createdAt)}.${extension}`;
  return {
    'content-type': contentType,
    'content-disposition': `${inline ? 'inline' : 'attachment'}; filename="${name}"`,
    link: licenceLink(hub, about),
    'access-control-allow-origin': '*',
  };
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

async function* resume(first: IteratorResult<Row[]>, pages: AsyncGenerator<Row[]>) {
  if (first.done) return;
  yield first.value;
  yield* pages;
}

/**
 * A failure after the first byte breaks the connection, so that the chunks of the answer stay visibly incomplete;
 * the server would end it with the error's text instead.
 */
async function* orBreakOff(bytes: AsyncIterable<Uint8Array>, c: Context, hub: Hub) {
  try {
    yield* bytes;
  } catch (error) {
    if (!c.req.raw.signal.aborted && !callerErrorOf(error, hub.settings))
      hub.log.error({ err: error, url: c.req.url }, 'An export broke off');
    ((c.env ?? {}) as Partial<HttpBindings>).outgoing?.destroy();
    throw error;
  }
}
