import { badValueIn } from '../database/bad-value.ts';
import { FolderError } from '../database/folder.ts';
import { isStatementTimeout } from '../database/statement-timeout.ts';
import { isUnavailable } from '../database/unavailable.ts';
import { AwayError, CallerError, notStorable, TooSlowError } from '../errors.ts';
import type { Settings } from '../settings/settings.ts';

/** What the caller is told of an error, the same at every door; undefined where it is ours and has to be logged. */
export function callerErrorOf(
  error: unknown,
  { QUERY_MAX_SECONDS }: Pick<Settings, 'QUERY_MAX_SECONDS'>,
): CallerError | undefined {
  if (error instanceof CallerError) return error;
  if (isStatementTimeout(error)) return new TooSlowError(QUERY_MAX_SECONDS);
  if (isUnavailable(error)) return new AwayError();
  if (error instanceof FolderError) return new AwayError('There is no room to make this at the moment');
  const badValue = badValueIn(error);
  return badValue === undefined ? undefined : notStorable(badValue);
}
