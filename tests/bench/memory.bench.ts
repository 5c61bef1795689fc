import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { onEmptyDatabase } from './database.ts';
import { median, memoryOf, memoryPeakOf, type Server, startHub } from './load.ts';
import { askQuery } from './reference-query.ts';
import type { Result } from './report.ts';

const [few, many] = [5_000, 20_000];

type Goals = { readonly now?: number; readonly highest?: number };

/** What a hub holds of memory with the real region: just started, and after ever other queries. */
export async function memoryBench(): Promise<Result[]> {
  const DATA_DIR = mkdtempSync(join(tmpdir(), 'bench-memory-'));
  try {
    return [
      ...(await onEmptyDatabase((DATABASE_URL) => measured('PostgreSQL', { DATABASE_URL }, { now: 200 }))),
      ...(await measured('PGlite', { DATABASE_URL: '', DATA_DIR }, { now: 400, highest: 600 })),
    ];
  } finally {
    rmSync(DATA_DIR, { recursive: true });
  }
}

async function measured(kind: string, given: Readonly<Record<string, string>>, goals: Goals) {
  const environment = { ...given, ANSWER_CACHE_MB: '0' };
  const importing = await startHub({ ...environment, IMPORT_AT_START: 'true' });
  const started = await startedWith(importing, `first start, ${kind}`, goals);
  await importing.stop();
  const hub = await startHub(environment);
  try {
    started.push(...(await startedWith(hub, `second start, ${kind}`, goals)));
    const early = await after(hub, 0, few);
    const late = await after(hub, few, many);
    started.push({
      what: `memory after ${inWords(many)} different queries against ${inWords(few)}, ${kind}`,
      ratio: late / early,
      goal: 1.1,
      better: 'less',
      details: `${late} MB against ${early} MB, ${memoryPeakOf(hub.pid)} MB at its highest`,
    });
    return started;
  } finally {
    await hub.stop();
  }
}

const inWords = (count: number) => count.toLocaleString('en');

async function startedWith({ pid }: Server, what: string, { now, highest }: Goals): Promise<Result[]> {
  await wait(5_000);
  const result = { unit: 'MB', better: 'less', details: '' } as const;
  return [
    { ...result, what: `memory after the ${what}`, value: memoryOf(pid), ...(now && { goal: now }) },
    {
      ...result,
      what: `memory at its highest, ${what}`,
      value: memoryPeakOf(pid),
      ...(highest && { goal: highest }),
    },
  ];
}

/** Asks queries that differ in text and in what they ask for. @returns the median of the memory at the last of them. */
async function after({ url, pid }: Server, from: number, to: number): Promise<number> {
  const seen: number[] = [];
  let next = from;
  const ask = async () => {
    for (let at = next++; at < to; at = next++) {
      const { path, ...request } = askQuery(
        `{ projects(first: ${(at % 40) + 1}) { edges { node { a${at}: title slug } } } }`,
      );
      const response = await fetch(url + path, request);
      const text = await response.text();
      if (!response.ok || text.includes('"errors"')) throw new Error(text);
      if (at >= to - 1_000) seen.push(memoryOf(pid));
    }
  };
  await Promise.all(Array.from({ length: 8 }, ask));
  return median(seen);
}
