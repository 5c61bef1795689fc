import { expect, test } from 'vitest';
import { useHostPage } from './host-page.ts';

const host = useHostPage();

test('the first view of the real region takes at most 4 requests and 150 KB over the wire', async () => {
  const { element } = await host.snippets();
  const page = await host.open(element);
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  // As somebody sees it who has never been here.
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  const asked: string[] = [];
  let bytes = 0;
  session.on('Network.requestWillBeSent', ({ request }) => asked.push(request.url));
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.reload();
  await page.locator('.list .row').filter({ visible: true }).first().waitFor();
  await page.locator('.map path.area[aria-pressed]').first().waitFor();
  const ofHub = asked.filter((url) => url.startsWith(host.hub)).map((url) => url.slice(host.hub.length));
  expect(ofHub.sort()).toEqual([
    '/map.js',
    '/map.json?lang=de',
    expect.stringMatching(/^\/map\/boundaries-\w+\.json$/),
  ]);
  expect(asked.filter((url) => !url.startsWith('data:')).length).toBeLessThanOrEqual(4);
  expect(bytes).toBeLessThanOrEqual(150_000);
  expect(bytes).toBeGreaterThan(50_000);
});
