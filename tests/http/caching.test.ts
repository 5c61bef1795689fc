import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { changeRecords } from '../support/change.ts';
import { hubOn, openHub, type TestHub } from '../support/hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await openHub({ ANSWER_CACHE_MB: '64' });
});
afterAll(() => hub.database.close());

const get = async (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  hub.app.request(path, { headers, method });
const rename = (title: string) =>
  changeRecords(hub.database, { projects: [{ slug: 'frelo-leihraeder', title }] });

/** One address of every door, whole answers and files. */
const kept = [
  '/',
  '/embed',
  '/data',
  '/data/projects',
  '/projects/frelo-leihraeder',
  '/projects/frelo-leihraeder.json',
  '/map.json',
  '/map.js',
  '/map.svg',
  '/map.png?width=300',
  '/pages.css',
  '/graphql?query={fields{totalCount}}',
  '/schema.graphql',
  '/openapi.json',
  '/feeds/projects.atom',
  '/ogc/collections',
  '/catalog.ttl',
  '/sitemap.xml',
  '/data/topics.csv',
  '/data/topics.xlsx',
  '/data/projects.csv?status=RUNNING',
];

describe('an answer', () => {
  it.each(kept)('of %s may be kept and is asked for again, by its bytes or its date', async (path) => {
    const first = await get(path);
    expect(first.status).toBe(200);
    const etag = first.headers.get('etag') ?? '';
    const modified = first.headers.get('last-modified') ?? '';
    expect(etag).toMatch(/^(W\/)?"[0-9a-f]{32}"$/);
    expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    for (const asked of [
      { 'if-none-match': etag },
      { 'if-none-match': `"x", ${etag}` },
      { 'if-none-match': '*' },
      { 'if-modified-since': modified },
    ]) {
      const again = await get(path, asked);
      expect([asked, again.status, await again.text()]).toEqual([asked, 304, '']);
      expect(again.headers.get('etag')?.replace('W/', '')).toBe(etag.replace('W/', ''));
    }
    const earlier = new Date(Date.parse(modified) - 1000).toUTCString();
    for (const asked of [
      { 'if-none-match': '"x"' },
      { 'if-modified-since': earlier },
      // What is compared by bytes is not compared by date as well.
      { 'if-none-match': '"x"', 'if-modified-since': modified },
      { 'if-modified-since': 'gestern' },
    ])
      expect([asked, (await get(path, asked)).status]).toEqual([asked, 200]);
    const head = await get(path, {}, 'HEAD');
    expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, etag, '']);
  });

  it('has the same ETag as long as it has the same bytes, and its date moves with every revision', async () => {
    const told = async (path: string) => {
      const { headers } = await get(path);
      return [headers.get('etag'), Date.parse(headers.get('last-modified') ?? '')] as const;
    };
    const [project, topics] = [await told('/projects/frelo-leihraeder.json'), await told('/data/topics.csv')];
    await rename('Frelo, umbenannt');
    const later = [await told('/projects/frelo-leihraeder.json'), await told('/data/topics.csv')] as const;
    expect(later[0][0]).not.toBe(project[0]);
    expect(later[1][0]).toBe(topics[0]);
    expect(later[0][1]).toBeGreaterThan(project[1]);
    expect((await get('/projects/frelo-leihraeder.json', { 'if-none-match': project[0] ?? '' })).status).toBe(
      200,
    );
  });

  it('is made once for all who wait for it', async () => {
    const path = '/?field=e-akte';
    const one = await hub.countStatements(() => get(path));
    expect(one).toBeGreaterThan(0);
    await rename('Frelo, noch einmal');
    const answers: Response[] = [];
    const many = await hub.countStatements(async () => {
      answers.push(...(await Promise.all(Array.from({ length: 50 }, () => get(path)))));
    });
    expect(many).toBe(one);
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(texts).size).toBe(1);
  });

  it('that failed is told to all who waited for it, and not kept', async () => {
    const path = '/projects/gibt-es-nicht.json';
    const one = await hub.countStatements(() => get(path));
    const answers: Response[] = [];
    const many = await hub.countStatements(async () => {
      answers.push(...(await Promise.all(Array.from({ length: 20 }, () => get(path)))));
    });
    expect(many).toBe(one);
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 404));
  });
});

describe('a file', () => {
  it.each(['/data/projects.xlsx', '/data/projects.xlsx?status=RUNNING', '/data/all.zip'])(
    '%s is the same bytes whoever makes it and when',
    async (path) => {
      const bytes = async (one: TestHub) => Buffer.from(await (await one.app.request(path)).arrayBuffer());
      const first = await bytes(hub);
      vi.setSystemTime(Date.now() + 5_000);
      try {
        expect(await bytes(hubOn(hub.database))).toEqual(first);
      } finally {
        vi.useRealTimers();
      }
    },
  );
});

describe('a filtered download', () => {
  it('tells its length and gives ranges of its bytes', async () => {
    const path = '/data/projects.geojson?status=RUNNING';
    const whole = Buffer.from(await (await get(path)).arrayBuffer());
    const head = await get(path, {}, 'HEAD');
    expect([head.headers.get('accept-ranges'), head.headers.get('content-length')]).toEqual([
      'bytes',
      String(whole.length),
    ]);
    const part = await get(path, { range: 'bytes=10-19' });
    expect([part.status, part.headers.get('content-range'), Buffer.from(await part.arrayBuffer())]).toEqual([
      206,
      `bytes 10-19/${whole.length}`,
      whole.subarray(10, 20),
    ]);
    expect((await get(path, { range: `bytes=${whole.length}-` })).status).toBe(416);
  });
});
