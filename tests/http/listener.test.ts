import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Hono } from 'hono';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { AnswerCache } from '../../api/http/answer-cache.ts';
import { createListener } from '../../api/http/listener.ts';
import { readSettings } from '../../api/settings/settings.ts';
import { openHub } from '../support/hub.ts';
import { listen } from '../support/listen.ts';

it('whether the hub lives is answered between requests that came together', async () => {
  let begun = 0;
  const app = new Hono();
  app.get('/dear', (c) => c.text(String(++begun)));
  app.get('/healthz', (c) => c.text(`begun: ${begun}`));
  const hub = await openHub();
  const settings = readSettings({});
  const answers = new AnswerCache({ ...hub, settings, log: pino({ level: 'silent' }) });
  const server = await listen(createListener(app, answers, settings));
  const sockets: Socket[] = [];
  try {
    const { port } = new URL(server.origin);
    for (let at = 0; at <= 20; at++) sockets.push(connect(Number(port), '127.0.0.1'));
    await Promise.all(sockets.map((socket) => once(socket, 'connect')));
    const ask = (pathOf: (at: number) => string) =>
      Promise.all(
        sockets.map(async (socket, at) => {
          socket.write(`GET ${pathOf(at)} HTTP/1.1\r\nHost: hub.example\r\n\r\n`);
          return String((await once(socket, 'data'))[0]);
        }),
      );
    // The hub has taken up all connections: what they ask next comes in the same moment.
    await ask(() => '/healthz');
    const told = (await ask((at) => (at < 20 ? '/dear' : '/healthz'))).at(-1);
    expect(Number(/begun: (\d+)/.exec(told ?? '')?.[1])).toBeLessThan(20);
  } finally {
    for (const socket of sockets) socket.destroy();
    await server.close();
    await hub.database.close();
  }
  expect(begun).toBe(20);
});
