import { randomUUID } from 'node:crypto';
import { GraphQLError } from 'graphql';
import { createYoga } from 'graphql-yoga';
import { Hono } from 'hono';
import { baseUrlOf } from '../base-url.ts';
import { CallerError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import type { Context } from './context.ts';
import { graphiqlPage, graphiqlRoutes } from './graphiql.ts';
import { schema, schemaText } from './schema.ts';

/** `/graphql` for programs, GraphiQL at the same address for browsers, `/schema.graphql`. */
export function graphqlDoor(hub: Hub): Hono {
  const yoga = createYoga<object, Context>({
    schema,
    graphqlEndpoint: '/graphql',
    graphiql: false,
    landingPage: false,
    batching: false,
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
  door.all('/graphql', (c) => yoga.fetch(c.req.raw));
  return door;
}

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
      extensions: { code: 'BAD_USER_INPUT', ...error.extensions },
    });
  const id = randomUUID();
  log.error({ id, err: original ?? error, path: place.path }, 'GraphQL field failed');
  return new GraphQLError(`Internal error; the hub's log has it under ${id}.`, {
    ...place,
    extensions: { code: 'INTERNAL_SERVER_ERROR', id },
  });
}
