import { describe, expect, test } from 'vitest';
import { useWidgetPage } from './widget-page.ts';

const widget = useWidgetPage();
const { open, square, focused } = widget;
const button = () => widget.page.getByRole('button', { name: 'Ganzer Bildschirm' });
const height = async (selector: string) => (await widget.page.locator(selector).boundingBox())!.height;

describe('the whole screen', () => {
  test('is given to the widget by a button that keeps the focus, and taken back by it', async () => {
    await widget.openBody('<div style="width: 320px"><digitale-wege-map></digitale-wege-map></div>');
    await square('Au').waitFor();
    const small = await square('Au').boundingBox();
    expect(await button().getAttribute('aria-pressed')).toBe('false');
    await button().press('Enter');
    await expect.poll(() => button().getAttribute('aria-pressed')).toBe('true');
    const { width, height } = (await widget.page.locator('.widget').boundingBox())!;
    const screen = await widget.page.evaluate(() => [innerWidth, innerHeight]);
    expect(width).toBe(screen[0]);
    expect(height).toBeGreaterThanOrEqual(screen[1]!);
    await expect.poll(async () => (await square('Au').boundingBox())!.width).toBeGreaterThan(small!.width);
    expect(await focused()).toBe('Ganzer Bildschirm');
    await button().press('Enter');
    await expect.poll(() => button().getAttribute('aria-pressed')).toBe('false');
    await expect.poll(async () => (await square('Au').boundingBox())!.width).toBeCloseTo(small!.width, 0);
    expect(await focused()).toBe('Ganzer Bildschirm');
  });

  test('is left by what the browser offers, and the button knows', async () => {
    await open();
    await square('Au').waitFor();
    await button().click();
    await expect.poll(() => button().getAttribute('aria-pressed')).toBe('true');
    await widget.page.evaluate(() => document.exitFullscreen());
    await expect.poll(() => button().getAttribute('aria-pressed')).toBe('false');
  });

  test('lets map and list fill the height, whatever height the page gives', async () => {
    await open('height="10rem"');
    await square('Au').waitFor();
    await button().click();
    await expect.poll(() => height('.body')).toBeGreaterThan(400);
    expect(await height('.list')).toBe(await height('.body'));
  });

  test('is not offered where the browser has none to give', async () => {
    await widget.page.addInitScript(() =>
      Object.defineProperty(Document.prototype, 'fullscreenEnabled', { value: false }),
    );
    await open();
    await square('Au').waitFor();
    expect(await button().count()).toBe(0);
  });
});
