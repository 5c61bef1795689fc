import type { Transform } from 'node:stream';
import * as zlib from 'node:zlib';

/** How an answer may be compressed. */
export type Encoding = {
  readonly name: 'zstd' | 'br' | 'gzip';
  /** @param flushing gives out what was written at once instead of waiting for more. */
  compressor(flushing: boolean): Transform;
};

const { constants, createBrotliCompress, createGzip } = zlib;
/** Node 22.15 and newer have it; the types are older. */
const { createZstdCompress } = zlib as { createZstdCompress?: (options: object) => Transform };
const { ZSTD_e_flush, ZSTD_c_compressionLevel } = constants as unknown as {
  ZSTD_e_flush: number;
  ZSTD_c_compressionLevel: number;
};

/** What this Node can do, best first. */
export const encodings: readonly Encoding[] = [
  ...(createZstdCompress
    ? [
        {
          name: 'zstd' as const,
          compressor: (flushing: boolean) =>
            createZstdCompress({
              ...(flushing && { flush: ZSTD_e_flush }),
              params: { [ZSTD_c_compressionLevel]: 6 },
            }),
        },
      ]
    : []),
  {
    name: 'br',
    compressor: (flushing) =>
      createBrotliCompress({
        ...(flushing && { flush: constants.BROTLI_OPERATION_FLUSH }),
        params: { [constants.BROTLI_PARAM_QUALITY]: 5 },
      }),
  },
  {
    name: 'gzip',
    compressor: (flushing) => createGzip(flushing ? { flush: constants.Z_SYNC_FLUSH } : {}),
  },
];

/**
 * The encoding that a header `Accept-Encoding` likes best (RFC 9110, 12.5.3), ours among equals; undefined for none.
 * @param known what there is to choose from, best first.
 */
export function chooseEncoding(header: string | undefined, known = encodings): Encoding | undefined {
  const qualities = new Map(
    (header ?? '').split(',').map((part): [string, number] => {
      const [name = '', ...parameters] = part.split(';').map((one) => one.trim().toLowerCase());
      const given = parameters.find((one) => one.startsWith('q='))?.slice(2);
      const quality = given === undefined ? 1 : Number(given);
      return [name === 'x-gzip' ? 'gzip' : name, Number.isNaN(quality) ? 0 : quality];
    }),
  );
  const qualityOf = (name: string) => qualities.get(name) ?? qualities.get('*') ?? 0;
  const best = [...known].sort((one, other) => qualityOf(other.name) - qualityOf(one.name))[0];
  if (!best || qualityOf(best.name) === 0) return undefined;
  return (qualities.get('identity') ?? 0) > qualityOf(best.name) ? undefined : best;
}

/** Shorter bodies are not worth it. */
export const leastToCompress = 1024;
