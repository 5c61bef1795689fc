import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { builtWidget } from './built-widget.ts';
import { startFixtureHub } from './fixture-hub.ts';

const axe = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
let browser: Browser;
let hub: Awaited<ReturnType<typeof startFixtureHub>>;
let page: Page;
let requests: string[];
let complaints: string[];

async function open(attributes = ''): Promise<void> {
  await page.goto(`${hub.origin}/?attributes=${encodeURIComponent(attributes)}`);
}
/** The page's clock stands until it is moved: no retry of its own gets between a test and its click. */
async function standStill(): Promise<void> {
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
}
const figure = () => page.locator('.figure').textContent();
const row = (name: string) => page.locator('.list').getByRole('button', { name: new RegExp(`^${name},`) });
const square = (name: string) => page.locator('.map').getByRole('button', { name: new RegExp(`^${name},`) });
const focused = () =>
  page.evaluate(() => {
    const active = document.querySelector('digitale-wege-map')!.shadowRoot!.activeElement;
    const words = active?.querySelector('.unseen')?.textContent;
    return words ?? active?.getAttribute('aria-label') ?? active?.textContent;
  });
const violations = () =>
  page.evaluate(async (source) => {
    // biome-ignore lint/security/noGlobalEval: the policy of the page forbids a script tag
    globalThis.eval(source);
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  }, axe);

beforeAll(async () => {
  hub = await startFixtureHub(await builtWidget());
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  hub?.stop();
});
beforeEach(async () => {
  hub.reachable = true;
  page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
  requests = [];
  complaints = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
});
afterEach(() => page.close());

describe('<digitale-wege-map>', () => {
  test('says the counts in words, in the summary, the list and the map', async () => {
    await open();
    await square('Au').waitFor();
    expect(await figure()).toBe('3 Projekte in 2 Gemeinden');
    expect(await row('Au').locator('.unseen').textContent()).toBe(
      'Au, 2 Projekte, 1 Strategie, 1 Ansprechstelle',
    );
    expect(await square('Au').getAttribute('aria-label')).toBe(
      'Au, 2 Projekte, 1 Strategie, 1 Ansprechstelle',
    );
    expect(await page.locator('.attribution').textContent()).toBe('Grenzen: © Amt für Quadrate');
  });

  test('a chosen field changes the counts everywhere, and choosing it again lets go', async () => {
    await open();
    const chip = page.getByRole('button', { name: 'E-Akte 2' });
    await chip.click();
    await page.getByText('2 Projekte in 2 Gemeinden').waitFor();
    expect(await chip.getAttribute('aria-pressed')).toBe('true');
    expect(await page.locator('digitale-wege-map').getAttribute('field')).toBe('e-akte');
    expect(await row('Au').locator('.unseen').textContent()).toContain('1 Projekt,');
    await chip.click();
    await page.getByText('3 Projekte in 2 Gemeinden').waitFor();
  });

  test('a click on the map opens the panel with links, and marks the list', async () => {
    await open();
    await square('Au').click();
    await page.getByRole('link', { name: 'Projekt akte' }).waitFor();
    const links = await page
      .locator('.panel a')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(links).toEqual([
      `${hub.origin}/projects/akte`,
      `${hub.origin}/projects/amt`,
      `${hub.origin}/strategies/s`,
      `${hub.origin}/contacts/c`,
      'mailto:amt@example.org',
      'tel:0768491020',
      `${hub.origin}/municipalities/00000001`,
    ]);
    expect(await row('Au').getAttribute('aria-current')).toBe('true');
  });

  test('arrow keys walk the map, Enter opens, Escape gives the focus back', async () => {
    await open();
    await square('Au').waitFor();
    await square('Au').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toMatch(/^Glottertal,/);
    await page.keyboard.press('Enter');
    expect(await focused()).toBe('Glottertal');
    await page.keyboard.press('Escape');
    expect(await page.locator('.panel').isVisible()).toBe(false);
    const back = square('Glottertal');
    expect(await back.evaluate((path) => (path.getRootNode() as ShadowRoot).activeElement === path)).toBe(
      true,
    );
    expect(await page.locator('.map [tabindex="0"]').count()).toBe(1);
  });

  test('the list opens the same panel by keyboard, and closing leads back to its row', async () => {
    await open();
    await row('Ebringen').focus();
    await page.keyboard.press('Enter');
    await page.getByText('Hier ist noch kein Projekt eingetragen').waitFor();
    expect(await square('Ebringen').getAttribute('aria-pressed')).toBe('true');
    await page.getByRole('button', { name: 'Schließen' }).click();
    expect(await focused()).toMatch(/^Ebringen,/);
  });

  test('projects of the whole region and of a Landkreis are in the list', async () => {
    await open();
    await page.getByRole('button', { name: 'Ganze Region, 1 Projekt' }).click();
    await page.getByRole('link', { name: 'Projekt netz' }).waitFor();
    expect(await row('Landkreis Quadrate').count()).toBe(1);
  });

  test('asks its own origin only, keeps no cookie and meets a strict policy', async () => {
    await open();
    await square('Au').click();
    await page.getByRole('link', { name: 'Projekt akte' }).waitFor();
    expect(requests.filter((url) => !url.startsWith(hub.origin))).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
    expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
  });

  test('says that the hub is out of reach, tries again by itself and when asked', async () => {
    hub.reachable = false;
    await standStill();
    await open();
    await page.getByRole('alert').getByText('Die Angaben konnten nicht geladen werden.').waitFor();
    const second = page.waitForResponse((response) => response.status() === 503);
    await page.clock.runFor(2000);
    await second;
    hub.reachable = true;
    await page.getByRole('button', { name: 'Noch einmal versuchen' }).click();
    await page.getByText('3 Projekte in 2 Gemeinden').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  test('a record out of reach says so in its panel, while the list stands; trying again fills it', async () => {
    await standStill();
    await open();
    await square('Au').waitFor();
    hub.reachable = false;
    await row('Au').click();
    await page.locator('.panel').getByRole('alert').waitFor();
    expect(await row('Glottertal').isVisible()).toBe(true);
    hub.reachable = true;
    await page.getByRole('button', { name: 'Noch einmal versuchen' }).click();
    await page.getByRole('link', { name: 'Projekt akte' }).waitFor();
    expect(await page.getByRole('alert').isVisible()).toBe(false);
  });

  test('attributes choose field, municipality and language; events tell the page', async () => {
    await page.addInitScript(() => {
      const told: string[] = [];
      Object.assign(globalThis, { told });
      for (const name of ['dw-ready', 'dw-select', 'dw-filter'])
        addEventListener(name, () => told.push(name));
    });
    await open('lang="en" field="e-akte" municipality="00000002"');
    await page.getByText('2 projects in 2 municipalities').waitFor();
    await page.getByRole('heading', { name: 'Buchenbach' }).waitFor();
    await row('Au').click();
    await page.getByRole('button', { name: 'All topics' }).click();
    await page.getByText('3 projects in 2 municipalities').waitFor();
    expect(await page.evaluate('told')).toEqual(['dw-ready', 'dw-select', 'dw-filter']);
  });

  test('taken out of the page it stops asking, put back it starts again', async () => {
    hub.reachable = false;
    await open();
    await page.getByRole('alert').waitFor();
    const element = await page.evaluateHandle(() => document.querySelector('digitale-wege-map')!);
    await element.evaluate((map) => map.remove());
    const before = requests.length;
    await page.waitForTimeout(2500);
    expect(requests.length).toBe(before);
    hub.reachable = true;
    await element.evaluate((map) => document.querySelector('main')!.append(map));
    await square('Au').waitFor();
  });

  test('stands at 280 pixels without scrolling sideways', async () => {
    await page.setViewportSize({ width: 280, height: 800 });
    await open('municipality="00000001"');
    await page.getByRole('link', { name: 'Projekt akte' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(280);
  });

  test.each(['light', 'dark'])(
    'axe finds nothing in the %s theme, with and without a panel',
    async (theme) => {
      await open(`theme="${theme}"`);
      await square('Au').waitFor();
      expect(await violations()).toEqual([]);
      await row('Au').click();
      await page.getByRole('link', { name: 'Projekt akte' }).waitFor();
      expect(await violations()).toEqual([]);
    },
  );
});
