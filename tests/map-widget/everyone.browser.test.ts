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
      '<digitale-wege-map id="one"></digitale-wege-map><div id="tab" hidden><digitale-wege-map id="two" status="RUNNING"></digitale-wege-map></div>',
    );
    const [one, two] = [widget.page.locator('#one'), widget.page.locator('#two')];
    await one.getByText('4 Projekte in 2 Gemeinden').waitFor();
    await one.locator('.map [role=button]').first().waitFor();
    await widget.page.evaluate(() => {
      document.getElementById('tab')!.hidden = false;
    });
    await two.getByText('3 Projekte in 2 Gemeinden').waitFor();
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
    /** What comes through the edge of a shadow tree unless it is stopped. */
    const inherited = ['font', 'color', 'cursor', 'direction', 'hyphens', 'letter-spacing', 'list-style']
      .concat([
        'line-height',
        'quotes',
        'tab-size',
        'text-align',
        'text-indent',
        'text-shadow',
        'text-transform',
      ])
      .concat(['visibility', 'white-space', 'word-break', 'word-spacing', 'writing-mode']);
    const looks = () =>
      widget.page.locator('digitale-wege-map').evaluate(
        (map, inherited) =>
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
              const style = getComputedStyle(part);
              const look = inherited.concat('background', 'border', 'padding', 'margin', 'opacity');
              const values = look.map((property) => style.getPropertyValue(property));
              return [selector, [...values, width, height]];
            }),
          ),
        inherited,
      );
    const themes = [
      'html { font-size: 62.5%; } body { font-size: 1.6rem; }',
      'html { font-size: 10px; } body, body * { font-family: serif !important; font-size: 40px !important; line-height: 3 !important; color: red !important; letter-spacing: 5px !important; }',
      'button, input, select, table, td { all: unset; } svg { width: 100%; height: auto; fill: red; } ul li { list-style: square; padding: 2em; } a { border-bottom: 3px solid; }',
      'a, button, span, div, digitale-wege-map { text-transform: uppercase; float: none; font-weight: 900; text-align: center; text-shadow: 1px 1px red; visibility: visible; } * { box-sizing: content-box !important; transition: all 1s !important; }',
      '* { all: unset !important; } style, head, title { display: none !important; }',
      'html { direction: rtl; } body { text-align: right; white-space: pre; word-spacing: 1em; letter-spacing: 0.3em; text-transform: uppercase; line-height: 3; font-size: 30px; cursor: wait; text-indent: 2em; hyphens: auto; word-break: break-all; writing-mode: horizontal-tb; }',
      'html { box-sizing: border-box; } *, ::before, ::after { box-sizing: inherit; margin: 0; padding: 0; border: 0; vertical-align: baseline; font: inherit; } body { font: 300 30px/3 Georgia; color: gray; } div:empty, p:empty, :where(main > *) { max-width: none; }',
    ];
    const element = '<digitale-wege-map></digitale-wege-map>';
    const page = (theme: string) => `<style>body { margin: 0 !important; } ${theme}</style>${element}`;
    await widget.openBody(page(''));
    await square('Au').waitFor();
    const plain = await looks();
    for (const theme of themes) {
      await widget.openBody(page(theme));
      await square('Au').waitFor();
      expect(await looks(), theme).toEqual(plain);
    }
  });

  test('is hidden with what is around it, and dark where it is told to be', async () => {
    await widget.openBody(
      '<style>* { all: unset !important; } style { display: none !important; }</style><digitale-wege-map theme="dark"></digitale-wege-map>',
    );
    await square('Au').waitFor();
    const ground = widget.page.locator('.frame').evaluate((frame) => getComputedStyle(frame).backgroundColor);
    expect(await ground).toBe('rgb(20, 25, 28)');
    await widget.openBody(
      '<style>div { visibility: hidden; }</style><div><digitale-wege-map></digitale-wege-map></div>',
    );
    await widget.page.locator('.widget.mapped').waitFor({ state: 'attached' });
    expect(await square('Au').isVisible()).toBe(false);
  });
});
