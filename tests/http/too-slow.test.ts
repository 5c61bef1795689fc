import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { openHub, type TestHub } from '../support/hub.ts';
import { whileLocked } from '../support/while-locked.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await openHub({ QUERY_MAX_SECONDS: '1' });
  return () => hub.database.close();
});

/** An address of each door that reads projects. */
const addresses = [
  '/?text=breitband',
  '/embed?field=e-akte',
  '/map.json?text=breitband',
  '/map.svg?field=e-akte',
  '/data',
  '/data/projects',
  '/data/projects.csv',
  '/data/projects.csv?field=e-akte',
  '/data/projects.geojson?text=breitband',
  '/data/all.zip',
  '/feeds/projects.atom',
  '/catalog',
  '/ogc/collections/projects/items',
  '/projects/breitband',
  '/projects/breitband.json',
  '/municipalities/08316056.json',
  '/sitemap.xml',
];

const message =
  'The answer took too long: at most 1 seconds are allowed (QUERY_MAX_SECONDS). Ask for less at a time, or try again later.';

const told = async (response: Response) => ({
  status: response.status,
  retry: response.headers.get('retry-after'),
  cache: response.headers.get('cache-control'),
  etag: response.headers.get('etag'),
  body: await response.text(),
});

// In a folder there is one connection: whoever waits for it has not begun, and no limit ends that.
const onServer = process.env.TEST_DATABASE_URL !== undefined;

describe('an answer for which the database takes too long', () => {
  if (onServer)
    it.each(addresses)('is 503 with the limit for programs: %s', async (address) => {
      const response = await whileLocked(hub, 'project', async () => hub.app.request(address));
      expect(await told(response)).toEqual({
        status: 503,
        retry: '120',
        cache: 'no-store',
        etag: null,
        body: JSON.stringify({ error: { code: 'UNAVAILABLE', message } }),
      });
    });

  if (onServer)
    it.each([
      ['de', 'Das hat zu lange gedauert', 'länger als 1 Sekunden'],
      ['en', 'That took too long', 'longer than 1 seconds'],
      ['fr', 'Cela a pris trop de temps', 'plus de 1 secondes'],
    ])('is 503 with a page for people: %s', async (lang, title, words) => {
      const headers = { accept: 'text/html' };
      const response = await whileLocked(hub, 'project', async () =>
        hub.app.request(`/?lang=${lang}`, { headers }),
      );
      const { body, ...others } = await told(response);
      expect(others).toEqual({ status: 503, retry: '120', cache: 'no-store', etag: null });
      expect(body).toContain(`<h1>${title}</h1>`);
      expect(body).toContain(words);
      expect(body).toContain('QUERY_MAX_SECONDS');
    });

  if (!onServer)
    it('waits for its turn where the database is a folder', async () => {
      const answer = await whileLocked(hub, 'project', async () => {
        const waiting = hub.app.request('/data/projects.csv?field=e-akte');
        await wait(1500);
        return { waiting };
      });
      expect((await answer.waiting).status).toBe(200);
    });
});
