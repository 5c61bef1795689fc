import assert from 'node:assert/strict';
import { benchDatabase } from './database.ts';
import { type Ask, alternate, load, startServer } from './load.ts';
import { milliseconds, type Result } from './report.ts';

/** What is searched for, and the word as the filter `text` finds it, which knows no typing errors. */
const texts = [
  { what: 'a word of every project', text: 'kommunen' },
  { what: 'a word of every fifth project', text: 'verwaltung' },
  { what: 'the beginning of a word', text: 'biblio' },
  { what: 'two words', text: 'smarte feuerwehr' },
  { what: 'a place', text: 'landkreis 123' },
  { what: 'a typing error', text: 'glasfsaer', right: 'glasfaser' },
] as const;

/** What somebody has typed so far when suggestions are asked for. */
const typed = ['di', 'glasf', 'stadt 12', 'glasfsaer'] as const;

/** A word of every project takes its time: more at once would measure the queue. */
const connections = 4;

const ask = (query: string): Ask => ({
  path: '/graphql',
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ query }),
});

const search = (text: string) =>
  ask(`{ search(text: "${text}") { totalCount edges { match highlights { text matched } snippet { text matched }
    node { ... on Project { slug title status } ... on Municipality { ags name } ... on Contact { slug organisation } } } } }`);
const filter = (text: string) =>
  ask(`{ projects(filter: { text: "${text}" }) { totalCount edges { node { slug title status } } } }`);

/** The ranked list over everything against the plain filter of one list by the same words, and suggestions, at 100,000 projects. */
export async function searchBench(options: { seconds: number; rounds: number }): Promise<Result[]> {
  const url = await benchDatabase({ municipalities: 11_000, projects: 100_000 });
  const server = await startServer('../../api/server.ts', {
    DATABASE_URL: url,
    IMPORT_AT_START: 'false',
    ANSWER_CACHE_MB: '0',
  });
  try {
    const results: Result[] = [];
    for (const { what, text, ...more } of texts) {
      const asks = { search: search(text), filter: filter('right' in more ? more.right : text) };
      const answer = await fetch(server.url + asks.search.path, asks.search as RequestInit);
      const { data } = (await answer.json()) as { data: { search: { totalCount: number } } };
      assert.ok(data.search.totalCount > 0, `nothing is found for ${text}`);
      const measure = (one: Ask) => () => load(server, one, options.seconds, connections);
      const measured = await alternate(
        { search: measure(asks.search), filter: measure(asks.filter) },
        options.rounds,
      );
      results.push({
        what: `search for ${what} (${data.search.totalCount.toLocaleString('en')} records), p95 against the filter \`text\``,
        ratio: measured.search.p95 / measured.filter.p95,
        goal: 3,
        better: 'less',
        details: `p95 ${milliseconds(measured.search.p95)} and ${milliseconds(measured.filter.p95)}, with ${connections} at once`,
      });
    }
    for (const text of typed) {
      const { p95 } = await load(server, { path: `/suggest.json?q=${text}` }, options.seconds, connections);
      results.push({
        what: `suggestions for «${text}», p95`,
        value: p95,
        unit: 'ms',
        goal: 150,
        better: 'less',
        details: `with ${connections} at once`,
      });
    }
    return results;
  } finally {
    await server.stop();
  }
}
