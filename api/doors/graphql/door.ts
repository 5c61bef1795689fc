import { getOperationAST } from 'graphql';
import { createYoga, isAsyncIterable, type Plugin } from 'graphql-yoga';
import { Hono } from 'hono';
import { LRUCache } from 'lru-cache';
import { detailsOf } from '../../errors.ts';
import { baseUrlOf } from '../../http/base-url.ts';
import { wholeAnswer } from '../../http/whole-answer.ts';
import type { Hub } from '../../hub.ts';
import type { Context } from './base/context.ts';
import { completeQueries, type Outcome } from './complete/complete-queries.ts';
import { KnownRequests, keyOf } from './complete/known-requests.ts';
import { readRequests } from './errors/bad-request.ts';
import { toCallerError } from './errors/caller-errors.ts';
import { tellWhatIsAllowed } from './errors/tell-what-is-allowed.ts';
import { graphiqlPage, graphiqlRoutes } from './graphiql.ts';
import { limitQueries } from './limits/limits.ts';
import { limitedTime, stopInTime } from './limits/time-limit.ts';
import { repeatedDocuments } from './read/repeated-documents.ts';
import { schema, schemaText } from './schema.ts';

/** `/graphql` for programs, GraphiQL at the same address for browsers, `/schema.graphql`. */
export function graphqlDoor(hub: Hub): Hono {
  const yoga = createYoga<{ outcome: Outcome; own: Context }, Context>({
    schema,
    graphqlEndpoint: '/graphql',
    graphiql: false,
    landingPage: false,
    batching: false,
    // What limits a body stands in front of all doors.
    maxRequestBodySize: false,
    // Mistakes are found again in no time.
    parserAndValidationCache: { documentCache: repeatedDocuments(), errorCache: new LRUCache({ max: 1 }) },
    fetchAPI: { Response: LateResponse },
    plugins: [
      readRequests,
      limitQueries(hub.settings),
      stopInTime,
      tellWhatIsAllowed,
      noteOutcome,
      completeQueries,
    ],
    logging: false,
    cors: false,
    maskedErrors: { maskError: (error) => toCallerError(error, hub) },
    context: ({ own }) => own,
  });

  const requests = new KnownRequests();
  const door = new Hono();
  door.get('/schema.graphql', (c) => c.text(schemaText));
  door.route('/', graphiqlRoutes());
  door.get('/graphql', (c, next) =>
    wantsPage(c.req.raw) ? c.html(graphiqlPage(), 200, graphiqlHeaders) : next(),
  );
  door.all('/graphql', async (c) => {
    const outcome: Outcome = { complete: false };
    const { method, url } = c.req;
    if (method === 'POST' && !isJson(c.req.header('content-type')))
      return c.json(notJson(c.req.header('content-type') ?? null), 415);
    const own: Context = {
      hub,
      baseUrl: baseUrlOf(c.req.raw, hub.settings),
      time: new AbortController(),
      loaders: new Map(),
      lists: new Map(),
    };
    const timer = limitedTime(own.time, hub.settings);
    try {
      const body = method === 'POST' ? await c.req.arrayBuffer() : null;
      const key = body && keyOf(c, body);
      const known = key === null ? undefined : await requests.answer(key, own);
      if (known) return known;
      // Of one object Yoga makes the prototype of its context, which V8 holds until a slow collection of garbage.
      const given = [{ outcome, own }, {}] as const;
      const response = await yoga.fetch(url, { method, headers: c.req.raw.headers, body }, ...given);
      if (!outcome.complete) response.headers.set('cache-control', 'no-store');
      response.headers.append('vary', 'accept');
      if (key !== null) requests.remember(key, outcome, response);
      return response;
    } finally {
      clearTimeout(timer);
      // A context that grew old while it waited is held until a slow collection of garbage: the records would be with it.
      own.lists.clear();
    }
  });
  return door;
}

/** The Response as it is when it is made: the one of Node's server, which comes later, makes no stream of a text. */
const LateResponse = new Proxy(Response, {
  construct: (_, [body, init]) =>
    typeof body === 'string' ? wholeAnswer(body, init) : new Response(body, init),
});

/** Everything else a page of another site could have a browser send, without asking whether it may. */
const isJson = (contentType = '') => /^application\/json\s*(;|$)/i.test(contentType);

const notJson = (contentType: string | null) => ({
  errors: [
    {
      message: 'The body of a POST is JSON: {"query": …}, with the header content-type: application/json.',
      extensions: {
        code: 'BAD_USER_INPUT',
        ...detailsOf(contentType, 'application/json is needed'),
      },
    },
  ],
});

const noteOutcome: Plugin<{ outcome: Outcome }> = {
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

/** Whoever asks for HTML first is a person; the editor opens with the query of the address. */
const wantsPage = (request: Request) => (request.headers.get('accept') ?? '').startsWith('text/html');
