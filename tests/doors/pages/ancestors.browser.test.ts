import type { Browser } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../../support/browser.ts';
import { listen } from '../../support/listen.ts';
import { serveHub } from '../../support/serve.ts';

let hub: string;
let browser: Browser;
/** The town halls that the operator lets frame the map, and one that is not among them. */
const towns = { allowed: '', among: '', stranger: '' };

beforeAll(async () => {
  const server = await listen((_, response) =>
    response
      .setHeader('content-type', 'text/html')
      .end(`<iframe id="map" src="${hub}/embed"></iframe><iframe id="data" src="${hub}/data"></iframe>`),
  );
  const { port } = server;
  // Chromium resolves every name below localhost to this machine.
  towns.allowed = `http://stadt.localhost:${port}`;
  towns.among = `http://dorf.kreis.localhost:${port}`;
  towns.stranger = `http://fremd.localhost:${port}`;
  const served = await serveHub({ EMBED_ANCESTORS: `${towns.allowed} http://*.kreis.localhost:${port}` });
  hub = served.base;
  browser = await launchBrowser();
  return async () => {
    await browser.close();
    await server.close();
    await served.close();
  };
});

/** What a frame on the page of that town shows; nothing where the browser has refused it. */
async function framed(town: keyof typeof towns, frame: 'map' | 'data'): Promise<string | null> {
  const page = await browser.newPage();
  await page.goto(towns[town]);
  const content = (await (await page.$(`#${frame}`))!.contentFrame())!;
  await content.waitForLoadState();
  const heading = await content.$eval('main h1', (found) => found.textContent).catch(() => null);
  await page.close();
  return heading;
}

it.each(['allowed', 'among'] as const)(
  'the map stands on a page that the operator lets: %s',
  async (town) => {
    expect(await framed(town, 'map')).toBe('Digitale Wege in der Region Freiburg');
  },
);

it('no browser shows the map on another page', async () => {
  expect(await framed('stranger', 'map')).toBeNull();
});

it('no browser shows another page of the hub in the frame of any site', async () => {
  expect(await framed('allowed', 'data')).toBeNull();
});
