import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useHubInBrowser } from '../../support/hub-in-browser.ts';

const hub = useHubInBrowser();

let page: Page;
const foreign: string[] = [];

beforeEach(async () => {
  foreign.length = 0;
  page = await hub.browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'de-DE' });
  page.on('request', (request) => {
    if (!request.url().startsWith(hub.base)) foreign.push(request.url());
  });
});
afterEach(() => page.close());

/** Waits for a text that can be seen: the list that stands in for the map without JavaScript has the same words. */
const shown = (text: Locator) => text.filter({ visible: true }).first().waitFor();

describe('the start page in a browser', () => {
  it('lets a visitor choose a field, open a municipality and read its projects, strategies and contacts', async () => {
    await page.goto(hub.base);
    const map = page.locator('digitale-wege-map');
    await map.getByRole('button', { name: 'Projekte 158', exact: true }).waitFor();
    await map.locator('.fold > summary').click();
    await map.getByRole('button', { name: /Lokale Digitalisierungsstrategie/ }).click();
    await map.getByRole('button', { name: 'Projekte 8', exact: true }).waitFor();
    await map
      .getByRole('button', { name: /^Freiburg im Breisgau/ })
      .first()
      .click();
    const panel = map.getByRole('heading', { name: 'Freiburg im Breisgau' });
    await panel.waitFor();
    await map
      .locator('.panel')
      .getByRole('link', { name: /FREIBURG\. DIGITAL\. GESTALTEN/ })
      .waitFor();
    await shown(map.locator('.panel').getByText('Amt für Digitales und IT (DIGIT)'));
    expect(foreign).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  });

  it('names the towns within a map of 280 pixels', async () => {
    await page.setViewportSize({ width: 280, height: 900 });
    await page.goto(hub.base);
    const towns = page.locator('.label-content.town');
    await towns.first().waitFor({ state: 'attached' });
    const { x, width } = (await page.locator('digitale-wege-map .map').boundingBox())!;
    const reach = await towns.evaluateAll((labels) =>
      labels.map((label) => {
        const { left, right } = label.getBoundingClientRect();
        return { name: label.textContent, left, right };
      }),
    );
    expect(reach.length).toBeGreaterThan(2);
    expect(reach.filter(({ left, right }) => left < x || right > x + width)).toEqual([]);
  });

  it.each([
    [1280, 900, 260],
    [360, 740, 420],
  ])('begins the map, at %i × %i, at most %i pixels below its top', async (width, height, most) => {
    await page.setViewportSize({ width, height });
    await page.goto(hub.base);
    await page.locator('digitale-wege-map .map path.area').first().waitFor();
    const { y } = (await page.locator('digitale-wege-map .map').boundingBox())!;
    expect(y).toBeLessThanOrEqual(most);
  });

  it('speaks English with ?lang=en', async () => {
    await page.goto(`${hub.base}/?lang=en`);
    await page
      .getByRole('heading', { name: 'Who in the region has done this already, and whom do I call?' })
      .waitFor();
    await page.getByRole('button', { name: 'Projects 158', exact: true }).waitFor();
  });

  it('serves GraphiQL from our own origin, with the example queries and nothing stored', async () => {
    await page.goto(`${hub.base}/graphql`, { waitUntil: 'load' });
    await page.getByText('RunningProjects').first().waitFor();
    await page.getByRole('button', { name: /Execute query/ }).click();
    await page.locator('.result-window').getByText('totalCount').waitFor();
    expect(foreign).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
  });
});
