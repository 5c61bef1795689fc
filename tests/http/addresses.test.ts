import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHub, type TestHub } from '../support/hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await openHub();
});
afterAll(() => hub.database.close());

const ask = async (path: string, init: RequestInit = {}) => hub.app.request(path, init);
const appended =
  'utm_source=brief&utm_campaign=f%FCr&fbclid=IwAR0&gclid=x&_=1700000000000&mc_cid=a&_gl=1*x&msclkid=1';

describe('what others append to an address', () => {
  it.each([
    '/',
    '/embed?field=e-akte',
    '/embed/builder',
    '/projects/frelo-leihraeder',
    '/projects/frelo-leihraeder.json',
    '/data',
    '/data/topics.csv',
    '/data/projects.json?status=RUNNING',
    '/map.json?field=e-akte',
    '/map.svg',
    '/map/locator.svg?municipality=08316056',
    '/feeds/projects.atom?field=e-akte',
    '/ogc/collections/projects/items?limit=2',
    '/catalog.ttl',
    '/openapi.json',
    '/schema.graphql',
    '/oembed?url=https%3A%2F%2Fhub.example%2Fembed',
  ])('has no say in the answer of %s', async (path) => {
    const plain = await ask(path);
    const more = await ask(`${path}${path.includes('?') ? '&' : '?'}${appended}`);
    expect([more.status, await more.text()]).toEqual([200, await plain.text()]);
  });

  it('is taken from an address that somebody pastes', async () => {
    const asked = (url: string) => ask(`/oembed?${new URLSearchParams({ url, format: 'json' })}`);
    const plain = await asked('https://hub.example/embed?field=e-akte');
    const pasted = await asked('https://hub.example/embed?field=e-akte&utm_source=mail&fbclid=x');
    expect([pasted.status, await pasted.json()]).toEqual([200, await plain.json()]);
  });

  it('may be anything where a content management system asks how to embed', async () => {
    const url = encodeURIComponent('https://hub.example/embed');
    expect((await ask(`/oembed?url=${url}&dnt=1&discover=true&autoplay=0&theme=x`)).status).toBe(200);
  });

  it('is no excuse for a parameter of ours that is misspelt', async () => {
    for (const path of [
      '/data/projects.csv?filed=x',
      '/map.json?stauts=RUNNING',
      '/feeds/projects.atom?utm=x',
    ])
      expect([path, (await ask(path)).status]).toEqual([path, 400]);
  });
});

describe('a parameter that no page knows', () => {
  const page = async (path: string) => {
    const answer = await ask(path, { headers: { accept: 'text/html' } });
    return { status: answer.status, html: await answer.text() };
  };

  it.each([
    ['/?filed=e-akte&status=RUNNING', '/?status=RUNNING', '„filed“'],
    ['/projects?filed=x&lang=en', '/projects?lang=en', '“filed”'],
    ['/search?q=schule&quelle=brief&lang=fr', '/search?q=schule&lang=fr', '«\u00a0quelle\u00a0»'],
    ['/embed/builder?feld=digilab', '/embed/builder', '„feld“'],
    ['/embed?field=e-akte&wmode=opaque', '/embed?field=e-akte', '„wmode“'],
  ])('%s is the page of %s with a note above', async (path, plain, named) => {
    const { status, html } = await page(path);
    const note = /<p role="status">(.*?)<\/p>/.exec(html);
    expect([status, note?.[1]]).toEqual([200, expect.stringContaining(named)]);
    expect(html.replace(note?.[0] ?? '', '')).toBe((await page(plain)).html);
  });

  it('several are named together, shortened, as text', async () => {
    const { html } = await page(`/topics?a=1&%3Cb%3E=2&${'c'.repeat(90)}=3`);
    expect(html).toContain(`„a“ und „&lt;b&gt;“ und „${'c'.repeat(40)}…“`);
  });

  it('does not keep a pasted address from being embedded', async () => {
    const asked = (url: string) => ask(`/oembed?${new URLSearchParams({ url })}`);
    const plain = await asked('https://hub.example/?field=e-akte');
    const pasted = await asked('https://hub.example/?field=e-akte&quelle=brief');
    expect([pasted.status, await pasted.json()]).toEqual([200, await plain.json()]);
  });

  it('is a mistake where a value of ours is wrong', async () => {
    for (const path of ['/projects?status=RUNING', '/?filed=x&status=RUNING', '/embed?locked=filed'])
      expect([path, (await page(path)).status]).toEqual([path, 400]);
  });
});

describe('a slash at the end', () => {
  it.each(['/data/', '/projects/frelo-leihraeder/', '/embed/?lang=en', '/map.json//'])(
    '%s leads to the address without it',
    async (path) => {
      const answer = await ask(path);
      expect([answer.status, answer.headers.get('location')]).toEqual([
        308,
        `https://hub.example${path.replace(/\/+(\?|$)/, '$1')}`,
      ]);
    },
  );

  it('leads nowhere where nothing is, and never to another host', async () => {
    for (const path of ['/nichts/', '//evil.example/', '/projects//evil.example/'])
      expect([path, (await ask(`https://hub.example${path}`)).status]).toEqual([path, 404]);
  });

  it('is let be where map programs append it', async () => {
    for (const path of ['/ogc/', '/ogc/collections/', '/ogc/collections/projects/', '/ogc/conformance/'])
      expect([path, (await ask(path)).status]).toEqual([path, 200]);
  });
});

describe('a method', () => {
  it('that would write is refused where there is only something to read', async () => {
    for (const path of [
      '/',
      '/data/projects.csv',
      '/projects/frelo-leihraeder',
      '/ogc/collections',
      '/healthz',
    ])
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
        const answer = await ask(path, { method });
        expect([path, answer.status, answer.headers.get('allow'), await answer.json()]).toEqual([
          path,
          405,
          'GET, HEAD',
          {
            error: {
              code: 'METHOD_NOT_ALLOWED',
              message: `This can only be read: GET and HEAD are allowed, not ${method}.`,
            },
          },
        ]);
      }
    expect((await ask('/graphql', { method: 'PUT' })).headers.get('allow')).toBe('GET, POST');
    expect((await ask('/nichts', { method: 'POST' })).status).toBe(404);
  });
});

describe('percent-encoding', () => {
  it('that is no UTF-8 is refused, and tells so', async () => {
    for (const path of ['/projects/f%FCr', '/data/projects.csv?text=M%FCllheim', '/?text=%C3%28'])
      expect([(await ask(path)).status, (await (await ask(path)).json()).error.message]).toEqual([
        400,
        expect.stringMatching(/^The address has "(%\w\w)+"; addresses are written in UTF-8\.$/),
      ]);
  });

  it('is let be where a sign of per cent stands for itself', async () => {
    expect((await ask('/map.json?text=100%')).status).toBe(200);
    expect((await ask('/map.json?text=M%C3%BCllheim')).status).toBe(200);
  });
});

describe('a page of another site', () => {
  const origin = 'https://elsewhere.example';
  it('may read every door, with the headers that its program sends', async () => {
    for (const path of [
      '/graphql',
      '/schema.graphql',
      '/map.json',
      '/data/projects.csv',
      '/ogc',
      '/catalog',
      '/feeds/projects.json',
      '/projects/frelo-leihraeder.json',
    ]) {
      const headers = 'apollographql-client-name, traceparent, if-none-match, content-type, x-requested-with';
      const preflight = await ask(path, {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': path === '/graphql' ? 'POST' : 'GET',
          'access-control-request-headers': headers,
        },
      });
      expect([path, preflight.status, preflight.headers.get('access-control-allow-origin')]).toEqual([
        path,
        204,
        '*',
      ]);
      expect(preflight.headers.get('access-control-allow-headers')?.split(/, ?/)).toEqual(
        headers.split(', '),
      );
      expect(preflight.headers.get('access-control-allow-credentials')).toBeNull();
      const answer = await ask(path, { headers: { origin } });
      expect([path, answer.headers.get('access-control-allow-origin')]).toEqual([path, '*']);
      expect(answer.headers.get('access-control-expose-headers')?.split(/, ?/)).toEqual(
        expect.arrayContaining(['ETag', 'Link', 'Content-Disposition', 'Retry-After']),
      );
    }
  });
});

it('a client that tries a persisted query is told to send the whole', async () => {
  const extensions = { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } };
  const told = {
    errors: [
      { message: 'PersistedQueryNotSupported', extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED' } },
    ],
  };
  const search = new URLSearchParams({ extensions: JSON.stringify(extensions) });
  const posted = await ask('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ extensions, variables: {} }),
  });
  for (const answer of [await ask(`/graphql?${search}`), posted])
    expect([answer.status, await answer.json()]).toEqual([200, told]);
});
