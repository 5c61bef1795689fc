import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { axeFinds } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { builtWidget } from './built-widget.ts';
import { startFixtureHub } from './fixture-hub.ts';

/** A town hall's page with the map in it, in a browser, for the tests of one file; each test gets a new page. */
export function useWidgetPage() {
  let browser: Browser;
  let page: Page;
  let hub: Awaited<ReturnType<typeof startFixtureHub>>;
  let requests: string[];
  let complaints: string[];
  let expectedStrangers: string[];

  beforeAll(async () => {
    hub = await startFixtureHub(await builtWidget());
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await hub?.stop();
  });
  beforeEach(async () => {
    hub.reachable = true;
    hub.asked.length = 0;
    page = await browser.newPage({ viewport: { width: 1200, height: 1000 } });
    requests = [];
    complaints = [];
    expectedStrangers = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
  });
  afterEach(async () => {
    // Every test: nobody but the page and its hub was asked for anything, and nothing was kept.
    const own = [hub.origin, hub.page, 'data:', ...expectedStrangers];
    const strangers = requests.filter((url) => !own.some((origin) => url.startsWith(origin)));
    const cookies = await page.context().cookies();
    await page.close();
    expect({ strangers, cookies }).toEqual({ strangers: [], cookies: [] });
  });

  return {
    get hub() {
      return hub;
    },
    get page() {
      return page;
    },
    get complaints() {
      return complaints;
    },
    get requests() {
      return requests;
    },
    expectStranger: (origin: string) => expectedStrangers.push(origin),
    open: (attributes = '', lang = 'de') =>
      page.goto(`${hub.page}/?attributes=${encodeURIComponent(attributes)}&lang=${lang}`),
    openBody: (body: string) => page.goto(`${hub.page}/?body=${encodeURIComponent(body)}`),
    /** The page's clock stands until it is moved: no retry of its own gets between a test and its click. */
    async standStill() {
      await page.clock.install();
      await page.clock.pauseAt(Date.now() + 60_000);
    },
    row: (name: string) => page.locator('.list').getByRole('link', { name: new RegExp(`^${name}`) }),
    square: (name: string) => page.locator('.map').getByRole('button', { name: new RegExp(`^${name},`) }),
    figure: () => page.locator('.figure').textContent(),
    /** What the hub was asked at /map.json, without the language. */
    mapQueries: () =>
      hub.asked
        .filter((path) => path.startsWith('/map.json'))
        .map((path) => path.replace(/^\/map\.json\?/, '').replace(/&?lang=\w+/, '')),
    focused: () =>
      page.evaluate(() => {
        const active = document.querySelector('digitale-wege-map')!.shadowRoot!.activeElement;
        const words = active?.querySelector('.unseen')?.textContent;
        return words ?? active?.getAttribute('aria-label') ?? active?.textContent;
      }),
    violations: () => axeFinds(page),
  };
}
