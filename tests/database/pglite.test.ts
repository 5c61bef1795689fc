import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPGlite } from '../../api/database/pglite.ts';

const folder = mkdtempSync(join(tmpdir(), 'hub-'));
let pglite: PGlite;
beforeAll(async () => {
  pglite = await openPGlite(folder);
});
afterAll(async () => {
  await pglite.close();
  rmSync(folder, { recursive: true });
});

it('statements one after the other let the event loop go on between them', async () => {
  let rounds = 0;
  const count = () => {
    rounds++;
    next = setImmediate(count);
  };
  let next = setImmediate(count);
  await Promise.all(Array.from({ length: 20 }, () => pglite.query('SELECT 1')));
  clearImmediate(next);
  expect(rounds).toBeGreaterThanOrEqual(20);
});

it('a change that fills many files of the log waits for nobody', async () => {
  await pglite.exec('CREATE TABLE filled (number INTEGER)');
  for (let file = 0; file < 40; file++)
    await pglite.exec(`INSERT INTO filled VALUES (${file}); SELECT pg_switch_wal()`);
  expect((await pglite.query('SELECT count(*)::int AS rows FROM filled')).rows).toEqual([{ rows: 40 }]);
});
