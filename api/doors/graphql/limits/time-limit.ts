import type { Plugin } from 'graphql-yoga';
import { allowedTime, CallerError, detailsOf } from '../../../errors.ts';
import type { Settings } from '../../../settings/settings.ts';
import type { Context } from '../base/context.ts';

type Limit = Pick<Settings, 'QUERY_MAX_SECONDS'>;

/** What is told when a query, or a statement of it, takes too long. */
export function tooSlow({ QUERY_MAX_SECONDS: seconds }: Limit): CallerError {
  const allowed = allowedTime(seconds);
  return new CallerError(
    'BAD_USER_INPUT',
    `The query took too long: ${allowed}. Ask for less at a time.`,
    detailsOf(seconds, allowed),
  );
}

/**
 * Stops a query that runs for too long: the caller is answered at once and no resolver is called any more. A statement
 * that runs then is ended by the database itself (see `openDatabase`).
 * @returns a timer, to be cleared once there is an answer.
 */
export const limitedTime = (time: AbortController, settings: Limit): NodeJS.Timeout =>
  setTimeout(() => time.abort(tooSlow(settings)), settings.QUERY_MAX_SECONDS * 1000);

/** The executor listens to it; Yoga's types do not know. */
export const stopInTime: Plugin<Context> = {
  onExecute({ args }) {
    (args as { signal?: AbortSignal }).signal = args.contextValue.time.signal;
  },
};
