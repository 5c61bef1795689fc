import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { importFolder } from '../../api/imports/import-files.ts';
import { openEmptyDatabase } from '../support/hub.ts';

it('the first of a thousand and more municipalities may be a neighbour of the last', async () => {
  const database = await openEmptyDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'region-'));
  const ags = Array.from({ length: 1001 }, (_, at) => String(1_000_000 + at).padStart(8, '0'));
  const [first, last] = [ags[0]!, ags[1000]!];
  const lines = (rows: string[]) => rows.map((row) => `${row}\n`).join('');
  writeFileSync(
    join(folder, 'municipalities.csv'),
    lines(['ags,name,kind,source', ...ags.map((one) => `${one},Ort ${one},GEMEINDE,test`)]),
  );
  writeFileSync(
    join(folder, 'neighbours.csv'),
    lines(['ags,neighbour', `${first},${last}`, `${last},${first}`]),
  );
  await importFolder(database, folder, { message: 'Large' });
  const pairs = await database.prisma.$queryRaw`
    SELECT ags, neighbour FROM neighbour ORDER BY ags`;
  expect(pairs).toEqual([
    { ags: first, neighbour: last },
    { ags: last, neighbour: first },
  ]);
  await database.close();
  rmSync(folder, { recursive: true });
});
