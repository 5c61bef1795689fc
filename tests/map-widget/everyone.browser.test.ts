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

  test('the styles of a hostile page do not come in', async () => {
    const styles = () =>
      widget.page
        .locator('.row .name')
        .first()
        .evaluate((name) => {
          const { fontSize, textTransform, letterSpacing } = getComputedStyle(name);
          return { fontSize, textTransform, letterSpacing };
        });
    await open();
    await row('Au').waitFor();
    const plain = await styles();
    await widget.openBody(
      '<style>body * { font-size: 40px !important; } a, button, span, digitale-wege-map { text-transform: uppercase; letter-spacing: 5px; float: left }</style><digitale-wege-map></digitale-wege-map>',
    );
    await row('Au').waitFor();
    expect(await styles()).toEqual(plain);
  });
});
