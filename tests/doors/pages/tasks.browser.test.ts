import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { useHubInBrowser } from '../../support/hub-in-browser.ts';

const hub = useHubInBrowser();

/** What a clerk of Sexau asks on a phone, and how many actions lead to a number or a mail address. */
const tasks = ['e-Akte', 'Elternportal', 'Online-Bürgerdienste'];

let page: Page;
let actions: number;

beforeEach(async () => {
  actions = 0;
  page = await hub.browser.newPage({ viewport: { width: 360, height: 740 } });
  await page.goto(hub.base);
  await page.getByRole('combobox', { name: 'Ihre Gemeinde' }).waitFor();
});
afterEach(() => page.close());

const act = async (action: Promise<unknown>) => {
  actions++;
  await action;
};
/** Of the first card: what can be called or written to, and where its lower edge is. */
const firstWay = async () => {
  const way = page.locator('.card').first().locator('a.way').first();
  await way.waitFor();
  const box = await way.boundingBox();
  return { href: await way.getAttribute('href'), bottom: (box?.y ?? 0) + (box?.height ?? 0) };
};

describe('a clerk of Sexau', () => {
  test.each(tasks)('finds somebody to call about %s in three actions, without scrolling', async (about) => {
    await act(page.getByRole('combobox', { name: 'Ihre Gemeinde' }).fill('Sexau'));
    await act(page.getByRole('combobox', { name: 'Worum geht es?' }).fill(about));
    await act(page.getByRole('button', { name: 'Zeigen', exact: true }).click());
    const { href, bottom } = await firstWay();
    expect(href).toMatch(/^(tel:\+49|mailto:)/);
    expect(bottom).toBeLessThanOrEqual(740);
    expect(actions).toBeLessThanOrEqual(3);
    expect(await page.getByRole('combobox', { name: 'Ihre Gemeinde' }).inputValue()).toBe('Sexau');
    await page.locator('digitale-wege-map[home="08316039"]').waitFor();
  });

  test.each(tasks)('finds somebody for %s by keyboard alone, with what is suggested', async (about) => {
    await page.getByRole('combobox', { name: 'Ihre Gemeinde' }).focus();
    await page.keyboard.type('sexa');
    await page.getByRole('option', { name: 'Sexau Landkreis Emmendingen' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type(about);
    await page.keyboard.press('Enter');
    expect((await firstWay()).href).toMatch(/^(tel:\+49|mailto:)/);
  });
});
