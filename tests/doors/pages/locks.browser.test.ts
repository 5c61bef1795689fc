import type { Frame, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useHostPage } from './host-page.ts';

const host = useHostPage();

type Row = { ags: string; slug: string; outside: boolean };

/** What stands within a lock: the keys of all records that may be shown. */
async function recordsWithin(query: string): Promise<Set<string>> {
  const data = await (await fetch(`${host.hub}/map.json?${query}`)).json();
  const places = data.municipalities.filter(({ outside }: Row) => !outside);
  return new Set([...places.map(({ ags }: Row) => ags), ...data.projects.map(({ slug }: Row) => slug)]);
}

/** The frame's inside. */
const inside = (page: Page) => page.frameLocator('iframe');
const frameOf = (page: Page) => page.frames().find((frame) => frame !== page.mainFrame())!;

const settled = (where: Page | Frame) =>
  where.waitForFunction(() => {
    const root = document.querySelector('digitale-wege-map')?.shadowRoot;
    return (
      root?.querySelector('.widget[aria-busy=false]') && !root.querySelector('.panel-head [role=status]')
    );
  });

/** Does the next thing that has not been done yet, as a visitor would; null when there is nothing left. */
const act = (where: Page | Frame, done: string[]) =>
  where.evaluate((done) => {
    const root = document.querySelector('digitale-wege-map')!.shadowRoot!;
    const usable = (control: Element) => control.checkVisibility({ visibilityProperty: true });
    const nameOf = (control: Element) =>
      [control.className, control.getAttribute('data-key') ?? control.textContent].join(' ');
    const search = root.querySelector<HTMLInputElement>('input');
    if (search && usable(search) && !done.includes('search')) {
      search.value = 'digital';
      search.dispatchEvent(new Event('input'));
      return 'search';
    }
    for (const select of root.querySelectorAll('select'))
      for (const { value } of [...select.options].slice(0, 3)) {
        const name = `${select.dataset.key} ${value}`;
        if (done.includes(name)) continue;
        select.value = value;
        select.dispatchEvent(new Event('change'));
        return name;
      }
    const controls = [
      ...root.querySelectorAll<HTMLElement>('button:not(.page), .panel a[data-key]'),
      ...[...root.querySelectorAll<HTMLElement>('.list a')].slice(0, 3),
    ];
    const next = controls.find((control) => usable(control) && !done.includes(nameOf(control)));
    next?.click();
    return next ? nameOf(next) : null;
  }, done);

/** The records that the widget leads to: in the list, on the map, and in the panel. */
const shown = (where: Page | Frame) =>
  where.evaluate(() => {
    const root = document.querySelector('digitale-wege-map')!.shadowRoot!;
    const rows = [...root.querySelectorAll<HTMLElement>('.list a, .panel a[data-key]')];
    const areas = [...root.querySelectorAll<SVGElement>('.map [role=button]:not([aria-hidden])')];
    return [
      ...rows.map(({ dataset }) => dataset.key!.replace(/^(peer|work)-/, '')),
      ...areas.map(({ dataset }) => dataset.ags!),
    ];
  });

/** One for each way in which a lock binds: a place, a choice, words, a circle, one municipality, the whole region. */
const locks = [
  'district=08316',
  'field=e-akte',
  'text=glasfaser',
  'near=08316056&km=10',
  'municipality=08316056',
  'regionWide=true',
];

/** What has been asked of the hub about records. */
const asked = () =>
  host.requests.flatMap((url) => {
    const { pathname, searchParams } = new URL(url);
    const [, key] = /^\/(?:municipalities|projects)\/([\w-]+)\.json$/.exec(pathname) ?? [];
    return [{ map: pathname === '/map.json', searchParams, key }];
  });

describe('out of a lock', () => {
  it.each([...locks.map((lock) => [lock, 'element'] as const), ['district=08316', 'frame'] as const])(
    'of %s in the %s leads nothing that a visitor can press, choose or type',
    async (lock, kind) => {
      const given = new URLSearchParams(lock);
      const within = await recordsWithin(lock).then((keys) => keys.add('region'));
      const snippets = await host.snippets(`?${lock}&locked=${[...given.keys()].join(' ')}`);
      const page = await host.open(snippets[kind]);
      if (kind === 'frame') await inside(page).locator('.list a').first().waitFor();
      const where = kind === 'frame' ? frameOf(page) : page;
      const done: string[] = [];
      for (let step = 0; step < 60; step++) {
        await settled(where);
        const strangers = (await shown(where)).filter((key) => !within.has(key));
        expect(strangers, done.join(', ')).toEqual([]);
        const next = await act(where, done);
        if (next === null) break;
        done.push(next);
        if (next === 'search') await where.waitForTimeout(300);
      }
      expect(done.length).toBeGreaterThan(15);
      for (const { map, searchParams, key } of asked()) {
        if (map)
          for (const [name, value] of given) expect(searchParams.getAll(name), done.join()).toEqual([value]);
        if (key) expect([...within]).toContain(key);
      }
    },
    120_000,
  );

  it('leads no arrow key on the map', async () => {
    const within = await recordsWithin('district=08316&sizeClass=BELOW_5000');
    const { element } = await host.snippets(
      '?district=08316&sizeClass=BELOW_5000&locked=district&locked=sizeClass',
    );
    const page = await host.open(element);
    await page.locator('.map [role=button]').first().waitFor();
    await page.locator('.map [tabindex="0"]').focus();
    const reached = new Set<string>();
    for (const key of ['Down', 'Right', 'Up', 'Left', 'Up', 'Right'])
      for (let step = 0; step < 6; step++) {
        await page.keyboard.press(`Arrow${key}`);
        reached.add(
          await page.evaluate(() => {
            const { shadowRoot } = document.querySelector('digitale-wege-map')!;
            return (shadowRoot!.activeElement as SVGElement).dataset.ags!;
          }),
        );
      }
    expect(reached.size).toBeGreaterThan(4);
    for (const ags of reached) expect([...within]).toContain(ags);
  });

  it.each(['municipality="08315113"', 'municipality="08315"', 'project="frelo-leihraeder"'])(
    'leads no attribute that opens what lies outside: %s',
    async (outside) => {
      const { element } = await host.snippets('?district=08316&locked=district');
      const page = await host.open(element.replace(' district=', ` ${outside} district=`));
      await page.locator('digitale-wege-map .map [role=button]').first().waitFor();
      await settled(page);
      expect(await page.locator('.panel').isVisible()).toBe(false);
      expect(asked().filter(({ key }) => key)).toEqual([]);
    },
  );

  it('leads no link of the frame: pages of the hub open beside it', async () => {
    const { frame } = await host.snippets('?district=08316&locked=district');
    const page = await host.open(frame);
    await inside(page)
      .getByRole('link', { name: /^Waldkirch,/ })
      .click();
    await inside(page).locator('.panel .onward').first().waitFor();
    const address = frameOf(page).url();
    // What has a key or the frame for its target stays within; the page's own foot hides while the widget shows its.
    const links = inside(page)
      .locator('.panel a:not([data-key], [target=_self]), .foot a, footer a')
      .filter({ visible: true });
    expect(await links.count()).toBeGreaterThan(4);
    for (const link of await links.all()) {
      if (!(await link.getAttribute('href'))!.startsWith(host.hub)) continue;
      const [beside] = await Promise.all([page.waitForEvent('popup'), link.click()]);
      await beside.close();
      expect(frameOf(page).url()).toBe(address);
    }
  });

  it('leads no link, no form and no way back where no script runs', async () => {
    const within = await recordsWithin('district=08316');
    const { frame } = await host.snippets('?district=08316&locked=district');
    const page = await host.open(frame, { javaScriptEnabled: false });
    const check = async () => {
      expect(frameOf(page).url()).toMatch(/[?&]district=08316&.*locked=district/);
      for (const link of await inside(page).locator('.map-list a[target=_self]').all())
        expect(await link.getAttribute('href')).toMatch(/[?&]district=08316&.*locked=district/);
      for (const link of await inside(page).locator('.records a, .columns a').all())
        expect([...within]).toContain((await link.getAttribute('href'))!.split('/').at(-1));
    };
    const arrived = (words: string) => inside(page).locator('.chosen').getByText(words).first().waitFor();
    await check();
    await inside(page).getByRole('link', { name: 'Menschen mitnehmen' }).click();
    await arrived('Menschen mitnehmen');
    await check();
    await inside(page).getByRole('searchbox').fill('digital');
    await inside(page).getByRole('button', { name: 'Suchen' }).click();
    await arrived('digital');
    await check();
    await inside(page).getByRole('link', { name: 'Alle Filter aufheben' }).click();
    await inside(page).locator('.chosen li').nth(1).waitFor({ state: 'detached' });
    await check();
    await page.evaluate('history.back()');
    await arrived('digital');
    await check();
  });
});
