import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../api/database/open-database.ts';
import { sql } from '../../api/database/sql.ts';
import { isStatementTimeout } from '../../api/database/statement-timeout.ts';
import { openEmptyDatabase, openHub } from '../support/hub.ts';

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

// PGlite runs in our own process: a statement cannot be ended there.
if (process.env.TEST_DATABASE_URL)
  describe('a statement that runs for longer than is allowed', () => {
    it('is told from other errors, through Prisma and without it', async () => {
      const { database } = await openHub({ QUERY_MAX_SECONDS: '0.2' });
      try {
        const errors = [
          await thrownBy(() => database.prisma.$queryRaw`SELECT pg_sleep(5)`),
          await thrownBy(() => database.rows(sql`SELECT pg_sleep(5)`)),
        ];
        expect(errors.map(isStatementTimeout)).toEqual([true, true]);
        expect(isStatementTimeout(new Error('wrapped', { cause: errors[0] }))).toBe(true);
      } finally {
        await database.close();
      }
    });
  });
