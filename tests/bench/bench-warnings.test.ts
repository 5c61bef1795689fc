import { beforeAll, expect, it } from 'vitest';
import type { Database } from '../../api/database/open-database.ts';
import { openEmptyDatabase } from '../support/hub.ts';
import { sequentialScans } from './sequential-scans.ts';

let database: Database;
beforeAll(async () => {
  database = await openEmptyDatabase();
  await database.prisma.$executeRawUnsafe(`INSERT INTO topic (slug, name_de, changed_revision, changed_at)
    SELECT 'thema-' || i, 'Thema ' || i, 1, now() FROM generate_series(1, 20000) AS i`);
  await database.prisma.$executeRawUnsafe('ANALYZE topic');
  return () => database.close();
});

it('the bench warns of a statement that reads a large table from end to end', async () => {
  const statement = { text: 'SELECT slug FROM topic WHERE name_de = $1', values: ['Thema 7'] };
  expect(await sequentialScans(database.prisma, statement)).toEqual([
    'sequential scan on topic (20000 rows) by SELECT slug FROM topic WHERE name_de = $1',
  ]);
});

it('the bench does not warn of a statement that an index answers, nor of a small table', async () => {
  const byKey = { text: 'SELECT name_de FROM topic WHERE slug = $1', values: ['thema-7'] };
  const small = { text: 'SELECT slug FROM field WHERE name_de = $1', values: ['E-Akte'] };
  expect(await sequentialScans(database.prisma, byKey)).toEqual([]);
  expect(await sequentialScans(database.prisma, small)).toEqual([]);
});
