import { beforeAll, expect, it } from 'vitest';
import { openHub, type TestHub } from '../../support/hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await openHub({ EMBED_ANCESTORS: 'https://www.stadt.example' });
  return () => hub.database.close();
});

const get = (path: string) => hub.app.request(path, { headers: { accept: 'text/html' } });
const ancestors = async (path: string) => {
  const { status, headers } = await get(path);
  return [status, /frame-ancestors ([^;]*)/.exec(headers.get('content-security-policy') ?? '')?.[1]];
};

it.each([
  ['/embed?topic=nothing', 400],
  ['/embed?layer=nothing', 400],
  ['/embed/insight/nothing', 404],
  ['/embed/insight/coverage?lang=xx', 400],
  ['/map.svg?topic=nothing', 400],
  ['/map.png?width=1', 400],
  ['/insight/coverage.svg?theme=nothing', 400],
])('a mistake is told in the frame that it was made in: %s', async (path, status) => {
  expect(await ancestors(path)).toEqual([status, 'https://www.stadt.example']);
});

it.each([
  ['/embed/builder?topic=nothing', 400],
  ['/data/nothing', 404],
  ['/?topic=nothing', 400],
  ['/embedded', 404],
])('a mistake of another page stands in no frame of another site: %s', async (path, status) => {
  expect(await ancestors(path)).toEqual([status, "'self'"]);
});

it('what is told in a frame opens the hub beside it and says how high it is', async () => {
  const html = await (await get('/embed?topic=nothing&lang=en')).text();
  expect(html).toContain('<html lang="en">');
  expect(html).toContain('<base target="_blank"/>');
  expect(html).toContain('src="/embed/height.js"');
  expect(html).toContain('?topic: &quot;nothing&quot; is not allowed');
  expect(html).not.toContain('<search>');
});

it('a frame says so when too many ask at once', async () => {
  // Each is refused in its turn; whoever comes when too many wait has none.
  const answers = await Promise.all(Array.from({ length: 200 }, (_, at) => get(`/embed?layer=nothing${at}`)));
  const busy = answers.filter(({ status }) => status === 503);
  expect(busy.length).toBeGreaterThan(0);
  for (const { headers } of busy) {
    expect(headers.get('retry-after')).toBe('5');
    expect(headers.get('content-security-policy')).toContain('frame-ancestors https://www.stadt.example');
  }
});
