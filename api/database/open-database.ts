import type { PGlite } from '@electric-sql/pglite';
import { PrismaPg } from '@prisma/adapter-pg';
import type { PrismaPGlite } from 'pglite-prisma-adapter';
import type { Settings } from '../settings/settings.ts';
import { PrismaClient } from './generated/client.ts';
import { lockFolder } from './lock.ts';
import { applyMigrations } from './migrate.ts';
import { type Listener, NewestRevision } from './newest-revision.ts';
import { Outage, type Teller } from './outage.ts';
import { connectInTime, describeServer, openPool, serverListener } from './server.ts';
import type { Statement } from './sql.ts';
import { statementNames } from './statement-names.ts';

/** The catalogue's database, migrated and ready. */
export type Database = {
  readonly prisma: PrismaClient;
  /** The newest revision: what every cache and ETag is derived from. */
  readonly revision: NewestRevision;
  /**
   * Runs one statement without Prisma between: the rows as the driver gives them. For the lists of queries, where
   * what Prisma adds to a statement takes longer than the statement. A server keeps the plan of what is asked
   * repeatedly, unless it is for use `once`.
   */
  rows<Row>(statement: Statement, use?: 'once'): Promise<Row[]>;
  /** Tells of every statement before it runs. */
  onStatement(listener: StatementListener): void;
  /** For people, without a password: a folder or a server. */
  readonly description: string;
  close(): Promise<void>;
};

export type StatementListener = (statement: {
  readonly text: string;
  readonly values: readonly unknown[];
}) => void;

/** What the two kinds of database differ in. */
type Driver = {
  readonly outage: Outage;
  readonly adapter: PrismaPGlite | PrismaPg;
  readonly description: string;
  query(text: string, values: unknown[], use?: 'once'): Promise<{ rows: unknown[] }>;
  listener(): Listener;
  close(): Promise<void>;
};

/** A number of our own among PostgreSQL's advisory locks: «DigW», of whoever migrates. */
const migrationLock = 0x44696757;

/**
 * Opens the database that the settings name and applies the migrations that are missing: a PostgreSQL server
 * behind `DATABASE_URL`, else PGlite in the folder `DATA_DIR`. The server ends a statement that runs for more than
 * QUERY_MAX_SECONDS; PGlite runs in our own process and cannot be interrupted within a statement.
 * @param tell hears of a server that is waited for, and later of one that is away.
 * @throws FolderInUseError when another process has the folder; OperatorError when the server cannot be reached within
 * DATABASE_WAIT_SECONDS.
 */
export function openDatabase(settings: DatabaseSettings, tell: Teller = console): Promise<Database> {
  return settings.DATABASE_URL ? openServer(settings, tell) : openFolder(settings.DATA_DIR, tell);
}

type DatabaseSettings = Pick<Settings, 'DATABASE_URL' | 'DATA_DIR'> &
  Partial<Pick<Settings, 'DATABASE_CONNECTIONS' | 'DATABASE_WAIT_SECONDS' | 'QUERY_MAX_SECONDS'>>;

/** A hub with a server does not load what the built-in database is made of. */
async function openFolder(folder: string, tell: Teller): Promise<Database> {
  const [{ openPGlite }, { PrismaPGlite }] = await Promise.all([
    import('./pglite.ts'),
    import('pglite-prisma-adapter'),
  ]);
  const unlock = await lockFolder(folder);
  try {
    const pglite = await openPGlite(folder);
    return await database({
      outage: new Outage(tell),
      adapter: new PrismaPGlite(pglite),
      description: `the folder ${folder}`,
      query: (text, values) => pglite.query(text, values),
      listener: () => pgliteListener(pglite),
      async close() {
        await pglite.close();
        unlock();
      },
    });
  } catch (error) {
    unlock();
    throw error;
  }
}

async function openServer(settings: DatabaseSettings, tell: Teller): Promise<Database> {
  const { DATABASE_URL: url } = settings;
  const description = describeServer(url);
  const client = await connectInTime(url, description, settings.DATABASE_WAIT_SECONDS ?? 0, tell);
  try {
    // Hub processes that start together wait here for each other; the first one migrates.
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    await applyMigrations({
      query: async (text, values) => (await client.query(text, values)).rows,
      script: (text) => client.query(text),
    });
  } finally {
    await client.end();
  }
  const outage = new Outage(tell);
  const pool = openPool(settings, outage);
  const named = statementNames();
  return database({
    outage,
    adapter: new PrismaPg(pool),
    description,
    query: (text, values, use) => pool.query(Object.assign({ text, values }, use !== 'once' && named(text))),
    listener: () => serverListener(url),
    close: () => pool.end(),
  });
}

/** Within one process: a folder has no other. */
const pgliteListener = (pglite: PGlite): Listener => {
  let stop = async () => {};
  return {
    async listen(channel, onMessage) {
      stop = await pglite.listen(channel, onMessage);
    },
    query: async (text) => (await pglite.query<never>(text)).rows,
    close: () => stop(),
  };
};

async function database({ outage, adapter, description, query, listener, close }: Driver): Promise<Database> {
  const prisma = new PrismaClient({ adapter, log: [{ emit: 'event', level: 'query' }] });
  const revision = new NewestRevision(prisma, outage);
  const stopWatching = await revision.watch(listener);
  const listeners: StatementListener[] = [];
  return {
    prisma,
    revision,
    description,
    async rows<Row>({ text, values }: Statement, use?: 'once') {
      for (const tell of listeners) tell({ text, values });
      const result = await query(text, values, use);
      const rows = result.rows as Row[];
      // What a driver has made is often held until a slow collection of garbage: the rows would be with it.
      result.rows = [];
      return rows;
    },
    onStatement(tell) {
      listeners.push(tell);
      prisma.$on('query', (event) => tell({ text: event.query, values: JSON.parse(event.params) }));
    },
    async close() {
      await stopWatching();
      await prisma.$disconnect();
      await close();
    },
  };
}
