import { describe, expect, it } from 'vitest';
import { useWidgetPage } from './widget-page.ts';

const widget = useWidgetPage();
const box = async (selector: string) => (await widget.page.locator(selector).first().boundingBox())!;

describe('embedded', () => {
  it.each([1200, 800, 360])('the map is as high as the page says, at %i pixels', async (width) => {
    await widget.page.setViewportSize({ width, height: 1000 });
    await widget.open('height="300"');
    await widget.square('Au').waitFor();
    expect((await box('.map')).height).toBeCloseTo(300, 0);
  });

  it('each part can be switched off by its own name', async () => {
    await widget.open('search="off" filters="off" layers="off" list="off" legend="off" title="off"');
    await widget.square('Au').waitFor();
    for (const part of ['.ask', '.fold', '.switches', '.list', '.legend'])
      expect(await widget.page.locator(part).isVisible(), part).toBe(false);
    expect((await box('.title')).height).toBeLessThanOrEqual(1);
  });

  it('a locked place fills the map', async () => {
    await widget.open();
    await widget.square('Au').waitFor();
    const whole = await box('.map path.area[data-ags="00000001"]');
    await widget.open('municipality="00000001" locked="municipality"');
    await widget.square('Au').waitFor();
    await expect
      .poll(async () => (await box('.map path.area[data-ags="00000001"]')).height)
      .toBeGreaterThan(1.5 * whole.height);
  });

  it('what is chosen can be passed on, as an address, a file, a picture, a map and a feed', async () => {
    await widget.open('field="e-akte" layer="contacts"');
    await widget.square('Au').waitFor();
    const links = await widget.page
      .locator('.foot a')
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    expect(links.map((link) => link.replace(widget.hub.origin, ''))).toEqual([
      '/projects.xlsx?field=e-akte',
      '/map.png?field=e-akte&layer=contacts',
      '/embed/builder?field=e-akte&layer=contacts',
      '/feeds/projects.atom?field=e-akte',
    ]);
  });

  it('a field or a topic is chosen from one list with counts, by keyboard alone', async () => {
    await widget.open();
    await widget.row('Au').waitFor();
    await widget.page.getByRole('combobox', { name: 'Worum geht es?' }).focus();
    await widget.page.keyboard.press('ArrowDown');
    await widget.page.getByRole('option', { name: 'E-Akte Handlungsfeld · 2', selected: true }).waitFor();
    await widget.page.keyboard.press('Enter');
    await widget.page.locator('digitale-wege-map[field="e-akte"]').waitFor();
  });
});
