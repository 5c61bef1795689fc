import { randomBytes } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { pino } from 'pino';
import { inject } from 'vitest';
import { createApp } from '../../api/app.ts';
import { thePublic, type Viewer } from '../../api/catalogue/model/visibility.ts';
import type { Region } from '../../api/catalogue/region/region.ts';
import { type Database, openDatabase } from '../../api/database/open-database.ts';
import { AnswerCache } from '../../api/http/answer-cache.ts';
import { createListener } from '../../api/http/listener.ts';
import { readSettings } from '../../api/settings/settings.ts';
import { clientOf, type TestClient } from './client.ts';
import { type Content, copyTemplate, dropCopy, freiburg } from './templates.ts';

/** A migrated database of its own: PGlite in a new folder, or a new one on TEST_DATABASE_URL's server. */
async function openCopy(content: Content, QUERY_MAX_SECONDS = 0): Promise<Database> {
  const place = join(inject('run'), `hub_test_${randomBytes(6).toString('hex')}`);
  const database = await openDatabase({ ...(await copyTemplate(content, place)), QUERY_MAX_SECONDS });
  return {
    ...database,
    async close() {
      await database.close();
      await dropCopy(place);
    },
  };
}

export const openEmptyDatabase = () => openCopy('empty');

/** The same database as another process of the hub has it; PGlite has one process only, so it is itself. */
export async function openAgain(database: Database): Promise<Database> {
  const server = process.env.TEST_DATABASE_URL;
  if (!server) return { ...database, close: async () => {} };
  const [row] = await database.prisma.$queryRaw<[{ name: string }]>`SELECT current_database() AS name`;
  const url = new URL(server);
  url.pathname = row.name;
  return openDatabase({ DATABASE_URL: url.href, DATA_DIR: '' });
}

export { freiburg };

export type TestHub = TestClient & {
  readonly app: Hono;
  /** The same for a socket. */
  readonly listener: RequestListener;
  readonly database: Database;
  readonly viewer: Viewer;
  readonly region: Region;
  /** The answer to a GraphQL query. */
  query(query: string, variables?: object): Promise<{ data?: never; errors?: { message: string }[] }>;
  /** Runs `work` and tells how many SQL statements it took. */
  countStatements(work: () => Promise<unknown>): Promise<number>;
};

/** The hub with the real region in it, without a socket. */
export const openHub = async (environment: Record<string, string> = {}) =>
  hubOn(await openCopy('freiburg', testSettings(environment).QUERY_MAX_SECONDS), environment);

const testSettings = (environment: Record<string, string>) =>
  readSettings({
    LOG_LEVEL: 'silent',
    PUBLIC_URL: 'https://hub.example',
    ANSWER_CACHE_MB: '0',
    // A busy machine is no reason to fail.
    QUERY_MAX_SECONDS: '120',
    ...environment,
  });

/** A hub on a database that is open. */
export function hubOn(database: Database, environment: Record<string, string> = {}): TestHub {
  const settings = testSettings(environment);
  const parts = { database, settings, region: freiburg, log: pino({ level: 'silent' }), viewer: thePublic };
  const answers = new AnswerCache(parts);
  const app = createApp(parts, answers);
  let statements = 0;
  database.onStatement(() => {
    statements++;
  });
  return {
    ...clientOf(app),
    app,
    listener: createListener(app, answers, settings),
    database,
    viewer: thePublic,
    region: freiburg,
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
