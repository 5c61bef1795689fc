import { expect, it } from 'vitest';
import { useHubInBrowser } from '../../support/hub-in-browser.ts';

const hub = useHubInBrowser();

/** What a page moved under a visitor's eyes while it loaded, as browsers measure it, and what it was that moved. */
async function shiftOf(path: string, width: number, slower: number) {
  const page = await hub.browser.newPage({ viewport: { width, height: width < 700 ? 740 : 900 } });
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  await page.addInitScript(() => {
    const shifts: object[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        sources: { node?: Element; previousRect: DOMRect; currentRect: DOMRect }[];
      })[])
        shifts.push({
          value: entry.value,
          moved: entry.sources.map(
            ({ node, previousRect, currentRect }) =>
              `${node?.nodeName}.${node?.className} ${previousRect.y}+${previousRect.height} -> ${currentRect.y}+${currentRect.height}`,
          ),
        });
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(hub.base + path);
  await page.locator('.list li, .answers, .panel, .empty').filter({ visible: true }).first().waitFor();
  await page.locator('.map path.area[aria-pressed]').first().waitFor();
  await page.waitForTimeout(500);
  const shifts = await page.evaluate(
    () => (window as unknown as { shifts: { value: number; moved: string[] }[] }).shifts,
  );
  await page.close();
  return { total: shifts.reduce((sum, { value }) => sum + value, 0), shifts };
}

it.each(
  [
    '/',
    '/embed',
    '/?home=08316056&topic=buergerservice-online',
    '/?home=08316056&text=breitband&municipality=08316056',
    '/?project=frelo-leihraeder',
    '/?text=noch-nie-gehört',
    '/embed?field=e-akte&locked=field',
    '/embed?municipality=08316056',
  ].flatMap((path): [string, number, number][] => [
    [path, 1280, 1],
    [path, 360, 4],
  ]),
)('%s at a width of %i moves nothing that somebody reads', async (path, width, slower) => {
  const { total, shifts } = await shiftOf(path, width, slower);
  expect(total, JSON.stringify(shifts, null, 1)).toBeLessThan(0.1);
});
