import { availableParallelism } from 'node:os';
import { Tinypool } from 'tinypool';
import { turns } from '../../http/turns.ts';

/** A picture takes a processor for a tenth of a second to a second; one is left for everybody else. */
const threads = Math.max(1, availableParallelism() - 1);
const turn = turns(threads, 16);
let pool: Tinypool | undefined;

/**
 * The picture in pixels, made in a thread of its own, as PNG.
 * @param width in pixels.
 * @throws BusyError where too many wait for one.
 */
export const rasterise = (svg: string, width: number): Promise<Uint8Array<ArrayBuffer>> =>
  turn(() => {
    pool ??= new Tinypool({
      filename: new URL('./rasteriser.js', import.meta.url).href,
      runtime: 'worker_threads',
      minThreads: 0,
      maxThreads: threads,
      idleTimeout: 30_000,
    });
    return pool.run({ svg, width });
  });
