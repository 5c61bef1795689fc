import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { secureHeaders } from 'hono/secure-headers';
import { getPath } from 'hono/utils/url';
import { thePublic } from './catalogue/model/visibility.ts';
import { sql } from './database/sql.ts';
import { dataDoor } from './doors/data/door.ts';
import { catalogueDoor } from './doors/dcat/door.ts';
import { feedsDoor } from './doors/feeds/door.ts';
import { graphqlDoor } from './doors/graphql/door.ts';
import { ogcDoor } from './doors/ogc/door.tsx';
import { openApiDoor } from './doors/openapi/door.tsx';
import { pagesDoor } from './doors/pages/door.tsx';
import { errorPage } from './doors/pages/error-page.tsx';
import { staticMapDoor } from './doors/static-map/door.tsx';
import { CallerError, MethodError, TooSlowError } from './errors.ts';
import { readAddress } from './http/addresses.ts';
import { tellAge } from './http/age.ts';
import { AnswerCache } from './http/answer-cache.ts';
import { leadBelow, mustBeForeign, noticeTls, publicPath } from './http/behind-proxy.ts';
import { callerErrorOf } from './http/caller-error-of.ts';
import { compress } from './http/compress.ts';
import { validators } from './http/conditional-get.ts';
import { errorHeaders } from './http/headers.ts';
import { limitBody } from './http/limit-body.ts';
import { createListener } from './http/listener.ts';
import { keepPersonal } from './http/personal.ts';
import type { Hub } from './hub.ts';
import { isLanguage } from './language.ts';
import { MadeFiles } from './publishing/files/made-files.ts';

/** The hub of the public behind HTTP; it does not listen yet. */
export function createHubServer(parts: Omit<Hub, 'viewer'>): Server {
  const hub = { ...parts, viewer: thePublic };
  const answers = new AnswerCache(hub);
  return createServer(createListener(createApp(hub, answers), answers, hub.settings));
}

/** The hub as a function from Request to Response: all doors, the errors, the caching. */
export function createApp(hub: Hub, answers = new AnswerCache(hub)): Hono {
  const app = new Hono({ getPath: pathOf });
  const made = new MadeFiles(hub);
  app.use(keepPersonal, readAddress, noticeTls(hub), tellAge(hub));
  // In front of everything else: what is kept is the answer as it leaves the hub.
  app.use('/graphql', limitBody(hub.settings));
  app.use(answers.middleware);
  app.use(compress());
  app.use(secureHeaders({ xFrameOptions: false, crossOriginResourcePolicy: 'cross-origin' }));
  app.use(anywhere);
  app.get('/healthz', (c) => c.text('ok'));
  app.get('/readyz', async (c) => {
    await hub.database.rows(sql`SELECT 1`);
    return c.text(made.problem ? `ready, but: ${made.problem}` : 'ready');
  });
  app.use(validators(hub), leadBelow(publicPath(hub.settings)));
  app.route('/', graphqlDoor(hub));
  app.route('/', dataDoor(hub, made));
  app.route('/', catalogueDoor(hub, made));
  app.route('/', feedsDoor(hub));
  app.route('/', ogcDoor(hub));
  app.route('/', openApiDoor(hub));
  app.route('/', staticMapDoor(hub));
  app.route('/', pagesDoor(hub));
  mustBeForeign(publicPath(hub.settings), app.routes);

  /** Whether something can be read at a path. */
  const isRead = (path: string) =>
    app.router.match('GET', path)[0].some(([[, route]]) => route.method === 'GET');
  app.notFound((c) => {
    const { method, path } = c.req;
    const reads = method === 'GET' || method === 'HEAD';
    if (!reads && isRead(path)) return answer(c, hub, new MethodError(method));
    const shorter = path.replace(/\/+$/, '');
    if (reads && shorter !== path && isRead(shorter))
      return c.redirect(hub.settings.PUBLIC_URL + shorter + new URL(c.req.url).search, 308);
    return answer(c, hub, new CallerError('NOT_FOUND', `There is nothing at ${path}.`));
  });
  app.onError((error, c) => {
    const told = callerErrorOf(error, hub.settings);
    // Work that was stopped because the caller had gone is no failure.
    if (c.req.raw.signal.aborted) return c.body(null, 499 as 400);
    if (told instanceof TooSlowError && told !== error)
      hub.log.warn({ url: c.req.url }, 'An answer took too long');
    if (told) return answer(c, hub, told);
    const id = randomUUID();
    hub.log.error({ id, err: error, url: c.req.url }, 'Request failed');
    return respond(c, hub, 500, 'INTERNAL_SERVER_ERROR', `Internal error; the hub's log has it under ${id}.`);
  });
  return app;
}

/** Programs for maps end the addresses of the interface that is theirs with a slash. */
const pathOf = (request: Request) => {
  const path = getPath(request);
  return path.startsWith('/ogc/') ? path.replace(/\/$/, '') : path;
};

/** Any page of another site may read what is public, with the headers its program sends, and never as somebody. */
const crossOrigin = cors({
  origin: '*',
  allowMethods: ['GET', 'HEAD', 'POST', 'OPTIONS'],
  exposeHeaders: [
    'ETag',
    'Last-Modified',
    'Link',
    'Content-Disposition',
    'Content-Range',
    'Accept-Ranges',
    'Retry-After',
    'Age',
  ],
  maxAge: 86_400,
});

/** Behind the answer: headers that are set before make one of their own, and a stream of the body that joins it. */
const anywhere: MiddlewareHandler = async (c, next) => {
  if (c.req.method === 'OPTIONS') return crossOrigin(c, next);
  await next();
  await crossOrigin(c, async () => {});
};

const answer = (c: Context, hub: Hub, error: CallerError) =>
  respond(c, hub, error.status, error.code, error.message, error);

/** People get a page, programs JSON: whoever asks for HTML first is a person. */
async function respond(
  c: Context,
  hub: Hub,
  status: number,
  code: string,
  message: string,
  error?: CallerError,
): Promise<Response> {
  const headers = {
    'cache-control': 'no-store',
    'access-control-allow-origin': '*',
    ...(status === 405 && { allow: 'GET, HEAD' }),
    ...(status === 503 && { 'retry-after': String(error?.retryAfter ?? 120) }),
  };
  if ((c.req.header('accept') ?? '').startsWith('text/html')) {
    const given = c.req.query('lang');
    const lang = isLanguage(given) ? given : 'de';
    const page = await errorPage({ hub, lang, status, message, error, path: c.req.path });
    return c.html(page, status as 400, { ...headers, ...errorHeaders(hub.settings, c.req.path) });
  }
  // Whoever asks for GraphQL reads errors as it has them.
  const told =
    c.req.path === '/graphql'
      ? { errors: [{ message, extensions: { code } }] }
      : { error: { code, message } };
  return c.json(told, status as 400, headers);
}
