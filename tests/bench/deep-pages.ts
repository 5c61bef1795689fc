import assert from 'node:assert/strict';
import { writeCursor } from '../../api/doors/graphql/base/cursor.ts';
import { benchDatabase, connected } from './database.ts';
import { type Ask, alternate, describe, load, startHub } from './load.ts';
import { askQuery } from './reference-query.ts';
import { milliseconds, type Options, type Result } from './report.ts';
import { statementsOf } from './statements.ts';

/** A page of the running projects by title, half way down the list. */
async function deepPage(url: string): Promise<Ask> {
  const cursor = await connected(url, async (client) => {
    const { rows } = await client.query(`SELECT title_sort, slug FROM project WHERE status = 'RUNNING'
      ORDER BY title_sort, slug OFFSET (SELECT count(*) / 2 FROM project WHERE status = 'RUNNING') LIMIT 1`);
    return writeCursor(
      { name: 'projects in the order TITLE', type: 'text' },
      { value: rows[0].title_sort, key: rows[0].slug },
    );
  });
  return askQuery(
    `{ projects(filter: { status: RUNNING }, order: TITLE, first: 20, after: "${cursor}") { pageInfo { hasPreviousPage endCursor } edges { node { slug title status periodStart } } } }`,
  );
}

/** Pages in every order and under the usual filters: none of them may read a whole table. */
const pages = [
  ...['TITLE', 'SLUG', 'START', 'CHANGED'].map(
    (order) => `projects(order: ${order}) { edges { node { slug } } }`,
  ),
  ...['ORGANISATION', 'SLUG', 'CHANGED'].map(
    (order) => `contacts(order: ${order}) { edges { node { slug } } }`,
  ),
  ...[
    'status: [IDEA, PLANNED]',
    'field: "e-akte"',
    'topic: "thema-7"',
    'municipality: "01000007"',
    'district: "00007"',
    'field: "digilab", status: RUNNING, district: "00007"',
    'near: "01000007", km: 20',
    'reusable: true',
    'regionWide: true',
    'confirmedSince: "2025-06"',
    'startedSince: "2025-06"',
  ].map((filter) => `projects(filter: { ${filter} }) { edges { node { slug contact { email } } } }`),
].map((field) => askQuery(`{ ${field} }`));

/** A cursor finds its place by an index: a hundred times as many projects do not make the page slower. */
export async function deepPages({ seconds, rounds }: Options): Promise<Result> {
  const small = await benchDatabase({ municipalities: 11_000, projects: 10_000 });
  const large = await benchDatabase({ municipalities: 11_000, projects: 1_000_000 });
  const [smallAsk, largeAsk] = await Promise.all([deepPage(small), deepPage(large)]);
  const { counts, warnings } = await statementsOf({ DATABASE_URL: large }, [largeAsk, ...pages]);
  const smallHub = await startHub({ DATABASE_URL: small, ANSWER_CACHE_MB: '0' });
  const largeHub = await startHub({ DATABASE_URL: large, ANSWER_CACHE_MB: '0' });
  try {
    for (const [hub, ask] of [
      [smallHub, smallAsk],
      [largeHub, largeAsk],
    ] as const) {
      const answer = (await (await fetch(hub.url + ask.path, ask as RequestInit)).json()) as {
        data: { projects: { pageInfo: { hasPreviousPage: boolean }; edges: unknown[] } };
      };
      assert.equal(answer.data.projects.edges.length, 20);
      assert.equal(answer.data.projects.pageInfo.hasPreviousPage, true);
    }
    // One request at a time: what is measured is the time of a page, not of waiting for others.
    const measured = await alternate(
      {
        small: () => load(smallHub, smallAsk, seconds, 1),
        large: () => load(largeHub, largeAsk, seconds, 1),
      },
      rounds,
    );
    return {
      what: 'filtered, ordered page half way down, 1,000,000 projects against 10,000 (time)',
      ratio: measured.large.p50 / measured.small.p50,
      goal: 1.5,
      better: 'less',
      details: `${describe(measured.large, largeHub)}, ${counts[0]} statement; with 10,000 projects p50 ${milliseconds(measured.small.p50)}`,
      warnings,
    };
  } finally {
    await Promise.all([smallHub.stop(), largeHub.stop()]);
  }
}
