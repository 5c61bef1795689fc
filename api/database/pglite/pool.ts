import pg from 'pg';
import type { Listener } from '../newest-revision.ts';
import type { Outage } from '../outage.ts';
import { channel } from '../revision.ts';
import { openPool } from '../server.ts';
import { queryCanceled } from '../statement-timeout.ts';
import type { PGliteThread } from './thread.ts';

/**
 * The one connection of a built-in database, for whoever's turn it is, and what is announced over it.
 * @param maxMs that a statement may take; 0 for as long as it takes. One that takes longer is cut off, and the
 * database opened anew.
 */
export function folderPool(
  pglite: PGliteThread,
  maxMs: number,
  outage: Outage,
): { pool: pg.Pool; listener: Listener } {
  let tell = (_payload: string) => {};
  const pool = openPool({ ...pglite.connection, max: 1, onConnect: hear }, maxMs, outage, asServer);
  async function hear(client: pg.ClientBase) {
    client.on('notification', ({ payload }) => tell(payload ?? ''));
    await client.query(`LISTEN ${channel}`);
  }
  return {
    pool,
    listener: {
      async listen(_channel, onMessage) {
        tell = onMessage;
      },
      /** Also while the database is away: this is how it is found to be back. */
      async query(text) {
        const client = await pool.connect();
        try {
          return (await client.query(text)).rows;
        } finally {
          client.release();
        }
      },
      async close() {
        tell = () => {};
      },
    },
  };
}

/** A statement that was cut off, as a server tells it. */
function asServer(error: unknown): unknown {
  if ((error as Error).message !== 'Query read timeout') return error;
  const canceled = new pg.DatabaseError('The statement took too long', 0, 'error');
  return Object.assign(canceled, { code: queryCanceled, severity: 'ERROR' });
}
