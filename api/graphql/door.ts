import { randomUUID } from 'node:crypto';
import { GraphQLError, getOperationAST } from 'graphql';
import { createYoga, isAsyncIterable, type Plugin } from 'graphql-yoga';
import { Hono } from 'hono';
import { baseUrlOf } from '../base-url.ts';
import { CallerError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import type { Context } from './context.ts';
import { graphiqlPage, graphiqlRoutes } from './graphiql.ts';
import { limitQueries } from './limits.ts';
import { schema, schemaText } from './schema.ts';

/** `/graphql` for programs, GraphiQL at the same address for browsers, `/schema.graphql`. */
export function graphqlDoor(hub: Hub): Hono {
  const yoga = createYoga<{ outcome: Outcome }, Context>({
    schema,
    graphqlEndpoint: '/graphql',
    graphiql: false,
    landingPage: false,
    batching: false,
    plugins: [limitQueries(hub.settings), noteOutcome],
    logging: false,
    cors: { origin: '*', methods: ['GET', 'POST', 'OPTIONS'], allowedHeaders: ['content-type', 'accept'] },
    maskedErrors: { maskError: (error) => toCallerError(error, hub) },
    context: ({ request }) => ({ hub, baseUrl: baseUrlOf(request, hub.settings), loaders: new Map() }),
  });

  const door = new Hono();
  door.get('/schema.graphql', (c) => c.text(schemaText));
  door.route('/', graphiqlRoutes());
  door.get('/graphql', (c, next) =>
    wantsPage(c.req.raw) ? c.html(graphiqlPage(), 200, graphiqlHeaders) : next(),
  );
  door.all('/graphql', async (c) => {
    const outcome: Outcome = { complete: false };
    const { method, url } = c.req;
    const body = method === 'POST' ? await c.req.arrayBuffer() : null;
    const response = await yoga.fetch(new Request(url, { method, headers: c.req.raw.headers, body }), {
      outcome,
    });
    c.set('complete' as never, outcome.complete as never);
    if (!outcome.complete) response.headers.set('cache-control', 'no-store');
    return response;
  });
  return door;
}

/** Whether an answer may be given again: a query, and without any error. */
type Outcome = { complete: boolean };

const noteOutcome: Plugin<{ outcome: Outcome }> = {
  // What does not fit the language or the schema is the caller's mistake, as any other.
  onResultProcess({ result }) {
    if (isAsyncIterable(result) || Array.isArray(result)) return;
    for (const { extensions } of result.errors ?? [])
      if (String(extensions?.code).startsWith('GRAPHQL_')) extensions.code = 'BAD_USER_INPUT';
  },
  onExecute: ({ args }) => ({
    onExecuteDone({ result }) {
      if (isAsyncIterable(result) || result.errors) return;
      const operation = getOperationAST(args.document, args.operationName);
      args.contextValue.outcome.complete = operation?.operation === 'query';
    },
  }),
};

const graphiqlHeaders = {
  vary: 'accept',
  // The editor sets styles on its elements and starts its workers from our own files.
  'content-security-policy':
    "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'",
};

const wantsPage = (request: Request) =>
  !new URL(request.url).searchParams.has('query') &&
  (request.headers.get('accept') ?? '').includes('text/html');

/** What the caller did wrong is told with its code; anything else is logged with an id and masked. */
function toCallerError(error: unknown, { log }: Hub): GraphQLError {
  const original = error instanceof GraphQLError ? error.originalError : error;
  const place = error instanceof GraphQLError ? { nodes: error.nodes ?? null, path: error.path ?? null } : {};
  if (original instanceof CallerError)
    return new GraphQLError(original.message, {
      ...place,
      extensions: { code: original.code, http: { status: 200 } },
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
