import type { Database } from '../../api/database/open-database.ts';

/**
 * Keeps a copy of all tables beside them.
 * @returns a function that puts it back, in one transaction, as an operator does with a backup.
 */
export async function backUp({ prisma }: Database): Promise<() => Promise<void>> {
  const tables = await prisma.$queryRaw<{ name: string }[]>`
    SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`;
  const names = tables.map(({ name }) => name);
  await prisma.$executeRawUnsafe('CREATE SCHEMA IF NOT EXISTS backup');
  for (const name of names) {
    await prisma.$executeRawUnsafe(`DROP TABLE IF EXISTS backup.${name}`);
    await prisma.$executeRawUnsafe(`CREATE TABLE backup.${name} AS TABLE public.${name}`);
  }
  return async () => {
    await prisma.$transaction([
      // What refers to each other comes in any order.
      prisma.$executeRawUnsafe('SET LOCAL session_replication_role = replica'),
      prisma.$executeRawUnsafe(`TRUNCATE ${names.join(', ')}`),
      ...names.map((name) => prisma.$executeRawUnsafe(`INSERT INTO ${name} SELECT * FROM backup.${name}`)),
    ]);
  };
}
