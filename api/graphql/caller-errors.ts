import { randomUUID } from 'node:crypto';
import { GraphQLError } from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import { isStatementTimeout } from '../database/statement-timeout.ts';
import { CallerError, type ErrorDetails } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { badVariables, detailsAt } from './bad-parts.ts';
import { tooSlow } from './time-limit.ts';

/** What the caller did wrong is told with its code, the bad value and what is allowed; anything else is logged with an id and masked. */
export function toCallerError(error: unknown, { log, settings }: Hub): GraphQLError {
  const thrown = error instanceof GraphQLError ? error.originalError : error;
  const original = isStatementTimeout(thrown) ? tooSlow(settings) : thrown;
  const place = error instanceof GraphQLError ? { nodes: error.nodes ?? null, path: error.path ?? null } : {};
  if (original instanceof CallerError)
    return new GraphQLError(original.message, {
      ...place,
      extensions: { code: original.code, ...original.details, http: { status: 200 } },
    });
  // graphql-js finds these itself, in the query or its variables: no code of ours has run.
  if (error instanceof GraphQLError && (!original || original instanceof GraphQLError))
    return new GraphQLError(error.message, {
      ...place,
      extensions: { ...error.extensions, code: 'BAD_USER_INPUT' },
    });
  const id = randomUUID();
  log.error({ id, err: original ?? error, path: place.path }, 'GraphQL field failed');
  return new GraphQLError(`Internal error; the hub's log has it under ${id}.`, {
    ...place,
    extensions: { code: 'INTERNAL_SERVER_ERROR', id },
  });
}

/** Adds to the errors that GraphQL itself finds in a query or its variables what ours have: code, bad value, what is allowed. */
export const tellWhatIsAllowed: Plugin = {
  onValidate:
    ({ params: { schema, documentAST } }) =>
    ({ valid, result, setResult }) => {
      if (valid) return;
      const errors = result as readonly GraphQLError[];
      const details = detailsAt(schema, documentAST, new Set(errors.map(({ nodes }) => nodes?.[0])));
      setResult(
        errors.map((error) =>
          error.message === 'Maximum introspection depth exceeded'
            ? introspectionTooDeep
            : withDetails(error, details.get(error.nodes?.[0]) ?? {}),
        ),
      );
    },
  onExecute({ args, setResultAndStopExecution }) {
    const errors = badVariables(args).map(({ message, definition, details }) =>
      withDetails(new GraphQLError(message, { nodes: definition }), details),
    );
    if (errors.length > 0) setResultAndStopExecution({ errors });
  },
  // What does not fit HTTP or the language is the caller's mistake, as any other.
  onResultProcess({ result }) {
    if (isAsyncIterable(result) || Array.isArray(result)) return;
    for (const { extensions } of result.errors ?? [])
      if (/^(GRAPHQL_|BAD_REQUEST$)/.test(String(extensions?.code))) extensions.code = 'BAD_USER_INPUT';
  },
};

const withDetails = ({ message, nodes, extensions }: GraphQLError, details: ErrorDetails) =>
  new GraphQLError(message, {
    nodes: nodes ?? null,
    extensions: { ...extensions, code: 'BAD_USER_INPUT', ...details },
  });

/** GraphQL's own rule against deep looks into the schema names neither what it counts nor how many it allows. */
const introspectionTooDeep = new GraphQLError(
  'The query asks for lists of the schema 3 times within each other; at most 2 are allowed.',
  { extensions: { code: 'BAD_USER_INPUT', value: 3, allowed: 'at most 2 are allowed' } },
);
