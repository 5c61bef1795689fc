import { sqlStateOf } from './statement-timeout.ts';

/**
 * What PostgreSQL says where it cannot work: connections (08), no room for one more, or on the disk (53), stopping or
 * starting (57P), the system below it (58), no such database, as while another takes its name.
 */
const sqlStates = /^(08|53|57P|58|3D000$)/;

/** What Node says where nobody answers. */
const systemErrors =
  /^(ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENETDOWN)$/;

/** Prisma's codes of the same. */
const prismaErrors = /^(P1001|P1002|P1008|P1017|P2024|P2028|P2037)$/;

/** An error of a driver as Prisma passes it on. */
type Wrapped = {
  readonly meta?: {
    readonly driverAdapterError?: { readonly cause?: { kind?: string; originalMessage?: string } };
  };
};

/** What the adapter has made of a system error, of which it keeps nothing else. */
const kinds = /^(DatabaseNotReachable|ConnectionClosed|SocketTimeout)$/;

/** What the driver says without a code. */
const words =
  /Connection terminated|timeout exceeded when trying to connect|timeout expired|Query read timeout|connection error and is not queryable|Client was closed|calling end on the pool/;

/** Nobody asks a database that is known to be away. */
export class DatabaseAwayError extends Error {
  override readonly name = 'DatabaseAwayError';
  constructor() {
    super('The database is away.');
  }
}

/** The built-in database has ended, or cannot be opened again; `cause` says why. */
export class DatabaseStoppedError extends Error {
  override readonly name = 'DatabaseStoppedError';
  constructor(options: ErrorOptions) {
    super('The built-in database has stopped; its disk may be full', options);
  }
}

/** Whether a statement failed because the database is away or has no room, and not because of what it was asked. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = String(sqlStateOf(error) ?? '');
  const { meta } = error as Wrapped;
  return (
    error instanceof DatabaseAwayError ||
    error instanceof DatabaseStoppedError ||
    sqlStates.test(code) ||
    systemErrors.test(code) ||
    prismaErrors.test(code) ||
    kinds.test(meta?.driverAdapterError?.cause?.kind ?? '') ||
    words.test(error.message) ||
    isUnavailable(error.cause)
  );
}

/** Of PostgreSQL, whose own words name a file within the database. */
const diskFull = '53100';

/** A sentence for whoever runs a hub. @param description of the database: a folder or a server. */
export const cannotBeUsed = (description: string, error: unknown): string =>
  `${description.replace('the', 'The')} cannot be used: ${inWords(error)}`;

/** An error in one line; where several addresses were tried, that of the first. */
export function inWords(error: unknown): string {
  if (error instanceof Error && sqlStateOf(error) === diskFull) return 'its disk is full';
  const { message, errors, meta } = error as AggregateError & Wrapped;
  const original = meta?.driverAdapterError?.cause?.originalMessage;
  return (original || message || (errors?.[0] as Error | undefined)?.message || String(error)).trim();
}
