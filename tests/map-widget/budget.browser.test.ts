import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { serveHub } from '../support/serve.ts';

let hub: Awaited<ReturnType<typeof serveHub>>;
let browser: Browser;
beforeAll(async () => {
  hub = await serveHub();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await hub?.close();
});

test('the first view of the real region takes at most 4 requests and 150 KB over the wire', async () => {
  const page = await browser.newPage();
  await page.route('https://rathaus.example/', (route) => {
    const body = `<!doctype html><title>Rathaus</title><script type="module" src="${hub.base}/map.js"></script><digitale-wege-map></digitale-wege-map>`;
    route.fulfill({ contentType: 'text/html', body });
  });
  const asked: string[] = [];
  let bytes = 0;
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  session.on('Network.requestWillBeSent', ({ request }) => asked.push(request.url));
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto('https://rathaus.example/');
  await page.locator('.list .row').first().waitFor();
  await page.locator('.map path.area[aria-pressed]').first().waitFor();
  expect(asked.map((url) => url.replace(hub.base, ''))).toEqual([
    'https://rathaus.example/',
    '/map.js',
    '/map.json?lang=de',
    expect.stringMatching(/^\/map\/boundaries-\w+\.json$/),
  ]);
  expect(bytes).toBeLessThanOrEqual(150_000);
  expect(bytes).toBeGreaterThan(50_000);
  await page.close();
});
