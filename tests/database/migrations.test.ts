import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { describe, expect, it } from 'vitest';
import { applyMigrations } from '../../api/database/migrate.ts';
import { openDatabase } from '../../api/database/open-database.ts';
import { OperatorError } from '../../api/errors.ts';

/** A database in memory and a folder of migrations of its own. */
async function withMigrations(migrations: Readonly<Record<string, string>>) {
  const pglite = await PGlite.create();
  const folder = mkdtempSync(join(tmpdir(), 'migrations-'));
  for (const [name, text] of Object.entries(migrations)) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'migration.sql'), text);
  }
  const connection = {
    query: async <Row>(text: string, values?: unknown[]) => (await pglite.query<Row>(text, values)).rows,
    script: (text: string) => pglite.exec(text),
  };
  return {
    ...connection,
    apply: () => applyMigrations(connection, folder),
    tables: async () =>
      (
        await connection.query<{ name: string }>(
          `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY 1`,
        )
      ).map(({ name }) => name),
  };
}

const begun = (name: string) =>
  `INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('begun', 'x', '${name}')`;

describe('applying migrations', () => {
  it('leaves nothing of one that fails, and says which and why', async () => {
    const { apply, tables } = await withMigrations({
      '1_good': 'CREATE TABLE good (a INTEGER)',
      '2_bad': 'CREATE TABLE bad (a INTEGER); SELECT 1 / 0;',
    });
    const error = await apply().catch((error: unknown) => error);
    expect(error).toBeInstanceOf(OperatorError);
    expect((error as Error).message).toBe(
      'The migration 2_bad cannot be applied: division by zero. The database is as it was before it; the release that it was made by can go on using it.',
    );
    expect(await tables()).toEqual(['good']);
  });

  it('makes one again that was begun and rolled back', async () => {
    const { apply, tables, script, query } = await withMigrations({
      '1_good': 'CREATE TABLE good (a INTEGER)',
    });
    await apply();
    await script(`DROP TABLE good; DELETE FROM _prisma_migrations; ${begun('1_good')}`);
    expect(await apply()).toEqual(['1_good']);
    expect(await tables()).toEqual(['good']);
    expect(
      await query(
        'SELECT finished_at IS NOT NULL AS finished, rolled_back_at IS NOT NULL AS back FROM _prisma_migrations ORDER BY 1',
      ),
    ).toEqual([
      { finished: false, back: true },
      { finished: true, back: false },
    ]);
    expect(await apply()).toEqual([]);
  });

  it('records one that is there whole and whose end was never recorded', async () => {
    const { apply, tables, script } = await withMigrations({ '1_good': 'CREATE TABLE good (a INTEGER)' });
    await apply();
    await script(`DELETE FROM _prisma_migrations; ${begun('1_good')}`);
    expect(await apply()).toEqual(['1_good']);
    expect(await tables()).toEqual(['good']);
    expect(await apply()).toEqual([]);
  });
});

describe('the folder of a first start', () => {
  it('is made aside: what a killed start has left is no database, and the next start makes it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'first-start-'));
    mkdirSync(join(folder, 'pglite.new/base'), { recursive: true });
    writeFileSync(join(folder, 'pglite.new/PG_VERSION'), '17');
    const database = await openDatabase({ DATABASE_URL: '', DATA_DIR: folder });
    expect(await database.prisma.project.count()).toBe(0);
    await database.close();
    expect(readdirSync(folder).sort()).toEqual(['hub.lock', 'pglite']);
  });

  it('that holds no database is told in words', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'first-start-'));
    mkdirSync(join(folder, 'pglite'));
    writeFileSync(join(folder, 'pglite/PG_VERSION'), '17');
    await expect(openDatabase({ DATABASE_URL: '', DATA_DIR: folder })).rejects.toThrow(
      new OperatorError(
        `The database in ${folder}/pglite cannot be opened. If the hub has never served from it, remove that folder and start again; else put back a copy of it.`,
      ),
    );
  });
});
