import { expect, it } from 'vitest';
import { hubOn, openEmptyDatabase } from '../support/hub.ts';

it('XLSX refuses more rows than a sheet has, before it begins, and CSV takes them', async () => {
  const database = await openEmptyDatabase();
  await database.prisma.$executeRaw`
    INSERT INTO topic (slug, name_de, changed_revision, changed_at)
    SELECT 'topic-' || n, 'Thema', 1, now() FROM generate_series(1, 1048576) n`;
  const { app } = hubOn(database);
  for (const query of ['', '?columns=slug']) {
    const response = await app.request(`/data/topics.xlsx${query}`);
    expect([response.status, await response.json()]).toEqual([
      400,
      {
        error: {
          code: 'BAD_USER_INPUT',
          message: 'Excel holds at most 1048575 rows, and these are 1048576; filter them, or take CSV.',
        },
      },
    ]);
  }
  const csv = await app.request('/data/topics.csv?columns=slug');
  let lines = 0;
  for await (const chunk of csv.body as unknown as AsyncIterable<Uint8Array>)
    for (const byte of chunk) if (byte === 10) lines++;
  expect(lines).toBe(1_048_577);
  await database.close();
});
