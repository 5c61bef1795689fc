import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { changeRecords } from '../support/change.ts';
import { hubOn, openHub, type TestHub } from '../support/hub.ts';
import { listen } from '../support/listen.ts';
import { freePorts, startNginx } from '../support/nginx.ts';

/** What stands in the configuration of each proxy; `$hub` is where the hub listens. */
const ways = {
  'that keeps the path': 'location /wege/ { proxy_pass http://$hub; }',
  'that takes the path away': 'location /wege/ { proxy_pass http://$hub/; }',
  'that takes the path away and keeps answers':
    'location /wege/ { proxy_pass http://$hub/; proxy_cache answers; proxy_cache_valid 10m; proxy_cache_revalidate on; add_header x-cache $upstream_cache_status; }',
};
const names = Object.keys(ways) as (keyof typeof ways)[];
const bases = {} as Record<keyof typeof ways, string>;

let hub: TestHub;
let browser: Browser;
beforeAll(async () => {
  hub = await openHub();
  browser = await launchBrowser();
  const ports = await freePorts(names.length);
  const behind = await Promise.all(
    names.map((name, at) => {
      bases[name] = `http://127.0.0.1:${ports[at]}/wege`;
      return listen(hubOn(hub.database, { PUBLIC_URL: bases[name], ANSWER_CACHE_MB: '64' }).listener);
    }),
  );
  const servers = names.map((name, at) => {
    const way = ways[name].replace('$hub', `127.0.0.1:${behind[at]!.port}`);
    return `server { listen 127.0.0.1:${ports[at]}; gzip on; gzip_types *; gzip_proxied any; ${way} }`;
  });
  const nginx = await startNginx(
    `proxy_cache_path $folder/answers keys_zone=answers:1m; proxy_set_header Host $http_host; ${servers.join(' ')}`,
  );
  await vi.waitFor(() => fetch(`${bases[names[0]!]}/healthz`), 20_000);
  return async () => {
    await browser.close();
    await nginx.stop();
    for (const server of behind) await server.close();
    await hub.database.close();
  };
});

describe.each(names)('behind an nginx %s,', (name) => {
  it('map, pages, forms, builder and editor work in a browser, and nothing is asked for beside the path', async () => {
    const base = bases[name];
    const page = await browser.newPage();
    const beside: string[] = [];
    const failed: string[] = [];
    page.on('request', (request) => {
      if (/^http/.test(request.url()) && !request.url().startsWith(`${base}/`)) beside.push(request.url());
    });
    page.on('response', (response) => {
      if (response.status() >= 400) failed.push(`${response.status()} ${response.url()}`);
    });
    await page.goto(`${base}/`);
    await page.locator('digitale-wege-map .map [role=button]').first().waitFor();
    expect(await page.evaluate(() => getComputedStyle(document.body).margin)).not.toBe('8px');

    await page.goto(`${base}/projects`);
    await page.locator('main .records a, main li a').first().click();
    expect(page.url().startsWith(`${base}/`)).toBe(true);
    await page.goto(`${base}/search`);
    await page.locator('main input[type=search]').fill('Leihrad');
    await page.locator('main input[type=search]').press('Enter');
    await page.locator('main a[href*="frelo"]').first().waitFor();

    await page.goto(`${base}/embed/builder`);
    await page.frameLocator('#result iframe').locator('.map [role=button]').first().waitFor();
    await page.getByLabel('Handlungsfeld', { exact: true }).first().selectOption('digilab');
    await expect.poll(() => page.locator('#script').inputValue()).toContain('field="digilab"');
    expect(page.url()).toBe(`${base}/embed/builder?field=digilab&lang=de`);

    await page.goto(`${base}/graphql`);
    await page.getByRole('button', { name: /execute query/i }).click();
    await page.locator('.result-window').getByText('totalCount').first().waitFor();
    expect({ beside, failed }).toEqual({ beside: [], failed: [] });
    await page.close();
  });

  it('GDAL reads every feature, page by page', async () => {
    const { stdout } = await promisify(execFile)('ogrinfo', [
      ...['-ro', '-so', '-oo', 'PAGE_SIZE=50', `OAPIF:${bases[name]}/ogc`, 'projects'],
    ]);
    const all = (await (await fetch(`${bases[name]}/data/projects.json`)).json()) as object[];
    expect(stdout).toContain(`Feature Count: ${all.length}`);
  });

  it('nothing is stale after a change, and ETags hold until then', async () => {
    const ask = async (path: string, headers: Record<string, string> = {}) =>
      fetch(bases[name] + path, { headers });
    const paths = ['/projects/frelo-leihraeder', '/map.json', '/data/projects.csv', '/feeds/projects.atom'];
    const title = `Frelo ${name}`;
    const before = new Map<string, string>();
    for (const path of paths) {
      const etag = (await ask(path)).headers.get('etag');
      expect([path, etag]).toEqual([path, expect.stringMatching(/^(W\/)?"/)]);
      const again = await ask(path, { 'if-none-match': etag! });
      // Where nginx could keep answers but may not keep this one, it takes the question away and gives the whole again.
      const unchanged = ways[name].includes('proxy_cache') ? 200 : 304;
      expect([path, again.status, again.headers.get('etag')]).toEqual([path, unchanged, etag]);
      before.set(path, etag!);
    }
    await changeRecords(hub.database, { projects: [{ slug: 'frelo-leihraeder', title }] });
    for (const path of paths) {
      const answer = await ask(path, { 'if-none-match': before.get(path)! });
      expect([path, answer.status, (await answer.text()).includes(title)]).toEqual([path, 200, true]);
    }
  });
});

it('an nginx that keeps answers keeps what has its hash in its name', async () => {
  const base = bases['that takes the path away and keeps answers'];
  const [, path] =
    /["'`](\/map\/boundaries-[^"'`]+)/.exec(await (await fetch(`${base}/map.js`)).text()) ?? [];
  const statuses = [];
  for (let times = 0; times < 2; times++) statuses.push((await fetch(base + path)).headers.get('x-cache'));
  expect(statuses).toEqual(['MISS', 'HIT']);
});
