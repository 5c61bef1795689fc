import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { CallerError } from '../errors.ts';
import type { Settings } from '../settings/settings.ts';
import { type AnswerCache, isProbe } from './answer-cache.ts';
import { unnamedHost } from './base-url.ts';
import { publicPath, withoutPath } from './behind-proxy.ts';
import { isUnchanged, notModified } from './conditional-get.ts';
import { readTarget } from './read-target.ts';
import { oneEachRound } from './turns.ts';

/**
 * The app for node:http. An answer that is in memory goes out before a Request is made of what comes in: that
 * takes longer than to find it. A body that is larger than the app allows is not looked up: the app refuses it.
 */
export function createListener(
  app: Hono,
  answers: AnswerCache,
  settings: Pick<Settings, 'PUBLIC_URL' | 'QUERY_MAX_KB'>,
): RequestListener {
  const largest = settings.QUERY_MAX_KB * 1000;
  const path = publicPath(settings);
  const serve = getRequestListener(app.fetch, { hostname: unnamedHost });
  const spaced = oneEachRound();
  const toApp: RequestListener = (incoming, outgoing) =>
    isProbe(incoming.url ?? '')
      ? void serve(incoming, outgoing)
      : spaced(() => void serve(incoming, outgoing));
  return (incoming, outgoing) => {
    try {
      readTarget(incoming);
      incoming.url = withoutPath(incoming.url ?? '', path);
    } catch (error) {
      return refuse(error, outgoing);
    }
    if (incoming.method === 'GET') {
      if ('range' in incoming.headers || !answer(answers, incoming, outgoing, nothing))
        toApp(incoming, outgoing);
      return;
    }
    const length = Number(incoming.headers['content-length'] ?? 0);
    const isQuery = incoming.method === 'POST' && incoming.url?.startsWith('/graphql');
    if (!isQuery || length > largest || 'transfer-encoding' in incoming.headers)
      return void toApp(incoming, outgoing);
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.once('end', () => {
      const body = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
      if (answer(answers, incoming, outgoing, body)) return;
      // Where the app's server looks for a body that has been read.
      (incoming as IncomingMessage & { rawBody: Buffer }).rawBody = body;
      toApp(incoming, outgoing);
    });
  };
}

const nothing = Buffer.alloc(0);

/** What comes next on the connection may be meant for somebody else, so it ends here. */
function refuse(error: unknown, outgoing: ServerResponse) {
  if (!(error instanceof CallerError)) throw error;
  const { status, code, message } = error;
  const body = JSON.stringify({ error: { code, message } });
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    connection: 'close',
  };
  outgoing.writeHead(status, headers).end(body);
}

function answer(
  answers: AnswerCache,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  body: Buffer,
): boolean {
  const { headers } = incoming;
  const known = answers.find({
    method: incoming.method ?? '',
    url: incoming.url ?? '',
    header: (name) => headers[name] as string | undefined,
    body,
  });
  if (!known) return false;
  const asked = (name: string) => headers[name] as string | undefined;
  if (incoming.method === 'GET' && isUnchanged(known.headers, asked))
    outgoing.writeHead(304, notModified(known.headers)).end();
  else outgoing.writeHead(200, known.headers).end(known.body);
  return true;
}
