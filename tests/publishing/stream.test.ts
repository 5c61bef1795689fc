import { type AddressInfo, connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { serve } from '@hono/node-server';
import { pino } from 'pino';
import { beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../api/app.ts';
import { thePublic } from '../../api/catalogue/model/visibility.ts';
import { rowsPerPage } from '../../api/catalogue/query/page.ts';
import type { Database } from '../../api/database/open-database.ts';
import { readSettings } from '../../api/settings/settings.ts';
import { freiburg, openEmptyDatabase } from '../support/hub.ts';

const topics = 25_000;
/** A choice of columns is no whole dataset: it comes from the database, page by page. */
const chosen = '?columns=slug,name_de,url';
let database: Database;

beforeAll(async () => {
  database = await openEmptyDatabase();
  const data = { number: 1, createdAt: new Date(), actor: 'test', message: 'Many topics' };
  await database.prisma.revision.create({ data });
  database.revision.remember({ ...data, mark: 'many' });
  await database.prisma.$executeRaw`
    INSERT INTO topic (slug, name_de, changed_revision, changed_at)
    SELECT 'topic-' || lpad(n::text, 5, '0'), 'Thema ' || n, 1, now() FROM generate_series(1, ${topics}::integer) n`;
  return () => database.close();
});

/** The hub on a database whose pages can be counted and made to fail. */
function hubWithPages(failAt = Number.POSITIVE_INFINITY, msPerPage = 0) {
  const pages = { read: 0 };
  const rows: Database['rows'] = async (statement) => {
    const isPage = statement.text.includes('"_key"');
    if (isPage && ++pages.read >= failAt) throw new Error('The database is gone');
    if (isPage) await wait(msPerPage);
    return database.rows(statement);
  };
  const app = createApp({
    database: { ...database, rows },
    settings: readSettings({ LOG_LEVEL: 'silent' }),
    region: freiburg,
    log: pino({ level: 'silent' }),
    viewer: thePublic,
  });
  return { app, pages };
}

describe.each(['csv', 'json'])('a large dataset as %s', (format) => {
  it('comes whole, page by page', async () => {
    const { app, pages } = hubWithPages();
    const text = await (await app.request(`/data/topics.${format}${chosen}`)).text();
    const slugs = text.match(/(?<!\/)topic-\d{5}/g);
    expect(slugs).toHaveLength(topics);
    expect(new Set(slugs).size).toBe(topics);
    expect(pages.read).toBeGreaterThan(3);
  });

  it('that fails before its first byte is an error', async () => {
    const response = await hubWithPages(1).app.request(`/data/topics.${format}${chosen}`);
    expect(response.status).toBe(500);
    expect((await response.json()).error.code).toBe('INTERNAL_SERVER_ERROR');
    expect(response.headers.get('content-disposition')).toBeNull();
  });

  it('that fails later breaks off, with no word of it among the data', async () => {
    const response = await hubWithPages(3).app.request(`/data/topics.${format}${chosen}`);
    expect(response.status).toBe(200);
    const decoder = new TextDecoder();
    let received = '';
    const reading = (async () => {
      for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>)
        received += decoder.decode(chunk, { stream: true });
    })();
    await expect(reading).rejects.toThrow();
    expect(received).toContain('topic-00001');
    expect(received).not.toMatch(/error|gone/i);
    if (format === 'json') expect(() => JSON.parse(received)).toThrow();
  });

  it('is read no further once nobody listens', async () => {
    const { app, pages } = hubWithPages();
    const response = await app.request(`/data/topics.${format}${chosen}`);
    const reader = response.body!.getReader();
    await reader.read();
    await reader.cancel();
    const read = pages.read;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(pages.read - read).toBeLessThanOrEqual(1);
    expect(pages.read).toBeLessThan(topics / rowsPerPage);
  });
});

describe('over a socket, a file that fails halfway', () => {
  /** What a plain socket receives until the connection is closed. */
  async function receive(request: string) {
    const server = serve({ fetch: hubWithPages(3).app.fetch, port: 0, hostname: '127.0.0.1' });
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    let received = '';
    await new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(request));
      socket.on('data', (chunk) => {
        received += chunk.toString('latin1');
      });
      socket.on('error', () => {});
      socket.on('close', resolve);
    });
    server.close();
    return received;
  }

  it.each([
    ['HTTP/1.1', ''],
    ['HTTP/1.1, compressed', 'Accept-Encoding: gzip\r\n'],
  ])('has no last chunk and says nothing of the reason (%s)', async (_protocol, header) => {
    const received = await receive(
      `GET /data/topics.csv${chosen} HTTP/1.1\r\nHost: hub.example\r\n${header}\r\n`,
    );
    expect(received).not.toMatch(/gone|\r\n0\r\n\r\n$/);
  });

  it('says nothing of the reason over HTTP/1.0 either', async () => {
    const received = await receive(`GET /data/topics.csv${chosen} HTTP/1.0\r\n\r\n`);
    expect(received).not.toMatch(/gone|Error/);
  });
});

describe('a client that goes away', () => {
  async function listening(app: ReturnType<typeof hubWithPages>['app']) {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
    await new Promise((resolve) => server.once('listening', resolve));
    return { server, port: (server.address() as AddressInfo).port };
  }

  it.each([
    ['a choice of columns', chosen, ''],
    ['a choice of columns, compressed', chosen, 'Accept-Encoding: gzip\r\n'],
    ['a whole dataset, whose file is then not made', '', 'Accept-Encoding: gzip\r\n'],
  ])('stops the statements for %s', async (_what, query, header) => {
    const { app, pages } = hubWithPages(undefined, 200);
    const { server, port } = await listening(app);
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(`GET /data/topics.csv${query} HTTP/1.1\r\nHost: hub.example\r\n${header}\r\n`),
    );
    while (pages.read < 2) await wait(10);
    socket.destroy();
    await wait(300);
    const read = pages.read;
    await wait(1000);
    expect(pages.read).toBe(read);
    expect(read).toBeLessThan(topics / rowsPerPage);
    server.close();
  });

  it('does not stop a file that another one waits for', async () => {
    const { app, pages } = hubWithPages(undefined, 20);
    const { server, port } = await listening(app);
    const staying = fetch(`http://127.0.0.1:${port}/data/topics.csv`);
    while (pages.read < 1) await wait(10);
    const leaving = new AbortController();
    const left = fetch(`http://127.0.0.1:${port}/data/topics.csv`, { signal: leaving.signal });
    await wait(50);
    leaving.abort();
    await expect(left).rejects.toThrow();
    expect((await (await staying).text()).match(/\ntopic-/g)).toHaveLength(topics);
    expect(pages.read).toBe(topics / rowsPerPage + 1);
    server.close();
  });
});
