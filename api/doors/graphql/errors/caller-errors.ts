import { randomUUID } from 'node:crypto';
import { GraphQLError } from 'graphql';
import { AwayError, CallerError, detailsOf, type ErrorDetails, TooSlowError } from '../../../errors.ts';
import { callerErrorOf } from '../../../http/caller-error-of.ts';
import type { Hub } from '../../../hub.ts';
import { tooSlow } from '../limits/time-limit.ts';

/** The code by which a client knows that it has to send the query itself. */
export const persistedQueryRefused = 'PERSISTED_QUERY_NOT_SUPPORTED';

/** What the caller did wrong is told with its code, the bad value and what is allowed; anything else is logged with an id and masked. */
export function toCallerError(error: unknown, { log, settings }: Hub): GraphQLError {
  const thrown = error instanceof GraphQLError ? error.originalError : error;
  const told = callerErrorOf(thrown, settings);
  const original = told instanceof TooSlowError ? tooSlow(settings) : (told ?? thrown);
  const place = error instanceof GraphQLError ? { nodes: error.nodes ?? null, path: error.path ?? null } : {};
  if (original instanceof CallerError)
    return new GraphQLError(original.message, {
      ...place,
      extensions: { code: original.code, ...original.details, http: httpOf(original) },
    });
  // Clients wait for just these words.
  if (error instanceof GraphQLError && error.extensions.code === persistedQueryRefused) return error;
  // graphql-js finds these itself, in the query or its variables: no code of ours has run.
  if (error instanceof GraphQLError && (!original || original instanceof GraphQLError))
    return new GraphQLError(error.message, {
      ...place,
      extensions: { ...detailsOfNull(error), ...error.extensions, code: 'BAD_USER_INPUT' },
    });
  const id = randomUUID();
  log.error({ id, err: original ?? error, path: place.path }, 'GraphQL field failed');
  return new GraphQLError(`Internal error; the hub's log has it under ${id}.`, {
    ...place,
    extensions: { code: 'INTERNAL_SERVER_ERROR', id },
  });
}

/** What is wrong with a query is told in its answer; that there is no answer, to whatever stands on the way as well. */
const httpOf = (error: CallerError) =>
  error instanceof AwayError
    ? { status: error.status, headers: { 'retry-after': String(error.retryAfter) } }
    : { status: 200 };

/** A mistake that GraphQL has found, with the bad value and what is allowed. */
export const withDetails = ({ message, nodes, extensions }: GraphQLError, details: ErrorDetails) =>
  new GraphQLError(message, {
    nodes: nodes ?? null,
    extensions: { ...extensions, code: 'BAD_USER_INPUT', ...details },
  });

/** A variable with a default may still be given as null, where no null may stand. */
function detailsOfNull({ message }: GraphQLError): ErrorDetails {
  const type = / of (?:non-null|required) type "(.+?)"/.exec(message)?.[1];
  return type ? detailsOf(null, `a value of the type ${type} is needed`) : {};
}
