import { randomUUID } from 'node:crypto';
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

const beatEveryMs = 1_000;
/** Longer than any pause of a living process that has a thread for nothing else. */
const deadAfterMs = 15_000;

/** In a thread of its own: a long statement of the built-in database holds the others up. */
const beating = `
  const { workerData: { file, everyMs } } = require('node:worker_threads');
  setInterval(() => require('node:fs').utimesSync(file, new Date(), new Date()), everyMs);`;

/**
 * A lock where there is none of the operating system: a file whose time of change moves on while its owner lives.
 * Clocks are not compared, so that they may differ.
 * @returns a function that ends it; undefined where somebody else's file moves on.
 */
export async function beatUnlessBeating(file: string): Promise<(() => void) | undefined> {
  if (await isBeating(file)) return undefined;
  const own = randomUUID();
  writeFileSync(`${file}.${own}`, own);
  renameSync(`${file}.${own}`, file);
  // Of several that found it dead at once, the last one has it.
  await wait(2 * beatEveryMs);
  if (readFileSync(file, 'utf8') !== own) return undefined;
  const worker = new Worker(beating, { eval: true, workerData: { file, everyMs: beatEveryMs } });
  worker.unref();
  return () => {
    void worker.terminate();
    rmSync(file, { force: true });
  };
}

async function isBeating(file: string): Promise<boolean> {
  const timeOf = () => statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  const before = timeOf();
  for (let waited = 0; before !== undefined && waited < deadAfterMs; waited += beatEveryMs) {
    await wait(beatEveryMs);
    if (timeOf() !== before) return true;
  }
  return false;
}
