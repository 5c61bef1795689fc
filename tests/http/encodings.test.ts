import * as zlib from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { chooseEncoding, encodings } from '../../api/http/encodings.ts';

const hasZstd = 'createZstdCompress' in zlib;
const best = hasZstd ? 'zstd' : 'br';

describe('the encoding of an answer', () => {
  it.each([
    [undefined, undefined],
    ['', undefined],
    ['identity', undefined],
    ['gzip', 'gzip'],
    ['x-gzip', 'gzip'],
    ['GZIP;Q=0.5', 'gzip'],
    ['gzip, deflate, br', 'br'],
    ['gzip;q=1.0, br;q=0.9', 'gzip'],
    ['gzip, deflate, br, zstd', best],
    ['zstd', hasZstd ? 'zstd' : undefined],
    ['zstd, gzip;q=0.1', hasZstd ? 'zstd' : 'gzip'],
    ['*', best],
    ['*;q=0.5, gzip', 'gzip'],
    ['br;q=0, *;q=0.1, zstd;q=0', 'gzip'],
    ['gzip;q=0', undefined],
    ['*;q=0', undefined],
    ['identity, gzip;q=0.5', undefined],
    ['identity;q=0.2, gzip;q=0.5', 'gzip'],
    ['deflate', undefined],
    ['gzip;q=high', undefined],
  ])('for %s is %s', (header, expected) => {
    expect(chooseEncoding(header)?.name).toBe(expected);
  });

  it('is zstd only where this Node has it', () => {
    expect(encodings.map(({ name }) => name)).toEqual(hasZstd ? ['zstd', 'br', 'gzip'] : ['br', 'gzip']);
  });

  const decoders: Record<string, (bytes: Buffer) => Buffer> = {
    gzip: zlib.gunzipSync,
    br: zlib.brotliDecompressSync,
    zstd: (zlib as never as { zstdDecompressSync: (bytes: Buffer) => Buffer }).zstdDecompressSync,
  };

  it.each(encodings.map((encoding) => [encoding.name, encoding] as const))(
    'as %s gives the same bytes back, and each piece at once where it flushes',
    async (name, encoding) => {
      const compressor = encoding.compressor(true);
      const chunks: Buffer[] = [];
      compressor.on('data', (chunk: Buffer) => chunks.push(chunk));
      await new Promise((resolve) => compressor.write('Ämter '.repeat(500), resolve));
      await new Promise((resolve) => setImmediate(resolve));
      expect(Buffer.concat(chunks).length).toBeGreaterThan(10);
      compressor.end('und Kommunen');
      await new Promise((resolve) => compressor.once('end', resolve));
      expect(decoders[name]!(Buffer.concat(chunks)).toString()).toBe(`${'Ämter '.repeat(500)}und Kommunen`);
    },
  );
});
