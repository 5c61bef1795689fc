import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../api/app.ts';
import { checkedPages } from '../../api/doors/pages/law/checked-pages.ts';
import { withoutPath } from '../../api/http/behind-proxy.ts';
import { readSettings } from '../../api/settings/settings.ts';
import { hubOn, openHub, type TestHub } from '../support/hub.ts';
import { listen } from '../support/listen.ts';

const base = 'https://town.example/wege';
let hub: TestHub;
let server: Awaited<ReturnType<typeof listen>>;
beforeAll(async () => {
  hub = await openHub({ PUBLIC_URL: base, OPERATOR_EMAIL: 'hub@town.example', ANSWER_CACHE_MB: '64' });
  server = await listen(hub.listener);
});
afterAll(async () => {
  await server.close();
  await hub.database.close();
});

const ask = (path: string, accept = '*/*') =>
  fetch(server.origin + path, { headers: { accept }, redirect: 'manual' });
const person = 'text/html,application/xhtml+xml,*/*';

/** All addresses that a page names in a place that a browser follows, as it resolves them. */
async function addressesOn(path: string): Promise<string[]> {
  const page = await (await ask(`/wege${path}`, person)).text();
  const named = [...page.matchAll(/ (?:href|src|srcset|action|content)="([^"]*)"/g)].map(([, address]) =>
    address!.replaceAll('&amp;', '&'),
  );
  return named
    .filter((address) => /^(https?:|\/|\.|\?)/.test(address))
    .map((address) => new URL(address, base + path).href.replace(/#.*/, ''));
}

/** Addresses that differ only in what they are about: a few of each kind are enough. */
const kindOf = (address: string) =>
  address
    .replace(/(municipalities|projects|strategies|contacts|fields|topics|events)\/[^/?.]+/, '$1/…')
    .replace(/=[^&]*/g, '');

describe('below a path', () => {
  it('every address on every page leads below it, and answers with the path and without it', async () => {
    const kinds = new Map<string, string>();
    for (const path of [...checkedPages, '/graphql', '/ogc', '/ogc/collections', '/openapi', '/nothing'])
      for (const address of await addressesOn(path)) {
        if (new URL(address).host !== 'town.example') continue;
        expect([path, address.startsWith(`${base}/`) || address === base, address]).toEqual([
          path,
          true,
          address,
        ]);
        kinds.set(kindOf(address), address.slice('https://town.example'.length));
      }
    expect(kinds.size).toBeGreaterThan(150);
    const failed: unknown[] = [];
    for (const address of kinds.values())
      for (const asked of [address, address.replace('/wege', '') || '/']) {
        const answer = await ask(asked, person);
        await answer.body?.cancel();
        if (answer.status >= 400) failed.push([asked, answer.status]);
      }
    expect(failed).toEqual([]);
  });

  it('pages are the same whether a proxy takes the path away or not', async () => {
    for (const path of ['/', '/?lang=en', '/projects/frelo-leihraeder', '/data/projects.csv', '/map.json'])
      expect(await (await ask(`/wege${path}`)).text()).toBe(await (await ask(path)).text());
    expect((await ask('/wege')).status).toBe(200);
    expect((await ask('/wege?lang=en')).status).toBe(200);
    expect((await ask('/wegedata')).status).toBe(404);
  });

  it('redirects lead below it', async () => {
    const leads = async (path: string, accept?: string) => (await ask(path, accept)).headers.get('location');
    for (const before of ['/wege', '']) {
      expect(await leads(`${before}/data/`)).toBe(`${base}/data`);
      expect(await leads(`${before}/impressum`)).toBe(`${base}/imprint`);
      expect(await leads(`${before}/catalog`, 'text/html')).toBe('/wege/data');
    }
  });

  it('queries are answered, with addresses below it', async () => {
    const body = JSON.stringify({ query: '{ project(slug: "frelo-leihraeder") { url } }' });
    for (const path of ['/wege/graphql', '/graphql', '/wege/graphql']) {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(server.origin + path, { method: 'POST', headers, body });
      expect(await answer.json()).toEqual({
        data: { project: { url: `${base}/projects/frelo-leihraeder` } },
      });
    }
  });

  it.each([
    '/feeds/projects.atom',
    '/feeds/projects.json',
    '/sitemap.xml',
    '/robots.txt',
    '/.well-known/security.txt',
    '/catalog.jsonld',
    '/openapi.json',
    '/ogc/api',
    '/ogc',
    '/ogc/collections/projects/items?limit=2',
    '/data/projects.json',
    '/data/datapackage.json',
    '/oembed?url=https%3A%2F%2Ftown.example%2Fwege%2Fprojects%2Ffrelo-leihraeder',
    '/oembed?url=https%3A%2F%2Ftown.example%2Fwege%2F%3Ffield%3De-akte',
    '/oembed?url=https%3A%2F%2Ftown.example%2Fwege',
  ])('%s names nothing of the hub beside it', async (path) => {
    const answer = await ask(`/wege${path}`);
    expect(answer.status).toBe(200);
    const link = answer.headers.get('link') ?? '';
    expect(link).not.toMatch(/<\/(?!wege\/)/);
    const text = await answer.text();
    expect(text).toContain(base);
    expect(text.replaceAll(base, '')).not.toContain('town.example/');
    expect(text).not.toContain('/wege/wege');
  });

  it('addresses of another place at the same host are not embedded', async () => {
    for (const path of ['/other/projects/frelo-leihraeder', '/projects/frelo-leihraeder', '/wegemap', '/'])
      expect((await ask(`/oembed?url=${encodeURIComponent(`https://town.example${path}`)}`)).status).toBe(
        404,
      );
  });
});

it.each([
  ['/wege/data?a=b', '/data?a=b'],
  ['/wege/', '/'],
  ['/wege', '/'],
  ['/wege?lang=en', '/?lang=en'],
  ['/weger', '/weger'],
  ['/data/wege', '/data/wege'],
])('of the target %s the hub knows %s', (target, known) => {
  expect(withoutPath(target, '/wege')).toBe(known);
});

it('a path that begins like an address of the hub itself is refused', () => {
  for (const path of ['/data', '/projects/x', '/embed', '/feeds'])
    expect(() => hubOn(hub.database, { PUBLIC_URL: `https://town.example${path}` })).toThrow(
      `PUBLIC_URL: the path ${path} begins like an address of the hub itself; choose another, such as /wege.`,
    );
});

it('an address with a query is no address of a hub', () => {
  expect(() => readSettings({ PUBLIC_URL: 'https://town.example/?x=1' })).toThrow('PUBLIC_URL');
  expect(readSettings({ PUBLIC_URL: 'https://Town.example/wege/' }).PUBLIC_URL).toBe(base);
});

describe('without PUBLIC_URL', () => {
  it('the operator is warned once that visitors come by https', async () => {
    const warned: string[] = [];
    const log = pino({ level: 'warn' }, { write: (line: string) => void warned.push(JSON.parse(line).msg) });
    const told = (PUBLIC_URL: string) =>
      createApp({
        database: hub.database,
        region: hub.region,
        viewer: hub.viewer,
        log,
        settings: readSettings({ PUBLIC_URL }),
      });
    const [named, unnamed] = [told(base), told('')];
    for (const app of [named, unnamed, unnamed])
      for (const proto of ['http', 'https', 'https'])
        await app.request('/healthz', { headers: { 'x-forwarded-proto': proto } });
    expect(warned).toEqual([expect.stringContaining('PUBLIC_URL is not set')]);
  });
});
