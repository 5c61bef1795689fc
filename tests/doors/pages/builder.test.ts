import { beforeAll, describe, expect, it } from 'vitest';
import { openHub, type TestHub } from '../../support/hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await openHub();
  return () => hub.database.close();
});

const page = async (path: string) => (await hub.visit(path)).text();
const unescaped = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
const snippets = (html: string) =>
  [...html.matchAll(/<textarea[^>]*>(.*?)<\/textarea>/gs)].map(([, code]) => unescaped(code!).trim());

describe('/embed/builder', () => {
  it('makes both snippets of what the form says, the frame with title, lazy loading and a link', async () => {
    const html = await page('/embed/builder?field=e-akte&status=&view=map&height=20rem&locked=field&lang=en');
    expect(snippets(html)).toEqual([
      '<iframe src="https://hub.example/embed?field=e-akte&amp;view=map&amp;height=20rem&amp;locked=field&amp;lang=en" title="Digital paths in the Freiburg region" width="100%" height="720" loading="lazy" allow="fullscreen; clipboard-write"></iframe>\n<p><a href="https://hub.example/?field=e-akte&amp;view=map&amp;height=20rem&amp;locked=field&amp;lang=en">Digital paths in the Freiburg region</a></p>',
      '<script type="module" src="https://hub.example/embed.js"></script>',
      '<script type="module" src="https://hub.example/map.js"></script>\n<digitale-wege-map field="e-akte" view="map" height="20rem" locked="field" lang="en"><a href="https://hub.example/?field=e-akte&amp;view=map&amp;height=20rem&amp;locked=field&amp;lang=en">Digital paths in the Freiburg region</a></digitale-wege-map>',
    ]);
    expect(html).toContain(
      '<iframe src="/embed?field=e-akte&amp;view=map&amp;height=20rem&amp;locked=field&amp;lang=en"',
    );
    expect(html).toContain('<option value="e-akte" selected="">');
    expect(html).toContain('The map loads from https://hub.example only');
  });

  it('leaves out the parts that are ticked, which an address may say one by one as well', async () => {
    const [frame, , script] = snippets(await page('/embed/builder?hide=title&hide=list&legend=off'));
    expect(frame).toContain('/embed?hide=title+list+legend"');
    expect(script).toContain('hide="title list legend"');
    expect((await hub.visit('/embed?legend=on')).status).toBe(400);
  });

  it('lets nothing out of the snippet that a filter brings in', async () => {
    const [frame, , script] = snippets(await page(`/embed/builder?text=${encodeURIComponent('"><b>x')}`));
    expect(frame).not.toContain('<b>');
    expect(script).toContain('text="&quot;&gt;&lt;b&gt;x"');
  });

  it('shows only its own pages in its frame', async () => {
    expect((await hub.visit('/embed/builder')).headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; .*; frame-src 'self'$/,
    );
  });
});

describe('/oembed', () => {
  const oembed = (url: string, more = '') => hub.visit(`/oembed?url=${encodeURIComponent(url)}${more}`);
  const common = {
    version: '1.0',
    provider_name: 'Digitale Wege in der Region Freiburg',
    provider_url: 'https://hub.example/',
  };

  it('gives the frame for the address of a map, within the size that is free', async () => {
    const response = await oembed(
      'https://hub.example/embed?field=e-akte&lang=en',
      '&maxwidth=500&maxheight=9999',
    );
    expect(await response.json()).toEqual({
      ...common,
      type: 'rich',
      title: 'Digital paths in the Freiburg region',
      width: 500,
      height: 720,
      html: '<iframe src="https://hub.example/embed?field=e-akte&amp;lang=en" title="Digital paths in the Freiburg region" width="500" height="720" loading="lazy" allow="fullscreen; clipboard-write"></iframe>\n<p><a href="https://hub.example/?field=e-akte&amp;lang=en">Digital paths in the Freiburg region</a></p>',
    });
  });

  it.each([
    ['/municipalities/08316056', 'municipality=08316056'],
    ['/municipalities/08316?lang=en', 'municipality=08316&amp;lang=en'],
    ['/fields/e-akte', 'field=e-akte'],
    ['/topics/open-data', 'topic=open-data'],
    ['/projects/onleihe-regio', 'project=onleihe-regio'],
    ['/strategies/neuenburg-smart-city-2022', 'municipality=08315076&amp;layer=strategies'],
    ['/contacts/gemeinde-rheinhausen', 'municipality=08316053&amp;layer=contacts'],
  ])('gives the map that shows what %s is about', async (path, query) => {
    const { type, html } = await (await oembed(`https://hub.example${path}`)).json();
    expect(type).toBe('rich');
    expect(html).toContain(`<iframe src="https://hub.example/embed?${query}" `);
    const address = `/embed?${query.replaceAll('&amp;', '&')}`;
    expect((await hub.visit(address)).status).toBe(200);
  });

  it('gives a link where no map shows it, or none that fits', async () => {
    expect(
      await (await oembed('https://hub.example/events/digitaltag-freiburg-2025?lang=en')).json(),
    ).toEqual({
      ...common,
      type: 'link',
      title: expect.stringContaining('Digitaltag'),
    });
    expect((await (await oembed('https://hub.example/', '&maxwidth=200')).json()).type).toBe('link');
    expect((await (await oembed('https://hub.example/', '&maxheight=200')).json()).type).toBe('link');
  });

  it('is found from the pages that it is for, and answers what they name', async () => {
    for (const path of ['/?field=e-akte', '/embed?layer=contacts', '/projects/onleihe-regio?lang=en']) {
      const html = await page(path);
      for (const type of ['application/json', 'text/xml']) {
        const [, address] = new RegExp(`type="${type.replace('/', '.')}.oembed" href="([^"]+)"`).exec(html)!;
        const response = await hub.visit(unescaped(address!).replace('https://hub.example', ''));
        expect(response.headers.get('content-type')).toContain(type);
        expect(await response.text()).toMatch(/e-akte|layer=contacts|project=onleihe-regio.*lang=en/);
      }
    }
    expect(await page('/data')).not.toContain('oembed');
  });

  it('speaks XML to whoever asks for it', async () => {
    const response = await oembed('https://hub.example/', '&format=xml');
    expect(response.headers.get('content-type')).toBe('text/xml; charset=utf-8');
    expect(await response.text()).toMatch(
      /^<\?xml version="1\.0" encoding="UTF-8"\?><oembed><version>1\.0<\/version><type>rich<\/type><title>.*<html>&lt;iframe .*<\/oembed>$/s,
    );
  });

  it.each([
    ['https://evil.example/', '', 404],
    ['nonsense', '', 404],
    ['https://hub.example/data', '', 404],
    ['https://hub.example/projects/none', '', 404],
    ['https://hub.example/projects/%E0%A4%A', '', 404],
    ['https://hub.example/embed?field=none', '', 404],
    ['https://hub.example/projects/onleihe-regio?lang=xx', '', 404],
    ['https://hub.example/', '&maxwidth=wide', 400],
    ['https://hub.example/', '&format=yaml', 501],
  ])('refuses %s %s', async (url, more, status) => {
    expect((await oembed(url, more)).status).toBe(status);
  });
});
