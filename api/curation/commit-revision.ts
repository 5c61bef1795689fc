import type { Prisma } from '../database/generated/client.ts';
import type { Database } from '../database/open-database.ts';
import { announceRevision, type CurrentRevision, readNewest } from '../database/revision.ts';
import { withoutTimeLimit } from '../database/statement-timeout.ts';
import { cleanText } from './clean-text.ts';

type Transaction = Prisma.TransactionClient;

/** A number of our own among PostgreSQL's advisory locks: whoever commits a revision. */
const commitLock = 0x52657669;
const longest = { timeout: 60 * 60_000, maxWait: 10 * 60_000 };

/**
 * Runs `work` alone, in one transaction that makes one revision at most: with the first call of `begin`, behind which
 * the catalogue is written. Every process of the hub is told when it is committed.
 */
export async function commitRevision<Result>(
  { prisma, revision }: Pick<Database, 'prisma' | 'revision'>,
  { actor, message }: { readonly actor: string; readonly message: string },
  work: (transaction: Transaction, begin: () => Promise<CurrentRevision>) => Promise<Result>,
): Promise<Result> {
  let begun: CurrentRevision | undefined;
  const result = await prisma.$transaction(async (transaction) => {
    await withoutTimeLimit(transaction);
    // One after the other: revision numbers have no gaps and are in the order of the commits.
    await transaction.$executeRaw`SELECT pg_advisory_xact_lock(${commitLock}::bigint)`;
    const done = await work(transaction, async () => {
      begun ??= await createRevision(transaction, actor, cleanText(message));
      return begun;
    });
    if (begun) await transaction.$queryRaw(announceRevision(begun));
    return done;
  }, longest);
  if (begun) revision.remember(begun);
  return result;
}

async function createRevision(transaction: Transaction, actor: string, message: string) {
  const [{ number }] = await transaction.$queryRaw<[{ number: number }]>`
    SELECT coalesce(max(number), 0)::integer + 1 AS number FROM revision`;
  await transaction.revision.create({ data: { number, createdAt: new Date(), actor, message } });
  return readNewest((text) => transaction.$queryRawUnsafe(text));
}
