import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { entities } from '../../api/catalogue/catalogue.ts';
import { importFolder } from '../../api/curation/import-folder.ts';
import { openHub } from '../support/hub.ts';

it('the CSV files that the hub gives out can be imported again and change nothing', async () => {
  const { app, database } = await openHub();
  const folder = mkdtempSync(join(tmpdir(), 'round-trip-'));
  for (const { name } of entities) {
    const answer = await app.request(`/data/${name}.csv`);
    expect(answer.status).toBe(200);
    writeFileSync(join(folder, `${name}.csv`), Buffer.from(await answer.arrayBuffer()));
  }
  expect(await importFolder(database, folder, { actor: 'test', message: 'Round trip' })).toEqual({
    revision: null,
    added: {},
    changed: {},
  });
  rmSync(folder, { recursive: true });
  await database.close();
});
