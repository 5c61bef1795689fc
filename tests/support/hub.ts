import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import pg from 'pg';
import { pino } from 'pino';
import { createApp } from '../../api/app.ts';
import { readRegion } from '../../api/catalogue/region.ts';
import { importFolder } from '../../api/curation/import-folder.ts';
import { type Database, openDatabase } from '../../api/database/open-database.ts';
import { readSettings } from '../../api/settings.ts';

const server = process.env.TEST_DATABASE_URL;

/** An empty, migrated database of its own: PGlite in a new folder, or a new one on TEST_DATABASE_URL's server. */
export async function openEmptyDatabase(): Promise<Database> {
  if (!server) {
    const folder = mkdtempSync(join(tmpdir(), 'hub-'));
    const database = await openDatabase({ DATABASE_URL: '', DATA_DIR: folder });
    return closingWith(database, async () => rmSync(folder, { recursive: true }));
  }
  const name = `hub_test_${randomBytes(6).toString('hex')}`;
  const onServer = async (statement: string) => {
    const client = new pg.Client(server);
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await onServer(`CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = name;
  const database = await openDatabase({ DATABASE_URL: url.href, DATA_DIR: '' });
  return closingWith(database, () => onServer(`DROP DATABASE ${name} WITH (FORCE)`));
}

const closingWith = (database: Database, after: () => Promise<void>): Database => ({
  ...database,
  async close() {
    await database.close();
    await after();
  },
});

export const freiburg = readRegion('freiburg');

export type TestHub = {
  readonly app: Hono;
  readonly database: Database;
  /** The answer to a GraphQL query. */
  query(query: string, variables?: object): Promise<{ data?: never; errors?: { message: string }[] }>;
  /** Runs `work` and tells how many SQL statements it took. */
  countStatements(work: () => Promise<unknown>): Promise<number>;
};

/** The hub with the real region in it, without a socket. */
export async function openHub(environment: Record<string, string> = {}): Promise<TestHub> {
  const settings = readSettings({ LOG_LEVEL: 'silent', PUBLIC_URL: 'https://hub.example', ...environment });
  const database = await openEmptyDatabase();
  await importFolder(database, freiburg.folder, { actor: 'test', message: 'First import' });
  const app = createApp({ database, settings, region: freiburg, log: pino({ level: 'silent' }) });
  let statements = 0;
  database.prisma.$on('query' as never, () => {
    statements++;
  });
  return {
    app,
    database,
    async query(query, variables) {
      const response = await app.request('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
      return response.json();
    },
    async countStatements(work) {
      statements = 0;
      await work();
      return statements;
    },
  };
}
