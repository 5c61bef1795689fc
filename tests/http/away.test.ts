import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../api/database/open-database.ts';
import { Outage } from '../../api/database/outage.ts';
import { DatabaseStoppedError, isUnavailable } from '../../api/database/unavailable.ts';
import { OperatorError } from '../../api/errors.ts';
import { hubOn, openHub, type TestHub } from '../support/hub.ts';
import { openProxy } from '../support/proxy.ts';

/** One address of every door that reads the database. */
const addresses = [
  '/?text=breitband',
  '/embed?field=e-akte',
  '/map.json?text=breitband',
  '/map.svg?field=e-akte',
  '/map.png?width=300',
  '/data',
  '/data/projects',
  '/data/projects.csv',
  '/data/projects.csv?field=e-akte',
  '/data/projects.geojson?text=breitband',
  '/data/all.zip',
  '/feeds/projects.atom',
  '/catalog',
  '/ogc/collections/projects/items',
  '/projects',
  '/projects/frelo-leihraeder',
  '/projects/frelo-leihraeder.json',
  '/search?q=breitband',
  '/suggest.json?q=breitband',
  '/answers.json',
  '/insight',
  '/sitemap.xml',
  '/oembed?url=https%3A%2F%2Fhub.example%2Fprojects%2Ffrelo-leihraeder',
  '/readyz',
  '/graphql?query={projects{totalCount}}',
];

/** What needs no database. */
const always = ['/healthz', '/map.js', '/pages.css', '/schema.graphql', '/openapi.json', '/imprint'];

const message = 'The catalogue cannot be reached at the moment; try again in a few seconds.';
const get = (hub: TestHub, path: string, accept = '*/*') => hub.app.request(path, { headers: { accept } });
const failure = (code: string, text = code) => Object.assign(new Error(text), { code });

describe('while the database is away', () => {
  let hub: TestHub;
  let broken: TestHub;
  beforeAll(async () => {
    hub = await openHub();
    const rows: Database['rows'] = () => Promise.reject(failure('ECONNREFUSED'));
    broken = hubOn({ ...hub.database, rows });
  });
  afterAll(() => hub.database.close());

  it.each(addresses)('%s is 503 and says when to come again', async (path) => {
    const response = await get(broken, path);
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '10']);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.text()).toContain(message);
  });

  it.each(always)('%s is there', async (path) => {
    expect((await get(broken, path)).status).toBe(200);
  });

  it.each([
    ['/projects', 503, 'Gerade nicht erreichbar'],
    ['/projects?lang=en', 503, 'Not available at the moment'],
    ['/projects?lang=fr', 503, 'Indisponible pour le moment'],
    ['/gibt-es-nicht', 404, 'Hier ist nichts'],
  ])('people read it in words at %s', async (path, status, title) => {
    const response = await get(broken, path, 'text/html');
    expect([response.status, await response.text()]).toEqual([status, expect.stringContaining(title)]);
  });
});

describe('an outage', () => {
  it.each([
    failure('ECONNREFUSED'),
    failure('57P01', 'terminating connection due to administrator command'),
    failure('53300', 'sorry, too many clients already'),
    new DatabaseStoppedError({ cause: new Error('Aborted()') }),
    new Error('Connection terminated unexpectedly'),
    new Error('timeout exceeded when trying to connect'),
    new Error('Query read timeout'),
    new Error('wrapped', { cause: failure('08006') }),
    Object.assign(failure('P2010'), {
      meta: { driverAdapterError: { cause: { kind: 'DatabaseNotReachable' } } },
    }),
  ])('is that %s', (error) => {
    expect(isUnavailable(error)).toBe(true);
  });

  it.each([failure('57014'), failure('22003'), failure('23505'), new Error('undefined'), 'ECONNREFUSED'])(
    'is not that %s',
    (error) => {
      expect(isUnavailable(error)).toBe(false);
    },
  );

  it('is told once, however many ask, and once that it is over', () => {
    const told: string[] = [];
    const tell = (text: string) => void told.push(text);
    const outage = new Outage({ info: tell, warn: tell, error: tell }, 0);
    for (let asked = 0; asked < 100; asked++) outage.failed(failure('ECONNREFUSED', 'refused'));
    outage.looked(failure('ECONNREFUSED', 'refused'));
    expect(outage.away).toBe(true);
    outage.looked();
    outage.looked();
    expect(outage.away).toBe(false);
    expect(told).toEqual([
      'The database is away (refused): what is kept is served on, with its age; all else is 503',
      'The database is back after 0 s',
    ]);
  });
});

describe('a start', () => {
  /** A server that takes connections and says nothing. */
  const silent = createServer(() => {});
  let url: string;
  beforeAll(async () => {
    await new Promise<void>((listening) => silent.listen(0, '127.0.0.1', listening));
    const { port } = silent.address() as { port: number };
    url = `postgresql://hub:geheim@127.0.0.1:${port}/katalog`;
  });

  it.each([
    ['that is silent', () => url, 'timeout expired'],
    ['that is not there', () => 'postgresql://hub:geheim@127.0.0.1:1/katalog', 'connect ECONNREFUSED'],
  ])(
    'waits for a server %s, says so once, and gives up in words without the password',
    async (_, at, why) => {
      const told: string[] = [];
      const tell = (text: string) => void told.push(text);
      const settings = { DATABASE_URL: at(), DATA_DIR: '', DATABASE_WAIT_SECONDS: 6 };
      const error = await openDatabase(settings, { info: tell, warn: tell, error: tell }).catch((e) => e);
      expect(error).toBeInstanceOf(OperatorError);
      for (const text of [...told, error.message]) {
        expect(text).toMatch(/^The PostgreSQL server 127\.0\.0\.1:\d+\/katalog cannot be used: /);
        expect(text).toContain(why);
        expect(text).not.toContain('geheim');
      }
      expect(told.map((text) => /Waiting for it, at most 6 s/.test(text))).toEqual([true]);
    },
  );
});

const server = process.env.TEST_DATABASE_URL;

// Only to a server is there a way that can be cut.
if (server)
  describe('a hub whose way to the server', () => {
    let hub: TestHub;
    let remote: TestHub;
    let proxy: Awaited<ReturnType<typeof openProxy>>;
    const told: string[] = [];
    const kept = [...addresses, ...always].filter((path) => path !== '/readyz' && path !== '/healthz');
    const ageOf = (response: Response) => [response.status, response.headers.get('age')];
    beforeAll(async () => {
      hub = await openHub();
      const url = new URL(server!);
      url.pathname = (
        await hub.database.prisma.$queryRaw<[{ name: string }]>`SELECT current_database() AS name`
      )[0].name;
      proxy = await openProxy(url);
      const tell = (text: string) => void told.push(text);
      const settings = {
        DATABASE_URL: proxy.url,
        DATA_DIR: '',
        QUERY_MAX_SECONDS: 5,
        DATABASE_CONNECTIONS: 4,
      };
      const database = await openDatabase(settings, { info: tell, warn: tell, error: tell });
      remote = hubOn(database, { ANSWER_CACHE_MB: '64' });
      for (const path of kept) await (await get(remote, path)).arrayBuffer();
    });
    afterAll(async () => {
      await remote.database.close();
      await hub.database.close();
    });

    it.each(['cut', 'hang'] as const)('is %s serves what is kept with its age, and recovers', async (how) => {
      await expect.poll(() => remote.database.revision.known, { timeout: 10_000 }).toBeDefined();
      told.length = 0;
      const notKept = `/projects?status=${how === 'cut' ? 'RUNNING' : 'PLANNED'}`;
      await proxy[how]();
      await expect.poll(() => remote.database.revision.known, { timeout: 10_000 }).toBeUndefined();
      const answers = await Promise.all(kept.map(async (path) => [path, ageOf(await get(remote, path))]));
      expect(answers).toEqual(kept.map((path) => [path, [200, expect.stringMatching(/^\d+$/)]]));
      expect(ageOf(await get(remote, notKept))).toEqual([503, null]);
      expect(ageOf(await get(remote, '/readyz'))).toEqual([503, null]);
      expect(told).toEqual([expect.stringMatching(/^The database is away \(.+\): /)]);
      await (how === 'cut' ? proxy.mend() : proxy.goOn());
      await expect.poll(() => remote.database.revision.known, { timeout: 20_000 }).toBeDefined();
      expect(ageOf(await get(remote, notKept))).toEqual([200, null]);
      await expect
        .poll(() => told, { timeout: 20_000 })
        .toEqual([expect.any(String), expect.stringMatching(/^The database is back after \d+ s$/)]);
    });
  });
