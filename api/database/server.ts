import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { OperatorError } from '../errors.ts';
import type { Settings } from '../settings/settings.ts';
import type { Listener } from './newest-revision.ts';
import type { Outage, Teller } from './outage.ts';
import { statementsPerConnection } from './statement-names.ts';
import { cannotBeUsed, DatabaseAwayError, isUnavailable } from './unavailable.ts';

/** Longest time until a server has answered who connects. */
const connectWithinMs = 5_000;
const lookAgainAfterMs = 500;

/** Behind its own limit, the server has so long to say that it ended a statement. */
const graceMs = 2_000;

/** For people, without a password. */
export function describeServer(url: string): string {
  const { host, pathname } = new URL(url);
  return `the PostgreSQL server ${host}${pathname}`;
}

/**
 * Connects as soon as the server is there: in a group of services it often starts last.
 * @throws OperatorError where it is not there in time, or refuses.
 */
export async function connectInTime(
  url: string,
  description: string,
  seconds: number,
  tell: Teller,
): Promise<pg.Client> {
  const until = performance.now() + seconds * 1000;
  for (let told = false; ; told = true) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: connectWithinMs });
    // One that is lost fails its statements; told to nobody as well, its error would end the process.
    client.on('error', () => {});
    try {
      await client.connect();
      return client;
    } catch (error) {
      client.end().catch(() => {});
      const left = until - performance.now();
      const why = cannotBeUsed(description, error);
      if (!isUnavailable(error) || left <= 0) throw new OperatorError(`${why}.`, { cause: error });
      if (!told) tell.warn(`${why}. Waiting for it, at most ${seconds} s (DATABASE_WAIT_SECONDS)`);
      await wait(Math.min(left, lookAgainAfterMs));
    }
  }
}

type PoolSettings = Pick<Settings, 'DATABASE_URL'> &
  Partial<Pick<Settings, 'DATABASE_CONNECTIONS' | 'QUERY_MAX_SECONDS'>>;

/**
 * Connections for whoever asks. Waiting for one, connecting and each statement outside of a transaction end in time
 * here as well: a server that is cut off says nothing.
 */
export function openPool(settings: PoolSettings, outage: Outage): pg.Pool {
  const maxMs = (settings.QUERY_MAX_SECONDS ?? 0) * 1000;
  const pool = new pg.Pool({
    connectionString: settings.DATABASE_URL,
    max: settings.DATABASE_CONNECTIONS,
    statement_timeout: maxMs,
    connectionTimeoutMillis: Math.max(connectWithinMs, maxMs / 2),
    maxUses: statementsPerConnection,
    // Compiling a statement takes longer than any of the hub's runs.
    options: '-c jit=off',
  });
  // A connection that is lost while nobody uses it is made anew; told to nobody, its error would end the process.
  pool.on('error', () => {});
  const query = pool.query.bind(pool) as (config: object) => Promise<pg.QueryResult>;
  const bounded = async (config: pg.QueryConfig) => {
    if (outage.away) throw new DatabaseAwayError();
    try {
      // A copy by `...` would be held, and the rows with it, until a slow collection of garbage.
      return await query(maxMs > 0 ? Object.assign(config, { query_timeout: maxMs + graceMs }) : config);
    } catch (error) {
      if (!pool.ending) outage.failed(error);
      throw error;
    }
  };
  return Object.assign(pool, { query: bounded });
}

/** A connection of its own, outside the pool: it has to stay. */
export const serverListener = (url: string): Listener => {
  const client = new pg.Client({
    connectionString: url,
    keepAlive: true,
    query_timeout: connectWithinMs,
    connectionTimeoutMillis: connectWithinMs,
  });
  return {
    async listen(channel, onMessage, onLost) {
      client.on('error', onLost);
      client.on('end', onLost);
      client.on('notification', ({ payload }) => onMessage(payload ?? ''));
      await client.connect();
      await client.query(`LISTEN ${channel}`);
    },
    query: async (text) => (await client.query(text)).rows,
    close: () => client.end(),
  };
};
