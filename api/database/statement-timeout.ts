import type { Prisma } from './generated/client.ts';

/** PostgreSQL's word for a statement that was ended, by its time limit or by somebody. */
export const queryCanceled = '57014';

/** Whether the database ended a statement because it ran for too long. */
export function isStatementTimeout(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return sqlStateOf(error) === queryCanceled || isStatementTimeout(error.cause);
}

/** PostgreSQL's code of an error, from the driver itself or as Prisma wraps it. */
export function sqlStateOf(error: Error): string | undefined {
  const { code, meta } = error as {
    code?: string;
    meta?: { driverAdapterError?: { cause?: { originalCode?: string } } };
  };
  return meta?.driverAdapterError?.cause?.originalCode ?? code;
}

/** For this transaction there is no limit: a change of the catalogue takes as long as it takes. */
export const withoutTimeLimit = (transaction: Prisma.TransactionClient) =>
  transaction.$queryRaw`SELECT set_config('statement_timeout', '0', true)`;
