import { serverAudits } from 'graphql-http';
import { beforeAll, describe, expect, it } from 'vitest';
import { openHub, type TestHub } from '../../support/hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await openHub();
  return () => hub.database.close();
});

const query = '{ topics(first: 1) { totalCount } }';
const answer = { data: { topics: { totalCount: 24 } } };
const ask = (init: RequestInit, search = '') => hub.app.request(`/graphql${search}`, init);
const post = (contentType: string, body: string, headers = {}) =>
  ask({ method: 'POST', headers: { 'content-type': contentType, ...headers }, body });
const asJson = JSON.stringify({ query });
const inUrl = `?query=${encodeURIComponent(query)}`;

describe('GraphQL over HTTP', () => {
  // Each rule of the specification, MUST and SHOULD alike.
  const fetchFn = (url: string, init: RequestInit) => hub.app.request(url, init);
  const audits = serverAudits({ url: 'https://hub.example/graphql', fetchFn });

  it.each(audits)('$id: $name', async ({ fn }) => {
    expect(await fn()).toMatchObject({ status: 'ok' });
  });

  it.each(['application/graphql-response+json', 'application/json'])('answers as %s', async (accept) => {
    for (const response of [
      await post('application/json', asJson, { accept }),
      await ask({ headers: { accept } }, inUrl),
    ]) {
      expect(response.headers.get('content-type')).toBe(`${accept}; charset=utf-8`);
      expect(await response.json()).toEqual(answer);
    }
  });

  it('tells a mistake with 400 to those who ask for the media type that can say so', async () => {
    const wrong = JSON.stringify({ query: '{ nothing }' });
    const status = async (accept: string) => (await post('application/json', wrong, { accept })).status;
    expect(await status('application/graphql-response+json')).toBe(400);
    expect(await status('application/json')).toBe(200);
  });
});

describe('another site', () => {
  const origin = { origin: 'https://stadt.example' };

  it('may read, by GET and by POST, without credentials', async () => {
    for (const response of [
      await ask({ headers: origin }, inUrl),
      await post('application/json', asJson, origin),
    ]) {
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
      expect(response.headers.get('access-control-allow-credentials')).toBeNull();
    }
  });

  it('is told so before it asks', async () => {
    const response = await ask({
      method: 'OPTIONS',
      headers: {
        ...origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([204, '*']);
    expect(response.headers.get('access-control-allow-methods')).toBe('GET,HEAD,POST,OPTIONS');
    expect(response.headers.get('access-control-allow-headers')).toBe('content-type');
  });

  it.each([
    ['application/x-www-form-urlencoded', new URLSearchParams({ query }).toString()],
    ['text/plain', asJson],
    ['application/graphql', query],
    [
      'multipart/form-data; boundary=x',
      `--x\r\nContent-Disposition: form-data; name="operations"\r\n\r\n${asJson}\r\n--x--\r\n`,
    ],
  ])('cannot send a form that a browser sends unasked: %s', async (contentType, body) => {
    const response = await post(contentType, body);
    expect(response.status).toBe(415);
    expect(await response.json()).toMatchObject({
      errors: [
        {
          extensions: {
            code: 'BAD_USER_INPUT',
            value: contentType,
            allowed: 'application/json is needed',
          },
        },
      ],
    });
  });
});

describe('what is not offered is refused:', () => {
  it('a mutation by GET', async () => {
    const response = await ask({}, `?query=${encodeURIComponent('mutation { x }')}`);
    expect(response.status).toBe(400);
  });

  it.each(['PUT', 'PATCH', 'DELETE'])('%s', async (method) => {
    expect((await ask({ method })).status).toBe(405);
  });

  it('several queries at once', async () => {
    const response = await post('application/json', `[${asJson},${asJson}]`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'BAD_USER_INPUT', allowed: expect.stringContaining('one object') } }],
    });
  });
});
