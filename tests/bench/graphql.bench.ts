import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchDatabase } from './database.ts';
import { alternate, load, memoryOf, startServer } from './load.ts';
import { referenceAsk } from './reference-query.ts';
import { milliseconds, type Result } from './report.ts';

/** The reference query between its two marks: a floor of hand-written SQL and a ceiling of bare node:http. */
export async function graphqlBench(options: { seconds: number; rounds: number }): Promise<Result[]> {
  const url = await benchDatabase({ municipalities: 11_000, projects: 100_000 });
  const hub = { DATABASE_URL: url, IMPORT_AT_START: 'false' };
  const cached = await startServer('../../api/server.ts', hub);
  const uncached = await startServer('../../api/server.ts', { ...hub, ANSWER_CACHE_MB: '0' });
  const floor = await startServer('floor.ts', { DATABASE_URL: url });
  const ask = async (server: { url: string }) =>
    (await fetch(server.url + referenceAsk.path, referenceAsk)).text();
  const answer = await ask(cached);
  assert.deepEqual(JSON.parse(answer), JSON.parse(await ask(floor)), 'the floor gives another answer');
  const file = join(mkdtempSync(join(tmpdir(), 'bench-')), 'answer.json');
  writeFileSync(file, answer);
  const ceiling = await startServer('ceiling.ts', { ANSWER_FILE: file });
  try {
    const measure = (server: { url: string }) => () => load(server.url, referenceAsk, options.seconds);
    const measured = await alternate(
      {
        ceiling: measure(ceiling),
        cached: measure(cached),
        floor: measure(floor),
        uncached: measure(uncached),
      },
      options.rounds,
    );
    const details = (name: keyof typeof measured, pid: number) =>
      `p50 ${milliseconds(measured[name].p50)}, p95 ${milliseconds(measured[name].p95)}, ${memoryOf(pid)} MB`;
    return [
      {
        what: 'reference query, uncached, against hand-written SQL',
        ratio: measured.uncached.perSecond / measured.floor.perSecond,
        goal: 0.25,
        better: 'more',
        details: details('uncached', uncached.pid),
      },
      {
        what: 'reference query, cached, against bare node:http',
        ratio: measured.cached.perSecond / measured.ceiling.perSecond,
        goal: 0.3,
        better: 'more',
        details: details('cached', cached.pid),
      },
    ];
  } finally {
    await Promise.all([cached, uncached, floor, ceiling].map((server) => server.stop()));
  }
}
