import { describe, expect, test } from 'vitest';
import { useWidgetPage } from './widget-page.ts';

const widget = useWidgetPage();
const { open, row, square } = widget;

/** What of these can be seen. */
const seen = (selectors: string[]) =>
  widget.page
    .locator('digitale-wege-map')
    .evaluate(
      (map, all) =>
        all.filter((selector) =>
          [...map.shadowRoot!.querySelectorAll(selector)].some((one) => one.checkVisibility()),
        ),
      selectors,
    );

describe('the widget', () => {
  test('stands there in an outline as soon as the hub lets one wait, and not before an answer that comes at once', async () => {
    await widget.standStill();
    let answer = () => {};
    const asked = new Promise<void>((held) => {
      void widget.page.route(/\/map\.json/, async (route) => {
        await new Promise<void>((resolve) => {
          answer = resolve;
          held();
        });
        await route.continue();
      });
    });
    await open();
    await asked;
    const outline = widget.page.locator('.widget.loading');
    expect(await outline.count()).toBe(0);
    await widget.page.clock.runFor(50);
    expect(await outline.locator('.loading-text').textContent()).toBe('Die Karte wird geladen …');
    expect(await seen(['.title', '.list', '.map'])).toHaveLength(3);
    answer();
    await row('Au').waitFor();
    expect(await outline.count()).toBe(0);

    // The clock stands: what shows now has not waited for the outline.
    await widget.page.unrouteAll();
    await open();
    await row('Au').waitFor();
  });

  test('has what is open between the map and the list where there is room for all three', async () => {
    await open();
    await row('Au').click();
    await widget.page.locator('.panel h3').waitFor();
    const [map, panel, list] = await Promise.all(
      ['.map', '.panel', '.list'].map((selector) => widget.page.locator(selector).boundingBox()),
    );
    expect(map!.x + map!.width).toBeLessThan(panel!.x);
    expect(panel!.x + panel!.width).toBeLessThan(list!.x);
    expect([map!.y, list!.y]).toEqual([panel!.y, panel!.y]);
  });

  test('on paper is the summary, the map, the legend and the list as long as it is, without what one would press', async () => {
    await open('height="10rem"');
    await square('Au').waitFor();
    await widget.page.emulateMedia({ media: 'print' });
    expect(await seen(['.summary', '.map', '.legend', '.list .row'])).toHaveLength(4);
    expect(
      await seen(['.tools', '.chips', '.row-of-fields', '.more', '.switches', '.tabs', '.foot']),
    ).toEqual([]);
    const [height, scrolled] = await widget.page
      .locator('.list')
      .evaluate((list) => [list.clientHeight, list.scrollHeight]);
    expect(height).toBe(scrolled);
  });

  test('on paper are the projects, the address and the day, light with dark figures, whatever the theme', async () => {
    await open('theme="dark"');
    await row('Au').waitFor();
    await widget.page.emulateMedia({ media: 'print' });
    await widget.page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const paper = await widget.page.locator('.paper').innerText();
    expect(paper).toMatch(/^Projekte: 4\n+Projekt akte Au, Buchenbach · läuft\n/);
    expect(paper).toContain(`${widget.hub.origin}/ · `);
    const colours = await widget.page
      .locator('.frame')
      .evaluate((frame) => [
        getComputedStyle(frame).backgroundColor,
        getComputedStyle(frame.querySelector('.figure-of.a5')!).color,
      ]);
    expect(colours).toEqual(['rgb(255, 255, 255)', 'rgb(26, 35, 38)']);
    await widget.page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await widget.page.locator('.paper').innerText()).toBe('');
  });

  test('moves nothing where less motion is wished', async () => {
    await widget.page.emulateMedia({ reducedMotion: 'reduce' });
    await open();
    await square('Au').waitFor();
    await widget.page.getByRole('button', { name: 'Karte vergrößern' }).click();
    await row('Au').click();
    await widget.page.locator('.panel .onward').first().waitFor();
    expect(
      await widget.page
        .locator('digitale-wege-map')
        .evaluate((map) => [
          map.shadowRoot!.querySelectorAll('.leaflet-zoom-anim').length,
          document.getAnimations().length,
        ]),
    ).toEqual([0, 0]);
  });

  test.each([280, 360])(
    'has its tools below a map of %s pixels, where they hide nothing of it',
    async (width) => {
      await widget.page.setViewportSize({ width, height: 900 });
      await open();
      await square('Au').waitFor();
      const tools = (await widget.page.locator('.tools').boundingBox())!;
      const map = (await widget.page.locator('.map').boundingBox())!;
      expect(tools.y).toBeGreaterThanOrEqual(map.y + map.height);
    },
  );

  test('with the colours of the system tells classes by texture and marks what is chosen', async () => {
    await widget.page.emulateMedia({ forcedColors: 'active' });
    await open();
    await row('Au').click();
    await widget.page.locator('.panel .onward').first().waitFor();
    const style = (selector: string, property: string) =>
      widget.page
        .locator('digitale-wege-map')
        .evaluate(
          (map, [selector, property]) =>
            getComputedStyle(map.shadowRoot!.querySelector(selector!)!).getPropertyValue(property!),
          [selector, property] as const,
        );
    expect(await style('.texture.none', 'stroke')).toBe('rgb(0, 0, 0)');
    expect(await style('.texture.none', 'opacity')).toBe('1');
    expect(await style('.ground.none', 'fill')).toBe('rgb(255, 255, 255)');
    expect(await style('.row[aria-current]', 'outline-style')).toBe('solid');
  });

  test('draws stronger lines where more contrast is wished', async () => {
    await open();
    await square('Au').waitFor();
    const line = () => square('Au').evaluate((area) => getComputedStyle(area).stroke);
    const usual = await line();
    await widget.page.emulateMedia({ contrast: 'more' });
    const ink = await widget.page.locator('.widget').evaluate((root) => getComputedStyle(root).color);
    expect(await line()).toBe(ink);
    expect(usual).not.toBe(ink);
  });

  test('shows where the focus is, on every control that the tab key reaches', async () => {
    await open('municipality="00000001"');
    await widget.page.locator('.panel .onward').first().waitFor();
    await square('Au').waitFor();
    const rings: (string | null)[] = [];
    for (let pressed = 0; pressed < 30; pressed++) {
      await widget.page.keyboard.press('Tab');
      rings.push(
        await widget.page.evaluate(() => {
          const active = document.querySelector('digitale-wege-map')!.shadowRoot!.activeElement;
          if (!active || active.closest('.map')) return null;
          const { outlineStyle, outlineWidth } = getComputedStyle(active);
          return outlineStyle === 'solid' && outlineWidth === '3px' ? null : active.outerHTML;
        }),
      );
    }
    expect(rings.filter(Boolean)).toEqual([]);
  });
});
