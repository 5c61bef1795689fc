import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openPGlite } from '../../api/database/pglite.ts';

it('statements one after the other let the event loop go on between them', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hub-'));
  const pglite = await openPGlite(folder);
  try {
    let rounds = 0;
    const count = () => {
      rounds++;
      next = setImmediate(count);
    };
    let next = setImmediate(count);
    await Promise.all(Array.from({ length: 20 }, () => pglite.query('SELECT 1')));
    clearImmediate(next);
    expect(rounds).toBeGreaterThanOrEqual(20);
  } finally {
    await pglite.close();
    rmSync(folder, { recursive: true });
  }
});
