import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { OperatorError } from '../errors.ts';

/** The folder of the migrations, each a folder with its SQL. */
export const migrationsFolder = fileURLToPath(new URL('../../prisma/migrations/', import.meta.url));

/** One connection to a database, for statements one after the other. */
export type Connection = {
  query<Row>(text: string, values?: unknown[]): Promise<Row[]>;
  /** Several statements at once, without values. */
  script(text: string): Promise<unknown>;
};

/** A client of `pg` as such a connection. */
export const over = (client: pg.Client): Connection => ({
  query: async (text, values) => (await client.query(text, values)).rows,
  script: (text) => client.query(text),
});

/** The table that Prisma's own commands keep; they go on working with it. */
const table = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

/** What PostgreSQL says where something is there already: a table, column, type, function, schema. */
const alreadyThere = new Set(['42P07', '42701', '42710', '42723', '42P06']);

/**
 * Applies what is missing of `prisma/migrations` and records it in `_prisma_migrations`. Each migration is one
 * transaction together with its record: a process that dies leaves nothing half done behind.
 * @returns the names of the migrations applied.
 * @throws OperatorError where one cannot be applied; the database is as it was before that one.
 */
export async function applyMigrations(connection: Connection, folder = migrationsFolder): Promise<string[]> {
  const { query, script } = connection;
  await script(table);
  const known = await query<{ name: string; finished: boolean }>(
    `SELECT migration_name AS name, finished_at IS NOT NULL AS finished FROM _prisma_migrations
     WHERE rolled_back_at IS NULL`,
  );
  const isFinished = new Map(known.map(({ name, finished }) => [name, finished]));
  const missing = namesIn(folder).filter((name) => !isFinished.get(name));
  for (const name of missing) {
    const text = readFileSync(`${folder}/${name}/migration.sql`, 'utf8');
    await script('BEGIN');
    try {
      await apply(connection, text, isFinished.has(name));
      await record(connection, name, text);
      await script('COMMIT');
    } catch (error) {
      await script('ROLLBACK');
      const { message } = error as Error;
      throw new OperatorError(
        `The migration ${name} cannot be applied: ${message}. The database is as it was before it; the release that it was made by can go on using it.`,
        { cause: error },
      );
    }
  }
  return missing;
}

const namesIn = (folder: string) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

/**
 * @param begun whether somebody once began it and did not record its end. The whole script was one transaction
 * then too: where what it makes is there, all of it is.
 */
async function apply({ script }: Connection, text: string, begun: boolean) {
  await script('SAVEPOINT migration');
  try {
    await script(text);
  } catch (error) {
    if (!begun || !alreadyThere.has((error as { code?: string }).code ?? '')) throw error;
    await script('ROLLBACK TO SAVEPOINT migration');
  }
}

async function record({ query }: Connection, name: string, text: string) {
  await query(
    'UPDATE _prisma_migrations SET rolled_back_at = now() WHERE migration_name = $1 AND finished_at IS NULL',
    [name],
  );
  await query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, now(), 1)`,
    [randomUUID(), createHash('sha256').update(text).digest('hex'), name],
  );
}
