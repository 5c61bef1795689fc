import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchDatabase } from './database.ts';
import { deepPages } from './deep-pages.ts';
import { alternate, describe, load, type Server, startHub, startServer } from './load.ts';
import { onPglite } from './pglite.ts';
import { askQuery, referenceAsk, twins } from './reference-query.ts';
import type { Options, Result } from './report.ts';
import { statementsOf } from './statements.ts';

/** The GraphQL door: the reference query between its marks at two sizes, pages deep in a list, and PGlite. */
export async function graphqlBench(options: Options): Promise<Result[]> {
  return [
    ...(await reference(100_000, options)),
    ...(await reference(1_000_000, options)),
    await againstTwin('flat', 100_000, 0.5, options),
    await againstTwin('deep', 100_000, 0.6, options),
    await deepPages(options),
    await onPglite(options),
  ];
}

/** The reference query between a floor of hand-written SQL and a ceiling of bare node:http. */
async function reference(projects: number, { seconds, rounds }: Options): Promise<Result[]> {
  const url = await benchDatabase({ municipalities: 11_000, projects });
  const { counts, warnings } = await statementsOf({ DATABASE_URL: url }, [referenceAsk]);
  const cached = await startHub({ DATABASE_URL: url });
  const uncached = await startHub({ DATABASE_URL: url, ANSWER_CACHE_MB: '0' });
  const floor = await startServer('floor.ts', { DATABASE_URL: url, FLOOR: 'reference' });
  const ask = async (server: { url: string }) =>
    (await fetch(server.url + referenceAsk.path, referenceAsk)).text();
  const answer = await ask(cached);
  assert.deepEqual(JSON.parse(answer), JSON.parse(await ask(floor)), 'the floor gives another answer');
  const file = join(mkdtempSync(join(tmpdir(), 'bench-')), 'answer.json');
  writeFileSync(file, answer);
  const ceiling = await startServer('ceiling.ts', { ANSWER_FILE: file });
  try {
    const measure = (server: Server) => () => load(server, referenceAsk, seconds);
    const measured = await alternate(
      {
        ceiling: measure(ceiling),
        cached: measure(cached),
        floor: measure(floor),
        uncached: measure(uncached),
      },
      rounds,
    );
    const what = `reference query, ${projects.toLocaleString('en')} projects`;
    return [
      {
        what: `${what}, uncached, against hand-written SQL`,
        ratio: measured.uncached.perSecond / measured.floor.perSecond,
        goal: projects > 100_000 ? 0.85 : 0.7,
        better: 'more',
        details: `${describe(measured.uncached, uncached)}, ${counts[0]} statement; by hand ${describe(measured.floor, floor)}`,
        warnings,
      },
      {
        what: `${what}, cached, against bare node:http`,
        ratio: measured.cached.perSecond / measured.ceiling.perSecond,
        goal: 0.3,
        better: 'more',
        details: `${describe(measured.cached, cached)}, no statement`,
      },
    ];
  } finally {
    await Promise.all([cached, uncached, floor, ceiling].map((server) => server.stop()));
  }
}

/** A query uncached against the same by hand. */
async function againstTwin(
  name: keyof typeof twins,
  projects: number,
  goal: number,
  { seconds, rounds }: Options,
): Promise<Result> {
  const { what, query } = twins[name];
  const ask = askQuery(query);
  const url = await benchDatabase({ municipalities: 11_000, projects });
  const { counts, warnings } = await statementsOf({ DATABASE_URL: url }, [ask]);
  const hub = await startHub({ DATABASE_URL: url, ANSWER_CACHE_MB: '0' });
  const floor = await startServer('floor.ts', { DATABASE_URL: url, FLOOR: name });
  try {
    const [ours, theirs] = await Promise.all(
      [hub, floor].map(async (server) => (await fetch(server.url + ask.path, ask)).json()),
    );
    assert.deepEqual(ours, theirs, 'the floor gives another answer');
    const measured = await alternate(
      { hub: () => load(hub, ask, seconds), floor: () => load(floor, ask, seconds) },
      rounds,
    );
    return {
      what: `${what}, ${projects.toLocaleString('en')} projects, uncached, against hand-written SQL`,
      ratio: measured.hub.perSecond / measured.floor.perSecond,
      goal,
      better: 'more',
      details: `${describe(measured.hub, hub)}, ${counts[0]} statement; by hand ${describe(measured.floor, floor)}`,
      warnings,
    };
  } finally {
    await Promise.all([hub.stop(), floor.stop()]);
  }
}
