import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../api/app.ts';
import { thePublic } from '../../api/catalogue/model/visibility.ts';
import { AnswerCache } from '../../api/http/answer-cache.ts';
import { answerableDay } from '../../api/http/conditional-get.ts';
import { createListener } from '../../api/http/listener.ts';
import { readSettings } from '../../api/settings/settings.ts';
import { changeRecords } from '../support/change.ts';
import { freiburg, openHub, type TestHub } from '../support/hub.ts';

let hub: TestHub;
let server: Server;
let base: string;
beforeAll(async () => {
  hub = await openHub({ ANSWER_CACHE_MB: '64' });
  const settings = readSettings({ PUBLIC_URL: 'https://hub.example' });
  const parts = {
    database: hub.database,
    settings,
    region: freiburg,
    log: pino({ level: 'silent' }),
    viewer: thePublic,
  };
  const answers = new AnswerCache(parts);
  server = createServer(createListener(createApp(parts, answers), answers, settings)).listen(0);
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await hub.database.close();
});

const post = (query: string, init: RequestInit = {}) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ query }),
  ...init,
});
const titleQuery = '{ project(slug: "frelo-leihraeder") { title } }';
const rename = (title: string) =>
  changeRecords(hub.database, { projects: [{ slug: 'frelo-leihraeder', title }] });

/** The same question to the app and, through a socket, to the listener in front of it. */
const doors: Record<string, (path: string, init?: RequestInit) => Promise<Response>> = {
  app: async (path, init) => hub.app.request(path, init),
  socket: (path, init) => fetch(base + path, init),
};

describe.each(Object.keys(doors))('an answer through the %s', (door) => {
  const ask = doors[door]!;

  it('is given again without a statement, with the same bytes and headers', async () => {
    const answers: Response[] = [];
    const query = `query ${door} { projects { totalCount edges { node { title } } } }`;
    expect(
      await hub.countStatements(async () => answers.push(await ask('/graphql', post(query)))),
    ).toBeGreaterThan(0);
    expect(await hub.countStatements(async () => answers.push(await ask('/graphql', post(query))))).toBe(0);
    const [first, again] = answers as [Response, Response];
    expect(await again.text()).toBe(await first.text());
    const told = (response: Response) =>
      Object.fromEntries(
        [...response.headers].filter(
          ([name]) => !['date', 'content-length', 'transfer-encoding'].includes(name),
        ),
      );
    expect(told(again)).toEqual(told(first));
  });

  it('is never older than the catalogue', async () => {
    for (const title of [`${door} eins`, `${door} zwei`]) {
      await rename(title);
      for (let i = 0; i < 2; i++)
        expect(await (await ask('/graphql', post(titleQuery))).json()).toEqual({
          data: { project: { title } },
        });
    }
  });

  it('differs with variables, operation and accepted media type', async () => {
    const query = 'query A($slug: String!) { field(slug: $slug) { slug } } query B { topics { totalCount } }';
    const asked = async (rest: object, accept = 'application/json') => {
      const response = await ask('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept },
        body: JSON.stringify({ query, ...rest }),
      });
      return [response.headers.get('content-type')?.split(';')[0], await response.json()];
    };
    for (let i = 0; i < 2; i++) {
      for (const slug of ['digilab', 'e-akte'])
        expect(await asked({ operationName: 'A', variables: { slug } })).toEqual([
          'application/json',
          { data: { field: { slug } } },
        ]);
      expect((await asked({ operationName: 'B' }))[1]).toMatchObject({ data: { topics: {} } });
      expect((await asked({ operationName: 'B' }, 'application/graphql-response+json'))[0]).toBe(
        'application/graphql-response+json',
      );
    }
  });

  it('with an error is not kept, and no cache on the way may keep it', async () => {
    const query = `query ${door} { projects(filter: { field: "gibt-es-nicht" }) { totalCount } }`;
    const path = `/graphql?query=${encodeURIComponent(query)}`;
    for (let i = 0; i < 2; i++) {
      const response = await ask(path, { headers: { accept: 'application/json' } });
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('etag')).toBeNull();
      expect(
        await hub.countStatements(async () => (await ask('/graphql', post(query))).text()),
      ).toBeGreaterThan(0);
    }
  });

  it('to a GET may be kept, and is 304 until the catalogue changes', async () => {
    const path = `/graphql?query=${encodeURIComponent(titleQuery)}`;
    const first = await ask(path);
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    for (const names of [etag, `"other", ${etag}`]) {
      const again = await ask(path, { headers: { 'if-none-match': names } });
      expect([again.status, await again.text()]).toEqual([304, '']);
    }
    await rename(`${door} drei`);
    const changed = await ask(path, { headers: { 'if-none-match': etag } });
    expect([changed.status, await changed.json()]).toEqual([
      200,
      { data: { project: { title: `${door} drei` } } },
    ]);
  });
});

describe('an answer', () => {
  it('is looked up again through the socket when it is compressed', async () => {
    const query = '{ projects(first: 100) { edges { node { title summary } } } }';
    const asked = async () => {
      const response = await fetch(`${base}/graphql`, post(query));
      return [response.headers.get('content-encoding'), await response.json()];
    };
    const first = await asked();
    expect(first[0]).toBe('gzip');
    expect(await asked()).toEqual(first);
  });

  it('belongs to a day, and to none for a minute around midnight in Germany', () => {
    expect(answerableDay(Date.parse('2026-07-01T12:00:00Z'))).toBe('2026-07-01');
    expect(answerableDay(Date.parse('2026-07-01T21:57:00Z'))).toBe('2026-07-01');
    expect(answerableDay(Date.parse('2026-07-01T21:59:30Z'))).toBeUndefined();
    expect(answerableDay(Date.parse('2026-07-01T22:00:30Z'))).toBeUndefined();
    expect(answerableDay(Date.parse('2026-07-01T22:01:30Z'))).toBe('2026-07-02');
  });
});
