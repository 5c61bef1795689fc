import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../api/database/open-database.ts';
import { sql } from '../../api/database/sql.ts';

let database: Database;
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hub-'));
  database = await openDatabase({ DATABASE_URL: '', DATA_DIR: folder });
  return async () => {
    await database.close();
    rmSync(folder, { recursive: true });
  };
});

it('a statement that works for long lets the event loop go on', async () => {
  let rounds = 0;
  const count = () => {
    rounds++;
    next = setImmediate(count);
  };
  let next = setImmediate(count);
  await database.rows(sql`SELECT count(*) FROM generate_series(1, 500000)`);
  clearImmediate(next);
  expect(rounds).toBeGreaterThan(100);
});

it('a change that fills many files of the log waits for nobody', async () => {
  const { prisma } = database;
  await prisma.$executeRaw`CREATE TABLE filled (number INTEGER)`;
  for (let file = 0; file < 40; file++) {
    await prisma.$executeRaw`INSERT INTO filled VALUES (${file})`;
    await prisma.$queryRaw`SELECT pg_switch_wal()::text`;
  }
  expect(await prisma.$queryRaw`SELECT count(*)::int AS rows FROM filled`).toEqual([{ rows: 40 }]);
});
