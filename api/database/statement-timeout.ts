import type { Prisma } from './generated/client.ts';

/** PostgreSQL's word for a statement that was ended, by its time limit or by somebody. */
const queryCanceled = '57014';

/** Whether the database ended a statement because it ran for too long; Prisma wraps what the driver says. */
export function isStatementTimeout(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, meta, cause } = error as { code?: string; meta?: object; cause?: unknown };
  return (
    code === queryCanceled ||
    JSON.stringify(meta ?? null).includes(queryCanceled) ||
    isStatementTimeout(cause)
  );
}

/** For this transaction there is no limit: a change of the catalogue takes as long as it takes. */
export const withoutTimeLimit = (transaction: Prisma.TransactionClient) =>
  transaction.$queryRaw`SELECT set_config('statement_timeout', '0', true)`;
