import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { OperatorError } from '../errors.ts';
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

/**
 * Connections for whoever asks.
 * @param maxMs that a statement outside of a transaction may take; 0 for as long as it takes.
 * @param told what to throw for an error.
 */
export function openPool(
  config: pg.PoolConfig,
  maxMs: number,
  outage: Outage,
  told = (error: unknown) => error,
): pg.Pool {
  const pool = new pg.Pool({ maxUses: statementsPerConnection, ...config });
  // A connection that is lost while nobody uses it is made anew; told to nobody, its error would end the process.
  pool.on('error', () => {});
  const query = pool.query.bind(pool) as (config: object) => Promise<pg.QueryResult>;
  const bounded = async (config: pg.QueryConfig) => {
    if (outage.away) throw new DatabaseAwayError();
    try {
      // A copy by `...` would be held, and the rows with it, until a slow collection of garbage.
      return await query(maxMs > 0 ? Object.assign(config, { query_timeout: maxMs }) : config);
    } catch (error) {
      const reason = told(error);
      if (!pool.ending) outage.failed(reason);
      throw reason;
    }
  };
  return Object.assign(pool, { query: bounded });
}

/**
 * The pool of a PostgreSQL server, which ends what takes too long. Waiting for a connection, connecting and each
 * statement end in time here as well: a server that is cut off says nothing.
 * @param maxMs that a statement may take; 0 for as long as it takes.
 */
export const serverPool = (url: string, connections: number | undefined, maxMs: number, outage: Outage) =>
  openPool(
    {
      connectionString: url,
      max: connections,
      statement_timeout: maxMs,
      connectionTimeoutMillis: Math.max(connectWithinMs, maxMs / 2),
      // Compiling a statement takes longer than any of the hub's runs.
      options: '-c jit=off',
    },
    maxMs && maxMs + graceMs,
    outage,
  );

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
