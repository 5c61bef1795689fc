import { benchDatabase } from './database.ts';
import { alternate, load, startHub } from './load.ts';
import { milliseconds, type Options, type Result } from './report.ts';
import { statementsOf } from './statements.ts';

/** A page of each kind; lists by a filter that many records pass, records with many others around them. */
const pages = [
  '/',
  '/projects?status=RUNNING',
  '/municipalities',
  '/search?q=glasfaser',
  '/municipalities/01000001',
  '/projects/projekt-1',
  '/fields/e-akte',
  '/insight',
] as const;

/** Seconds that the slowest page may take by itself. */
const slow = 5;

/** How long a page takes at 100,000 projects on PostgreSQL: kept by the hub, and made anew for every request. */
export async function pagesBench({ seconds, rounds }: Options): Promise<Result[]> {
  const DATABASE_URL = await benchDatabase({ municipalities: 11_000, projects: 100_000 });
  const { counts } = await statementsOf(
    { DATABASE_URL },
    pages.map((path) => ({ path })),
  );
  const [hot, cold] = await Promise.all([
    startHub({ DATABASE_URL }),
    startHub({ DATABASE_URL, ANSWER_CACHE_MB: '0' }),
  ]);
  try {
    const results: Result[] = [];
    for (const [index, path] of pages.entries()) {
      // One after the other: how long a visitor waits, not how many can be served.
      const measured = await alternate(
        { hot: () => load(hot, { path }, seconds, 1), cold: () => load(cold, { path }, slow + seconds, 1) },
        rounds,
      );
      for (const [state, goal, details] of [
        ['hot', 50, ''],
        ['cold', 300, `, ${counts[index]} statements`],
      ] as const)
        results.push({
          what: `page ${path}, 100,000 projects, ${state}`,
          value: measured[state].p50,
          unit: 'ms',
          goal,
          better: 'less',
          details: `p95 ${milliseconds(measured[state].p95)}${details}`,
        });
    }
    return results;
  } finally {
    await hot.stop();
    await cold.stop();
  }
}
