import { randomUUID } from 'node:crypto';
import { GraphQLError } from 'graphql';
import { badValueIn } from '../../../database/bad-value.ts';
import { isStatementTimeout } from '../../../database/statement-timeout.ts';
import { CallerError, detailsOf, type ErrorDetails, notStorable } from '../../../errors.ts';
import type { Hub } from '../../../hub.ts';
import { tooSlow } from '../limits/time-limit.ts';

/** The code by which a client knows that it has to send the query itself. */
export const persistedQueryRefused = 'PERSISTED_QUERY_NOT_SUPPORTED';

/** What the caller did wrong is told with its code, the bad value and what is allowed; anything else is logged with an id and masked. */
export function toCallerError(error: unknown, { log, settings }: Hub): GraphQLError {
  const thrown = error instanceof GraphQLError ? error.originalError : error;
  const badValue = badValueIn(thrown);
  const original = isStatementTimeout(thrown) ? tooSlow(settings) : badValue ? notStorable(badValue) : thrown;
  const place = error instanceof GraphQLError ? { nodes: error.nodes ?? null, path: error.path ?? null } : {};
  if (original instanceof CallerError)
    return new GraphQLError(original.message, {
      ...place,
      extensions: { code: original.code, ...original.details, http: { status: 200 } },
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
