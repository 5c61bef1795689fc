import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rawRequest } from '../support/raw-request.ts';
import { serveHub } from '../support/serve.ts';

let hub: Awaited<ReturnType<typeof serveHub>>;
let port: number;
beforeAll(async () => {
  hub = await serveHub({ ANSWER_CACHE_MB: '64' });
  port = Number(new URL(hub.base).port);
});
afterAll(() => hub.close());

const query = `/graphql?query=${encodeURIComponent('{ project(slug: "frelo-leihraeder") { url } }')}`;
const get = (target: string, ...headers: string[]) =>
  rawRequest(port, [`GET ${target} HTTP/1.1`, ...headers, 'accept: application/json', 'connection: close']);
const url = async (target: string, host: string) =>
  JSON.parse((await get(target, `Host: ${host}`)).body).data.project.url;

describe('without PUBLIC_URL', () => {
  it('an answer names the host that was asked, whoever asked before', async () => {
    for (let i = 0; i < 2; i++)
      for (const host of ['hub.example', 'evil.example', 'hub.example:8080', '[::1]:80'])
        expect(await url(query, host)).toBe(`http://${host}/projects/frelo-leihraeder`);
  });

  it('a target that names the same host is that of the header', async () => {
    for (const scheme of ['http', 'https', 'HTTP'])
      expect(await url(`${scheme}://hub.example${query}`, 'hub.example')).toBe(
        'http://hub.example/projects/frelo-leihraeder',
      );
  });

  it('a target that names another host is refused, and leaves nothing behind', async () => {
    for (const target of [
      'http://evil.example',
      'http://hub.example@evil.example',
      'http://evil@hub.example',
    ]) {
      const { status, body } = await get(target + query, 'Host: hub.example');
      const named = target.slice('http://'.length);
      expect([status, JSON.parse(body)]).toEqual([
        400,
        {
          error: {
            code: 'BAD_USER_INPUT',
            message: `The request is not clear: it is for "${named}", but the header Host is "hub.example"; they have to be the same.`,
          },
        },
      ]);
      expect(await url(query, 'hub.example')).toBe('http://hub.example/projects/frelo-leihraeder');
    }
  });

  it.each([
    ['two hosts', ['Host: hub.example', 'Host: evil.example']],
    ['the same host twice', ['Host: hub.example', 'host: hub.example']],
    ['a path for a host', ['Host: hub.example/evil']],
    ['a user in the host', ['Host: evil@hub.example']],
    ['an empty host', ['Host:']],
    ['no host', []],
  ])('%s is refused', async (_what, hosts) => {
    expect((await get(query, ...hosts)).status).toBe(400);
  });

  it('no other header says where the hub is', async () => {
    const others = ['X-Forwarded-Host', 'X-Host', 'X-Forwarded-Server', 'Forwarded: host', 'X-Original-URL'];
    for (const header of others.map((name) => `${name}: evil.example`.replace('host:', 'host=')))
      for (const path of [query, '/', '/projects/frelo-leihraeder', '/sitemap.xml', '/feeds/projects.atom']) {
        const { status, body } = await get(path, 'Host: hub.example', header);
        expect([path, status, body.includes('evil')]).toEqual([path, 200, false]);
      }
  });
});

it('a probe of HTTP/1.0 names no host and gets its answer', async () => {
  const { status, body } = await rawRequest(port, ['GET /healthz HTTP/1.0']);
  expect([status, body]).toEqual([200, 'ok']);
});
