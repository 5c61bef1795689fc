import { describe, expect, test } from 'vitest';
import { useWidgetPage } from './widget-page.ts';

const widget = useWidgetPage();
const { open, row, square, focused, violations } = widget;

describe('by keyboard', () => {
  test('arrow keys walk the map, Enter opens, Escape gives the focus back', async () => {
    await open();
    await square('Au').waitFor();
    await square('Au').focus();
    await widget.page.keyboard.press('ArrowRight');
    await widget.page.keyboard.press('ArrowDown');
    expect(await focused()).toMatch(/^Glottertal,/);
    await widget.page.keyboard.press('Enter');
    await widget.page.getByRole('heading', { name: 'Glottertal' }).waitFor();
    expect(await focused()).toBe('Glottertal');
    await widget.page.keyboard.press('Escape');
    await widget.page.locator('.panel').waitFor({ state: 'hidden' });
    expect(await focused()).toMatch(/^Glottertal,/);
    expect(await widget.page.locator('.map [tabindex="0"]').count()).toBe(1);
  });

  test('the list opens the same panel, and closing leads back to its row', async () => {
    await open();
    await row('Ebringen').focus();
    await widget.page.keyboard.press('Enter');
    await widget.page.getByText('Hier ist noch kein Projekt eingetragen').waitFor();
    expect(await square('Ebringen').getAttribute('aria-pressed')).toBe('true');
    await widget.page.getByRole('button', { name: 'Schließen' }).click();
    expect(await focused()).toMatch(/^Ebringen,/);
  });
});

describe('for everyone', () => {
  test.each([280, 320])('stands at %s pixels without scrolling sideways', async (width) => {
    await widget.page.setViewportSize({ width, height: 800 });
    await open('municipality="00000001"');
    await widget.page.getByRole('link', { name: 'Alles zu Au' }).waitFor();
    expect(await widget.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });

  test('every control is at least 24 pixels high and wide', async () => {
    await open('municipality="00000001"');
    await widget.page.getByRole('link', { name: 'Alles zu Au' }).waitFor();
    const small = await widget.page
      .locator(
        'button:visible, select:visible, input:visible, summary:visible, .panel a:visible, .list a:visible',
      )
      .evaluateAll((all) =>
        all
          .filter((one) => one.getBoundingClientRect().height < 24 || one.getBoundingClientRect().width < 24)
          .map((one) => one.outerHTML),
      );
    expect(small).toEqual([]);
  });

  test.each([
    ['de', 'light'],
    ['de', 'dark'],
    ['en', 'light'],
    ['en', 'dark'],
  ])('axe finds nothing in %s, %s, with and without a panel', async (lang, theme) => {
    await open(`theme="${theme}"`, lang);
    await square('Au').waitFor();
    expect(await violations()).toEqual([]);
    await row('Au').click();
    await widget.page.locator('.panel .onward').first().waitFor();
    expect(await violations()).toEqual([]);
    await widget.page.locator('.panel').getByRole('link', { name: 'Projekt akte' }).click();
    await widget.page.locator('.panel dl').waitFor();
    expect(await violations()).toEqual([]);
  });
});

describe('in any page', () => {
  test('taken out of the page it stops asking, put back it starts again', async () => {
    widget.hub.reachable = false;
    await widget.standStill();
    await open();
    await widget.page.getByRole('alert').waitFor();
    const element = await widget.page.evaluateHandle(() => document.querySelector('digitale-wege-map')!);
    await element.evaluate((map) => map.remove());
    const before = widget.hub.asked.length;
    await widget.page.clock.runFor(120_000);
    expect(widget.hub.asked.length).toBe(before);
    widget.hub.reachable = true;
    await element.evaluate((map) => document.querySelector('main')!.append(map));
    await square('Au').waitFor();
  });

  test('two maps on one page, one of them in a tab that is hidden at first, keep to themselves', async () => {
    await widget.openBody(
      '<digitale-wege-map id="one"></digitale-wege-map><div id="tab" hidden><digitale-wege-map id="two" field="e-akte"></digitale-wege-map></div>',
    );
    const [one, two] = [widget.page.locator('#one'), widget.page.locator('#two')];
    await one.getByText('4 Projekte in 2 Gemeinden').waitFor();
    await one.locator('.map [role=button]').first().waitFor();
    await widget.page.evaluate(() => {
      document.getElementById('tab')!.hidden = false;
    });
    await two.getByText('2 Projekte in 2 Gemeinden').waitFor();
    await two.getByRole('button', { name: /^Au,/ }).waitFor();
    const size = async (map: typeof one) => {
      const { width } = (await map.getByRole('button', { name: /^Au,/ }).boundingBox())!;
      return Math.round(width);
    };
    await expect.poll(() => size(two)).toBe(await size(one));
    await two.getByRole('button', { name: 'Alle Filter aufheben' }).click();
    await two.getByText('4 Projekte in 2 Gemeinden').waitFor();
    expect(widget.complaints.filter((text) => !text.includes('404'))).toEqual([]);
  });

  test('keeps its measures and its look in a page with styles as of an old theme', async () => {
    const looks = () =>
      widget.page.locator('digitale-wege-map').evaluate((map) =>
        Object.fromEntries(
          [
            '.figure',
            '.row .name',
            '.chip',
            '.tool',
            '.tab',
            'select',
            '.swatch',
            '.legend',
            '.list',
            '.map',
          ].map((selector) => {
            const part = map.shadowRoot!.querySelector(selector)!;
            const { width, height } = part.getBoundingClientRect();
            const {
              font,
              color,
              background,
              border,
              padding,
              margin,
              textTransform,
              letterSpacing,
              direction,
            } = getComputedStyle(part);
            const look = { font, color, background, border, padding, margin, textTransform, letterSpacing };
            return [selector, { ...look, direction, width, height }];
          }),
        ),
      );
    const themes = [
      'html { font-size: 62.5%; } body { font-size: 1.6rem; }',
      'html { font-size: 10px; } body, body * { font-family: serif !important; font-size: 40px !important; line-height: 3 !important; color: red !important; letter-spacing: 5px !important; }',
      'button, input, select, table, td { all: unset; } svg { width: 100%; height: auto; fill: red; } ul li { list-style: square; padding: 2em; } a { border-bottom: 3px solid; }',
      'a, button, span, div, digitale-wege-map { text-transform: uppercase; float: none; font-weight: 900; text-align: center; text-shadow: 1px 1px red; visibility: visible; } * { box-sizing: content-box !important; transition: all 1s !important; }',
    ];
    const element = '<digitale-wege-map style="width: 1000px"></digitale-wege-map>';
    await widget.openBody(`<style>html { direction: ltr; }</style>${element}`);
    await square('Au').waitFor();
    const plain = await looks();
    for (const theme of themes) {
      await widget.openBody(`<style>${theme}</style>${element}`);
      await square('Au').waitFor();
      expect(await looks()).toEqual(plain);
    }
  });
});
