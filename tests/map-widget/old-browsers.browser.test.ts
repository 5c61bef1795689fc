import { describe, expect, it } from 'vitest';
import { useWidgetPage } from './widget-page.ts';

const widget = useWidgetPage();

/** The list and a plain map with colours, as they are drawn everywhere. */
async function expectListAndMap() {
  await widget.row('Au').waitFor();
  await widget.square('Au').waitFor();
  const colours = await widget.page.evaluate(() => {
    const root = document.querySelector('digitale-wege-map')!.shadowRoot!;
    const style = getComputedStyle(root.querySelector('.frame')!);
    return { ink: style.color, ground: style.backgroundColor };
  });
  expect(colours).toEqual({ ink: 'rgb(26, 35, 38)', ground: 'rgb(255, 255, 255)' });
  expect(widget.complaints).toEqual([]);
}

describe('in browsers of three years ago', () => {
  it.each([
    'delete AbortSignal.any; delete AbortSignal.timeout',
    'delete URL.canParse; delete URL.parse',
    'delete URLSearchParams.prototype.size',
    'delete Promise.withResolvers; delete Object.groupBy; delete Map.groupBy; delete Promise.try',
    'delete Element.prototype.checkVisibility; delete Array.prototype.toSorted; delete Set.prototype.union',
  ])('list and map are there after `%s`', async (without) => {
    await widget.page.addInitScript(without);
    await widget.open();
    await expectListAndMap();
  });

  it('list and map have their colours without light-dark()', async () => {
    await widget.page.addInitScript(() => {
      const { replaceSync } = CSSStyleSheet.prototype;
      CSSStyleSheet.prototype.replaceSync = function replaced(css) {
        replaceSync.call(this, css.replaceAll('light-dark(', 'not-known('));
      };
    });
    await widget.open();
    await expectListAndMap();
    await widget.page.locator('digitale-wege-map').evaluate((map) => map.setAttribute('theme', 'dark'));
    const ground = () =>
      widget.page
        .locator('digitale-wege-map .frame')
        .evaluate((frame) => getComputedStyle(frame).backgroundColor);
    expect(await ground()).toBe('rgb(20, 25, 28)');
  });
});

describe('on a page that forbids scripts made of text', () => {
  it('list and map are there with Trusted Types', async () => {
    const policy = encodeURIComponent("require-trusted-types-for 'script'; trusted-types 'none'");
    await widget.page.goto(`${widget.hub.page}/?policy=${policy}`);
    await expectListAndMap();
  });
});

describe('the page around it', () => {
  it.each([
    ['light', 'rgb(255, 255, 255)'],
    ['dark', 'rgb(20, 25, 28)'],
  ])('decides by its color-scheme whether the map is %s', async (scheme, ground) => {
    // The visitor's system wants the other.
    await widget.page.emulateMedia({ colorScheme: scheme === 'dark' ? 'light' : 'dark' });
    await widget.openBody(
      `<style>body { color-scheme: ${scheme} }</style><digitale-wege-map></digitale-wege-map>`,
    );
    await widget.row('Au').waitFor();
    const frame = widget.page.locator('digitale-wege-map .frame');
    expect(await frame.evaluate((one) => getComputedStyle(one).backgroundColor)).toBe(ground);
    await widget.page.locator('digitale-wege-map').evaluate((map) => map.setAttribute('theme', 'auto'));
    expect(await frame.evaluate((one) => getComputedStyle(one).backgroundColor)).not.toBe(ground);
  });
});
