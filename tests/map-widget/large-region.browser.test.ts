import { beforeEach, describe, expect, test } from 'vitest';
import { mapData } from './fixture-data.ts';
import { boundaries, count, districts, finer, nameAt, rows } from './large-region.ts';
import { useWidgetPage } from './widget-page.ts';

const widget = useWidgetPage();
const inMap = () => widget.page.locator('.map').getByRole('button');
const title = () => widget.page.locator('.panel h3').textContent();
const parts = () => widget.requests.filter((url) => url.includes('/map/boundaries/'));

beforeEach(async () => {
  const headers = { 'access-control-allow-origin': '*' };
  const serve = (path: RegExp, answer: (path: string) => unknown) =>
    widget.page.route(path, (route) => {
      route.fulfill({ headers, json: answer(new URL(route.request().url()).pathname) });
    });
  await serve(/\/map\.json/, () => ({
    ...mapData(new URLSearchParams()),
    municipalities: [...districts, ...rows],
  }));
  await serve(/\/map\/boundaries-1\.json/, () => boundaries);
  await serve(/\/map\/boundaries\//, (path) => finer(/9-(\d+)/.exec(path)![1]!));
});

/** The colour in the middle of an area with a project, near the middle of the map, as the canvas has it. */
const colour = () =>
  widget.page.locator('.map').evaluate((map) => {
    const frame = map.getBoundingClientRect();
    const [x, y] = [frame.left + frame.width / 2 + 6, frame.top + frame.height / 2 + 6];
    for (const canvas of map.querySelectorAll('canvas')) {
      const box = canvas.getBoundingClientRect();
      if (x < box.left || x >= box.right || y < box.top || y >= box.bottom) continue;
      const scale = canvas.width / box.width;
      const [column, row] = [(x - box.left) * scale, (y - box.top) * scale];
      return [...canvas.getContext('2d')!.getImageData(column, row, 1, 1).data].join(' ');
    }
    return null;
  });

describe('with more than a thousand municipalities', () => {
  test('a click on the canvas opens the municipality, and the list turns to its page', async () => {
    await widget.open();
    await widget.page.locator('.widget.mapped').waitFor();
    const map = (await widget.page.locator('.map').boundingBox())!;
    await widget.page.mouse.click(map.x + map.width / 2 + 3, map.y + map.height / 2 + 3);
    await widget.page.getByRole('heading', { name: nameAt(17, 17) }).waitFor();
    const current = widget.page.locator('.list [aria-current=true] .name');
    expect(await current.textContent()).toBe(nameAt(17, 17));
    expect(await widget.page.locator('.list > ul:last-of-type .row').count()).toBe(200);
    expect(await widget.page.locator('path.mark').first().getAttribute('d')).toMatch(/^M/);
  });

  test('arrow keys lead from neighbour to neighbour, and each is a button with its words', async () => {
    await widget.open();
    await widget.page.locator('.widget.mapped').waitFor();
    const name = () => widget.focused();
    await inMap().focus();
    expect(await name()).toBe(`${nameAt(0, 0)}, noch niemand`);
    for (const [key, column, row] of [
      ['ArrowRight', 1, 0],
      ['ArrowDown', 1, 1],
      ['ArrowLeft', 0, 1],
    ] as const) {
      await widget.page.keyboard.press(key);
      expect(await name()).toContain(`${nameAt(column, row)},`);
    }
    await expect.poll(() => inMap().count()).toBe(1);
    await widget.page.keyboard.press('Enter');
    expect(await title()).toBe(nameAt(0, 1));
    await widget.page.keyboard.press('Escape');
    expect(await name()).toContain(`${nameAt(0, 1)},`);
  });

  test('a class of the legend is left alone on the canvas as well', async () => {
    await widget.open();
    await widget.page.locator('.widget.mapped').waitFor();
    await expect.poll(colour).toMatch(/ 255$/);
    await widget.page.getByRole('button', { name: /noch niemand: machen Sie/ }).click();
    await expect.poll(colour).toBe('0 0 0 0');
  });

  test('finer boundaries are asked for as they come into sight, each once', async () => {
    await widget.open();
    await widget.page.locator('.widget.mapped').waitFor();
    expect(parts()).toEqual([]);
    const closer = widget.page.getByRole('button', { name: 'Karte vergrößern' });
    for (let step = 0; step < 3; step += 1) await closer.click();
    const { origin } = widget.hub;
    await expect.poll(parts).toEqual(['001', '002'].map((part) => `${origin}/map/boundaries/9-${part}.json`));
    await closer.click();
    expect(parts().length).toBe(2);
  });

  test('many Landkreise lie behind a fold that stays as the visitor leaves it', async () => {
    await widget.open();
    const fold = widget.page.locator('.list summary');
    expect(await fold.textContent()).toBe('Landkreise 13');
    expect(await widget.row('Landkreis Kreis 1').isVisible()).toBe(false);
    await fold.press('Enter');
    await widget.row('Landkreis Kreis 1,').click();
    await widget.page.locator('.panel').getByRole('button', { name: 'Schließen' }).click();
    expect(await widget.focused()).toContain('Landkreis Kreis 1,');
    await fold.press('Enter');
    await widget.row('Ort 1,').click();
    expect(await widget.row('Landkreis Kreis 1,').isVisible()).toBe(false);
  });

  test('a Landkreis that is open is seen in spite of the fold', async () => {
    await widget.open('municipality="00003"');
    await widget.page.locator('.panel .onward').first().waitFor();
    expect(await widget.row('Landkreis Kreis 3,').isVisible()).toBe(true);
  });

  test('the list stands in pages that lead on and back', async () => {
    await widget.open();
    const last = widget.page.locator('.list > ul:last-of-type .row').last();
    await last.waitFor();
    expect(await widget.page.getByRole('button', { name: `Gemeinden ${texts(count)}` }).count()).toBe(1);
    await widget.page.getByRole('button', { name: `201–400 von ${texts(count)} zeigen` }).click();
    expect(await widget.focused()).toContain('Ort 200,');
    await widget.page.getByRole('button', { name: `1–200 von ${texts(count)} zeigen` }).click();
    expect(await widget.focused()).toContain('Ort 199,');
  });
});

const texts = (value: number) => value.toLocaleString('de-DE');
