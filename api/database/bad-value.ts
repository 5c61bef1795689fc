import { sqlStateOf } from './statement-timeout.ts';

/** PostgreSQL's class of what a value cannot be: out of range, not of its type, not in its character set. */
const dataException = /^22/;

/**
 * What the database says of a value that no rule of ours had refused before: it names the value and nothing else.
 * Undefined for any other error.
 */
export function badValueIn(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (!dataException.test(sqlStateOf(error) ?? '')) return badValueIn(error.cause);
  const { meta } = error as { meta?: { driverAdapterError?: { cause?: { originalMessage?: string } } } };
  return meta?.driverAdapterError?.cause?.originalMessage ?? error.message;
}
