import { dayOf } from './catalogue/model/freshness.ts';

/** The codes a caller may see, with the HTTP status that goes with each. */
const statusOfCode = {
  BAD_USER_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  CONFLICT: 409,
  GONE: 410,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
} as const;

export type CallerErrorCode = keyof typeof statusOfCode;

/** The bad value, shortened where it is long, and in words what would be right. */
export type ErrorDetails = { readonly value?: unknown; readonly allowed?: string };

/**
 * An error that the caller can do something about: told plainly at every door.
 * Anything else that is thrown is logged with an id and masked.
 */
export class CallerError extends Error {
  override readonly name = 'CallerError';
  readonly code: CallerErrorCode;
  readonly details: ErrorDetails;
  /** After how many seconds it is worth asking again, where it is. */
  readonly retryAfter?: number;
  constructor(code: CallerErrorCode, message: string, details: ErrorDetails = {}) {
    super(message);
    this.code = code;
    this.details = details;
  }
  get status() {
    return statusOfCode[this.code];
  }
}

/** What keeps the hub from starting or a command from working and whoever runs it can mend: told in its own words. */
export class OperatorError extends Error {
  override readonly name: string = 'OperatorError';
}

/** What once was at an address, and is told to whoever still follows it. */
export class GoneError extends CallerError {
  /** What it was called; null where that is not public any more. */
  readonly title: string | null;
  readonly at: Date;
  constructor(what: string, title: string | null, at: Date) {
    super('GONE', `The ${what} was removed on ${dayOf(at)}.`);
    this.title = title;
    this.at = at;
  }
}

/** What can only be read. */
export class MethodError extends CallerError {
  constructor(method: string) {
    const allowed = 'GET and HEAD are allowed';
    super('METHOD_NOT_ALLOWED', `This can only be read: ${allowed}, not ${method}.`, {
      value: method,
      allowed,
    });
  }
}

/** The limit in words, as every door tells it. */
export const allowedTime = (seconds: number) => `at most ${seconds} seconds are allowed (QUERY_MAX_SECONDS)`;

/** The answer took too long: too much was asked for, or the database is busy. */
export class TooSlowError extends CallerError {
  readonly seconds: number;
  constructor(seconds: number) {
    const allowed = allowedTime(seconds);
    const message = `The answer took too long: ${allowed}. Ask for less at a time, or try again later.`;
    super('UNAVAILABLE', message, detailsOf(seconds, allowed));
    this.seconds = seconds;
  }
}

/** The database is away or has no room: later the same is answered. */
export class AwayError extends CallerError {
  override readonly retryAfter = 10;
  constructor(why = 'The catalogue cannot be reached at the moment') {
    const allowed = 'try again in a few seconds';
    super('UNAVAILABLE', `${why}; ${allowed}.`, { allowed });
  }
}

/** A value that the database cannot take, as it tells of it. */
export const notStorable = (told: string): CallerError =>
  new CallerError('BAD_USER_INPUT', `A value is not one that the catalogue can have: ${told}.`);

/** The value is shortened so that an error never repeats a megabyte of input. */
export function quote(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}…"` : text;
}

/** `where` names the argument or column, `allowed` says what would be right. */
export function badInput(where: string, value: unknown, allowed: string): CallerError {
  return new CallerError(
    'BAD_USER_INPUT',
    `${where}: ${quote(value)} is not allowed; ${allowed}.`,
    detailsOf(value, allowed),
  );
}

/** Several arguments that do not go together; `allowed` says how they do. */
export const badTogether = (given: Readonly<Record<string, unknown>>, allowed: string): CallerError =>
  new CallerError(
    'BAD_USER_INPUT',
    `${Object.keys(given).join(', ')}: ${allowed}.`,
    detailsOf(given, allowed),
  );

/** What an error tells programs: a value that is too long to repeat is told as it is quoted. */
export function detailsOf(value: unknown, allowed: string): ErrorDetails {
  const quoted = quote(value);
  return { value: quoted === JSON.stringify(value) ? value : quoted, allowed };
}
