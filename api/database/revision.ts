import type { PrismaClient } from './generated/client.ts';

/** The catalogue as of now: what every cache and ETag is derived from. */
export type CurrentRevision = { readonly number: number; readonly createdAt: Date };

/** The newest revision; number 0 before the first import. */
export async function currentRevision(prisma: Pick<PrismaClient, '$queryRaw'>): Promise<CurrentRevision> {
  const [row] = await prisma.$queryRaw<{ number: number; created_at: Date }[]>`
    SELECT number, created_at FROM revision ORDER BY number DESC LIMIT 1`;
  return row ? { number: row.number, createdAt: row.created_at } : { number: 0, createdAt: new Date(0) };
}
