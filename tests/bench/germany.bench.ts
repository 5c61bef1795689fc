import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { germany } from './germany.ts';
import { median, startServer } from './load.ts';
import { servePages } from './map-pages.ts';
import { milliseconds, type Result } from './report.ts';

/** Milliseconds in which nothing else runs after an action of the visitor; what is loaded has arrived by then. */
const settled = 2500;
const allowed = 100;

/** Panning and filtering a map of 11,000 municipalities: how long the longest task of an action blocks the page. */
export async function germanyBench({ rounds }: { rounds: number }): Promise<Result[]> {
  const { regions, data } = germany();
  const hub = await startServer('germany-hub.ts', { REGIONS: regions, DATA_DIR: data, DATABASE_URL: '' });
  const browser = await launchBrowser();
  const pages = await servePages(hub.url, '');
  try {
    const seen = { panning: [] as number[], filtering: [] as number[] };
    const page = await openMap(browser, `${pages.url}/widget`);
    for (let round = 0; round < rounds; round += 1) {
      seen.panning.push(await blocking(page, () => pan(page)));
      seen.filtering.push(
        await blocking(page, () =>
          page
            .locator('.chip')
            .nth(round % 6)
            .click(),
        ),
      );
    }
    return (['panning', 'filtering'] as const).map((action) => {
      const longest = median(seen[action]);
      const all = seen[action].map(milliseconds).join(', ');
      return {
        what: `${action} all of Germany, longest task against ${allowed} ms`,
        ratio: longest / allowed,
        goal: 1,
        better: 'less',
        details: `${milliseconds(longest)} (${all})`,
      };
    });
  } finally {
    await browser.close();
    await pages.stop();
    await hub.stop();
  }
}

/** The map with two steps of zoom, so that it can be dragged. */
async function openMap(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1200, height: 1000 } });
  await page.addInitScript(`globalThis.tasks = [];
    new PerformanceObserver((list) => globalThis.tasks.push(...list.getEntries().map((task) => task.duration)))
      .observe({ type: 'longtask' });`);
  await page.goto(url);
  await page.locator('.list .row').first().waitFor({ timeout: 120_000 });
  await page.locator('.widget.mapped').waitFor();
  for (let step = 0; step < 2; step += 1) await page.locator('.tool').first().click();
  await page.waitForTimeout(settled);
  return page;
}

async function pan(page: Page): Promise<void> {
  const { x, y, width, height } = (await page.locator('.map').boundingBox())!;
  const [left, top] = [x + width / 2, y + height / 2];
  await page.mouse.move(left, top);
  await page.mouse.down();
  for (let step = 1; step <= 10; step += 1) await page.mouse.move(left - step * 12, top - step * 12);
  await page.mouse.up();
}

/** The longest task, in milliseconds; tasks below 50 are not told and count as 50. */
async function blocking(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate('globalThis.tasks.length = 0');
  await act();
  await page.waitForTimeout(settled);
  return Math.max(50, ...((await page.evaluate('globalThis.tasks')) as number[]));
}
