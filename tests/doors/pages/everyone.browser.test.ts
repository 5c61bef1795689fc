import { describe, expect, it } from 'vitest';
import { checkedPages } from '../../../api/doors/pages/law/checked-pages.ts';
import { axeFinds, axeFindsInBoth } from '../../support/axe.ts';
import { remove } from '../../support/remove.ts';
import { useHostPage } from './host-page.ts';

const host = useHostPage();

describe('axe finds nothing, light and dark,', () => {
  it.each([
    ['', axeFindsInBoth],
    // Colours are the same in every language.
    ['?lang=en', axeFinds],
  ] as const)('on any page of the hub %s', async (lang, finds) => {
    const page = await host.open('');
    for (const path of checkedPages) {
      await page.goto(host.hub + path + (path.includes('?') ? lang.replace('?', '&') : lang));
      for (const frame of page.frames())
        if ((await frame.locator('digitale-wege-map').count()) > 0)
          await frame.locator('digitale-wege-map .map [role=button]').first().waitFor();
      expect(await finds(page), path).toEqual([]);
    }
  });

  it.each(['', '?lang=en'])(
    'on the pages that say that nothing is there, or not any more %s',
    async (lang) => {
      const slug = `onleihe-alt${lang.length}`;
      await remove(host.database, 'projects', slug, { slug, title: 'Onleihe Region' });
      const page = await host.open('');
      for (const [path, status] of [
        [`/projects/${slug}${lang}`, 410],
        [`/municipalities/waldkirsch${lang}`, 404],
        [`/nothing${lang}`, 404],
      ] as const) {
        // The browser would complain of the status, which is no mistake here.
        await page.route(host.hub + path, async (route) => {
          const response = await route.fetch();
          expect(response.status()).toBe(status);
          await route.fulfill({ response, status: 200 });
        });
        await page.goto(host.hub + path);
        await page.locator('form.search').waitFor();
        expect(await axeFindsInBoth(page), path).toEqual([]);
      }
    },
  );

  it.each(['de', 'en'])('on the page of another site with frame and element, in %s', async (lang) => {
    const { frame, element } = await host.snippets(`?field=menschen-mitnehmen&lang=${lang}`);
    const page = await host.open(frame + element, { lang });
    await page.locator('main > digitale-wege-map .map [role=button]').first().waitFor();
    await page.frameLocator('iframe').locator('.map [role=button]').first().waitFor();
    expect(await axeFindsInBoth(page)).toEqual([]);
  });

  it('on the list that stands in for the map where no script runs', async () => {
    const page = await host.open('');
    await page.route('**/map.js', (route) => route.fulfill({ body: '', contentType: 'text/javascript' }));
    await page.goto(`${host.hub}/embed?field=e-akte&text=xyzxyz&locked=field`);
    await page.locator('.map-list').waitFor();
    expect(await axeFindsInBoth(page)).toEqual([]);
  });
});
