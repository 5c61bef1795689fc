import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../api/database/open-database.ts';
import { sql } from '../../api/database/sql.ts';
import { isStatementTimeout } from '../../api/database/statement-timeout.ts';
import { openEmptyDatabase, openHub, type TestHub } from '../support/hub.ts';

const thrownBy = async (work: () => PromiseLike<unknown>): Promise<unknown> => {
  try {
    await work();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was thrown.');
};

describe('an error of the database', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openEmptyDatabase();
    return () => database.close();
  });
  const insert = sql`INSERT INTO topic (slug, name_de, changed_revision, changed_at)
    VALUES ('08057014', 'Thema', 1, now())`;

  it('is no time-out because a value in it looks like the code of one', async () => {
    const { prisma } = database;
    await prisma.$executeRaw(insert);
    const errors = [
      await thrownBy(() => prisma.$executeRaw(insert)),
      await thrownBy(() => database.rows(insert)),
      await thrownBy(() => prisma.$queryRaw`SELECT '57014'::text::integer / 0`),
      await thrownBy(() => prisma.$queryRaw`SELECT ('08057014' || 'x')::integer`),
    ];
    const told = errors.map((error) => JSON.stringify(error) + String(error));
    expect(told.filter((text) => text.includes('57014')).length).toBeGreaterThan(1);
    expect(errors.map(isStatementTimeout)).toEqual([false, false, false, false]);
  });
});

describe('a statement that runs for longer than is allowed', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await openHub({ QUERY_MAX_SECONDS: '0.5' });
    return () => hub.database.close();
  });
  const endless = sql`SELECT count(*) FROM generate_series(1, 1000000000)`;

  it('is told from other errors, through Prisma and without it', async () => {
    const { database } = hub;
    const errors = [
      await thrownBy(() => database.prisma.$queryRaw(endless)),
      await thrownBy(() => database.rows(endless)),
    ];
    expect(errors.map(isStatementTimeout)).toEqual([true, true]);
    expect(isStatementTimeout(new Error('wrapped', { cause: errors[0] }))).toBe(true);
  });

  it('is ended, and what others ask meanwhile and later has its answer', async () => {
    const { database } = hub;
    const count = () => database.rows(sql`SELECT count(*)::int AS rows FROM project`);
    const [ended, meanwhile] = await Promise.all([thrownBy(() => database.rows(endless)), count()]);
    expect(isStatementTimeout(ended)).toBe(true);
    expect([meanwhile, await count()]).toEqual([[{ rows: 158 }], [{ rows: 158 }]]);
  });

  it('leaves no change of its own behind, and those before it are kept', async () => {
    const { database } = hub;
    await database.prisma.$executeRaw`UPDATE topic SET name_en = 'before' WHERE slug = 'ki'`;
    const ended = await thrownBy(() =>
      database.rows(sql`UPDATE topic SET name_en = (${endless})::text WHERE slug = 'ki' RETURNING slug`),
    );
    expect(isStatementTimeout(ended)).toBe(true);
    expect(await database.rows(sql`SELECT name_en FROM topic WHERE slug = 'ki'`)).toEqual([
      { name_en: 'before' },
    ]);
  });
});
