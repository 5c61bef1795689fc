import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useHostPage } from './host-page.ts';

const host = useHostPage();

const summary = (page: Page) => page.locator('digitale-wege-map .figure');
/** The frame's inside. */
const inside = (page: Page) => page.frameLocator('iframe');
const frameOf = (page: Page) => page.frames().find((frame) => frame !== page.mainFrame())!;

describe('on the page of another site, as the builder gives it,', () => {
  it('the element shows the map and asks the hub alone', async () => {
    const { element } = await host.snippets('?field=e-akte&locked=field');
    const page = await host.open(element);
    await page.locator('digitale-wege-map .map [role=button]').first().waitFor();
    expect(await summary(page).textContent()).toMatch(/^\d+ Projekte in \d+ Gemeinden$/);
    await page.getByRole('link', { name: /^Freiburg im Breisgau, / }).click();
    await page.locator('.panel .onward').first().waitFor();
  });

  it('the element shows its shapes as paper until there is something to say about them', async () => {
    const { element } = await host.snippets();
    const page = await host.open(element);
    await page.route('**/map.json*', () => {});
    await page.reload();
    const shape = page.locator('digitale-wege-map path.area').first();
    await shape.waitFor({ state: 'attached' });
    expect(await shape.evaluate((path) => getComputedStyle(path).fill)).toBe('rgb(244, 243, 238)');
  });

  it('the frame shows the map, and may fill the screen', async () => {
    const { frame } = await host.snippets('?district=08316');
    const page = await host.open(frame);
    await inside(page).locator('.map [role=button]').first().waitFor();
    expect(await frameOf(page).evaluate(() => document.fullscreenEnabled)).toBe(true);
    expect(await page.getByRole('link', { name: 'Digitale Wege' }).getAttribute('href')).toBe(
      `${host.hub}/?district=08316`,
    );
  });

  it('the frame is the complete list where no script runs, and its links choose', async () => {
    const { frame } = await host.snippets();
    const page = await host.open(frame, { javaScriptEnabled: false });
    const links = (kind: string) => inside(page).locator(`a[href^="/${kind}/"]`).count();
    await inside(page).getByText('158 Projekte').waitFor();
    expect([await links('projects'), await links('municipalities')]).toEqual([158, 77]);
    await inside(page).getByRole('link', { name: 'Menschen mitnehmen' }).click();
    await inside(page).locator('[aria-current=true]').waitFor();
    expect(await inside(page).locator('[aria-current=true]').textContent()).toBe('Menschen mitnehmen');
    expect(await links('projects')).toBeLessThan(158);
    expect(await page.locator('iframe').getAttribute('height')).toBe('720');
  });

  it.each([
    '',
    '?field=e-akte',
    '?near=08316056&km=10',
    '?text=glasfaser',
    '?municipality=08316056&locked=municipality',
    '?layer=strategies&district=08316',
    '?layer=coverage&lang=en',
  ])('the list without a script says the same as the map, in the same order: %s', async (query) => {
    const { element } = await host.snippets(query);
    const page = await host.open(element);
    await page.locator('.list a').first().waitFor();
    const html = await (await fetch(`${host.hub}/embed${query}`)).text();
    expect(html).toContain(`<strong>${await summary(page).textContent()}</strong>`);
    const places = page.locator('.list').getByRole('button', { name: /^(Gemeinden|Municipalities)/ });
    await places.click();
    const folded = page.locator('.list .without');
    if (await folded.isVisible()) await folded.click();
    const shown = page.locator('.list a:not([data-key=region])');
    const addresses = await shown.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    const links = [...html.matchAll(/href="(\/municipalities\/[^"]*)"/g)].map(([, href]) => host.hub + href);
    expect(links).toEqual(addresses);
  });

  it('the frame becomes as high as its content, and follows it', async () => {
    const { frame, height } = await host.snippets();
    const page = await host.open(`${frame}${height}`);
    await inside(page).locator('.map [role=button]').first().waitFor();
    const heights = async () => [
      (await page.locator('iframe').boundingBox())!.height - 4,
      Math.ceil(await frameOf(page).evaluate(() => document.body.getBoundingClientRect().height)),
    ];
    await expect.poll(async () => new Set(await heights()).size).toBe(1);
    const [wide] = await heights();
    await page.setViewportSize({ width: 400, height: 900 });
    await expect.poll(async () => (await heights())[0]).toBeGreaterThan(wide! + 100);
    await expect.poll(async () => new Set(await heights()).size).toBe(1);
  });
});
