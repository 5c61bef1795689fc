import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import type { Settings } from '../settings/settings.ts';
import { PrismaClient } from './generated/client.ts';
import { lockFolder } from './lock.ts';
import { applyMigrations, over } from './migrate.ts';
import { type Listener, NewestRevision } from './newest-revision.ts';
import { Outage, type Teller } from './outage.ts';
import { connectInTime, describeServer, serverListener, serverPool } from './server.ts';
import type { Statement } from './sql.ts';
import { statementNames } from './statement-names.ts';

/** The catalogue's database, migrated and ready. */
export type Database = {
  readonly prisma: PrismaClient;
  /** The newest revision: what every cache and ETag is derived from. */
  readonly revision: NewestRevision;
  /**
   * Runs one statement without Prisma between: the rows as the driver gives them. For the lists of queries, where
   * what Prisma adds to a statement takes longer than the statement. The database keeps the plan of what is asked
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
  readonly pool: pg.Pool;
  readonly description: string;
  listener(): Listener;
  close(): Promise<void>;
};

/** A number of our own among PostgreSQL's advisory locks: «DigW», of whoever migrates. */
const migrationLock = 0x44696757;

/**
 * Opens the database that the settings name and applies the migrations that are missing: a PostgreSQL server
 * behind `DATABASE_URL`, else PGlite in the folder `DATA_DIR`. A statement that runs for more than QUERY_MAX_SECONDS
 * is ended.
 * @param tell hears of a server that is waited for, and later of one that is away.
 * @throws FolderInUseError when another process has the folder; OperatorError when the server cannot be reached within
 * DATABASE_WAIT_SECONDS.
 */
export function openDatabase(settings: DatabaseSettings, tell: Teller = console): Promise<Database> {
  return settings.DATABASE_URL ? openServer(settings, tell) : openFolder(settings, tell);
}

type DatabaseSettings = Pick<Settings, 'DATABASE_URL' | 'DATA_DIR'> &
  Partial<Pick<Settings, 'DATABASE_CONNECTIONS' | 'DATABASE_WAIT_SECONDS' | 'QUERY_MAX_SECONDS'>>;

const maxMsOf = ({ QUERY_MAX_SECONDS = 0 }: DatabaseSettings) => QUERY_MAX_SECONDS * 1000;

/** A hub with a server does not load what the built-in database is made of. */
async function openFolder(settings: DatabaseSettings, tell: Teller): Promise<Database> {
  const { DATA_DIR: folder } = settings;
  const [{ openPGlite }, { folderPool }] = await Promise.all([
    import('./pglite/open-pglite.ts'),
    import('./pglite/pool.ts'),
  ]);
  const unlock = await lockFolder(folder);
  try {
    const pglite = await openPGlite(folder);
    const outage = new Outage(tell);
    const { pool, listener } = folderPool(pglite, maxMsOf(settings), outage);
    return await database({
      outage,
      pool,
      description: `the folder ${folder}`,
      listener: () => listener,
      async close() {
        await pool.end();
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
    await applyMigrations(over(client));
  } finally {
    await client.end();
  }
  const outage = new Outage(tell);
  const pool = serverPool(url, settings.DATABASE_CONNECTIONS, maxMsOf(settings), outage);
  return database({
    outage,
    pool,
    description,
    listener: () => serverListener(url),
    close: () => pool.end(),
  });
}

async function database({ outage, pool, description, listener, close }: Driver): Promise<Database> {
  const named = statementNames();
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool), log: [{ emit: 'event', level: 'query' }] });
  const revision = new NewestRevision(prisma, outage);
  const stopWatching = await revision.watch(listener);
  const listeners: StatementListener[] = [];
  return {
    prisma,
    revision,
    description,
    async rows<Row>({ text, values }: Statement, use?: 'once') {
      for (const tell of listeners) tell({ text, values });
      const result = await pool.query(Object.assign({ text, values }, use !== 'once' && named(text)));
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
