import { pino } from 'pino';
import { createApp } from '../../api/app.ts';
import { thePublic } from '../../api/catalogue/model/visibility.ts';
import { readRegion } from '../../api/catalogue/region/region.ts';
import { type Database, openDatabase } from '../../api/database/open-database.ts';
import { readSettings } from '../../api/settings/settings.ts';
import type { Ask } from './load.ts';
import { type Statement, sequentialScans } from './sequential-scans.ts';

/** The SQL statements that the hub runs for a request, and a warning for each that reads a large table from end to end. */
export async function statementsOf(
  place: { DATABASE_URL: string } | { DATA_DIR: string },
  asks: readonly Ask[],
) {
  const settings = readSettings({ ...place, LOG_LEVEL: 'silent', ANSWER_CACHE_MB: '0' });
  const database = await openDatabase(settings);
  try {
    const app = createApp({
      database,
      settings,
      region: readRegion(settings.REGION),
      log: pino({ level: 'silent' }),
      viewer: thePublic,
    });
    const statements: Statement[] = [];
    database.onStatement((statement) => statements.push(statement));
    const counts: number[] = [];
    for (const ask of asks) {
      const before = statements.length;
      await answer(app, ask);
      counts.push(statements.length - before);
    }
    return { counts, warnings: await warningsFor(database, [...statements]) };
  } finally {
    await database.close();
  }
}

async function answer(app: ReturnType<typeof createApp>, { path, method = 'GET', headers = {}, body }: Ask) {
  const response = await app.request(path, { method, headers: { ...headers }, ...(body && { body }) });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json');
  const { errors } = isJson ? (JSON.parse(text) as { errors?: { message: string }[] }) : {};
  if (!response.ok || errors) throw new Error(`${body ?? path}: ${errors?.[0]?.message ?? response.status}`);
}

async function warningsFor(database: Database, statements: readonly Statement[]) {
  const warnings: string[] = [];
  for (const statement of statements) warnings.push(...(await sequentialScans(database.prisma, statement)));
  return warnings;
}
