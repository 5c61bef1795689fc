import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { encoded } from './encoded.ts';

/** A file as it was made. */
export type MadeFile = {
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /** In hexadecimal digits. */
  readonly sha256: string;
};

export type Pieces = AsyncIterable<string | Uint8Array>;

/**
 * Writes a whole file, or none.
 * @throws what the pieces throw; AbortError once `signal` says so.
 */
export async function writeFile(path: string, pieces: Pieces, signal: AbortSignal): Promise<MadeFile> {
  const hash = createHash('sha256');
  let size = 0;
  async function* counted(bytes: AsyncIterable<Uint8Array>) {
    for await (const piece of bytes) {
      hash.update(piece);
      size += piece.length;
      yield piece;
    }
  }
  try {
    await pipeline(encoded(pieces), counted, createWriteStream(path), { signal });
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  return { path, size, sha256: hash.digest('hex') };
}
