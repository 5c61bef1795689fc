import { createServer, type Server } from 'node:http';
import { createApp } from './app.ts';
import { thePublic } from './catalogue/model/visibility.ts';
import { AnswerCache } from './http/answer-cache.ts';
import { createListener } from './http/listener.ts';
import type { Hub } from './hub.ts';

/** All doors of a hub behind one HTTP server that does not listen yet. Whoever asks is the public. */
export function createHubServer(parts: Omit<Hub, 'viewer'>): Server {
  const hub = { ...parts, viewer: thePublic };
  const answers = new AnswerCache(hub);
  return createServer(createListener(createApp(hub, answers), answers, hub.settings));
}
