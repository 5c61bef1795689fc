import { Readable } from 'node:stream';
import { TextReader, Uint8ArrayReader, Uint8ArrayWriter, ZipReader, ZipWriter } from '@zip.js/zip.js';
import { encoded } from './encoded.ts';

export type ZipEntry = {
  readonly path: string;
  readonly content: string | Uint8Array | AsyncIterable<string | Uint8Array>;
};

/** Node's own streams compress; threads would cost more than they bring. */
const options = { useWebWorkers: false, dataDescriptor: true, extendedTimestamp: false } as const;

/** Of archives that have no date: the first that the format knows, so that the same entries are the same bytes. */
const noDate = new Date(1980, 0, 1);

/**
 * An archive as bytes, while its entries are still being made.
 * @param date of all entries.
 */
export async function* zip(
  entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>,
  date = noDate,
): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writing = (async () => {
    try {
      const writer = new ZipWriter(writable, options);
      for await (const { path, content } of entries)
        await writer.add(path, readerOf(content), { lastModDate: date });
      await writer.close();
    } catch (error) {
      // Whoever reads learns why; without a reader there is nobody to tell.
      await writable.abort(error).catch(() => {});
    }
  })();
  yield* readable as unknown as AsyncIterable<Uint8Array>;
  await writing;
}

function readerOf(content: ZipEntry['content']) {
  if (typeof content === 'string') return new TextReader(content);
  return content instanceof Uint8Array
    ? new Uint8ArrayReader(content)
    : (Readable.toWeb(Readable.from(encoded(content))) as ReadableStream<Uint8Array>);
}

/** The entries of a small archive. */
export async function unzip(archive: Uint8Array): Promise<{ path: string; bytes: Uint8Array }[]> {
  const entries = await new ZipReader(new Uint8ArrayReader(archive), { useWebWorkers: false }).getEntries();
  return Promise.all(
    entries.flatMap((entry) =>
      entry.directory
        ? []
        : entry.getData(new Uint8ArrayWriter()).then((bytes) => ({ path: entry.filename, bytes })),
    ),
  );
}
