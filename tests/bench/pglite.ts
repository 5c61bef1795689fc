import { benchDatabase, benchFolder } from './database.ts';
import { alternate, describe, load, startHub } from './load.ts';
import { referenceAsk } from './reference-query.ts';
import type { Options, Result } from './report.ts';
import { statementsOf } from './statements.ts';

/** The reference query on PGlite, the database within the process, beside a PostgreSQL server with the same data. */
export async function onPglite({ seconds, rounds }: Options): Promise<Result> {
  const size = { municipalities: 11_000, projects: 10_000 };
  const folder = await benchFolder(size);
  const url = await benchDatabase(size);
  const { counts, warnings } = await statementsOf({ DATA_DIR: folder }, [referenceAsk]);
  const pglite = await startHub({ DATA_DIR: folder, ANSWER_CACHE_MB: '0' });
  const server = await startHub({ DATABASE_URL: url, ANSWER_CACHE_MB: '0' });
  try {
    const measured = await alternate(
      {
        pglite: () => load(pglite, referenceAsk, seconds),
        server: () => load(server, referenceAsk, seconds),
      },
      rounds,
    );
    return {
      what: 'reference query, 10,000 projects, uncached, PGlite against PostgreSQL',
      ratio: measured.pglite.perSecond / measured.server.perSecond,
      goal: 0.5,
      better: 'more',
      details: `${describe(measured.pglite, pglite)}, ${counts[0]} statements`,
      warnings,
    };
  } finally {
    await Promise.all([pglite.stop(), server.stop()]);
  }
}
