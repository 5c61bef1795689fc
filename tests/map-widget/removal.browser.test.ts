import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { useWidgetPage } from './widget-page.ts';

const widget = useWidgetPage();
const none = { listeners: 0, observers: 0, timers: 0, requests: 0 };

/** A page without a map that counts what is alive in it. */
async function openCounted() {
  await widget.page.addInitScript({ path: fileURLToPath(new URL('count-alive.js', import.meta.url)) });
  await widget.openBody('<p>Rathaus</p>');
}
const alive = () => widget.page.evaluate(() => (globalThis as unknown as { alive(): typeof none }).alive());
const add = (attributes: Record<string, string> = {}) =>
  widget.page.evaluate((given) => {
    const map = document.createElement('digitale-wege-map');
    for (const [name, value] of Object.entries(given)) map.setAttribute(name, value);
    document.body.append(map);
  }, attributes);
const removeAll = () =>
  widget.page.evaluate(() => {
    for (const map of document.querySelectorAll('digitale-wege-map')) map.remove();
  });

describe('after element.remove()', () => {
  test('nothing of a map with an open panel is alive', async () => {
    await openCounted();
    expect(await alive()).toEqual(none);
    await add({ municipality: '00000001' });
    await widget.square('Au').waitFor();
    await widget.page.getByRole('link', { name: 'Alles zu Au' }).waitFor();
    expect((await alive()).observers).toBeGreaterThan(0);
    await removeAll();
    await expect.poll(alive).toEqual(none);
  });

  test('nothing is alive of a map that was still loading', async () => {
    await openCounted();
    await add();
    await removeAll();
    await expect.poll(alive).toEqual(none);
  });

  test('nothing is alive of a map that waited to ask its hub again', async () => {
    await openCounted();
    widget.hub.reachable = false;
    await add();
    await widget.page.getByRole('alert').first().waitFor();
    expect((await alive()).timers).toBeGreaterThan(0);
    await removeAll();
    await expect.poll(alive).toEqual(none);
  });

  test('it works when put back, time and again, beside a second one', async () => {
    await openCounted();
    await add();
    await widget.square('Au').waitFor();
    const once = await alive();
    for (let time = 0; time < 3; time += 1) {
      await widget.page.evaluate(() => {
        const map = document.querySelector('digitale-wege-map')!;
        map.remove();
        document.body.append(map);
      });
      await widget.square('Au').waitFor();
      await expect.poll(alive).toEqual(once);
    }
    await add();
    await expect.poll(() => widget.square('Au').count()).toBe(2);
    await removeAll();
    await expect.poll(alive).toEqual(none);
  });
});
