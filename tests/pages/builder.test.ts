import { beforeAll, describe, expect, it } from 'vitest';
import { openHub, type TestHub } from '../support/hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await openHub();
  return () => hub.database.close();
});

const get = (path: string) => hub.app.request(path, { headers: { accept: 'text/html' } });
const page = async (path: string) => (await get(path)).text();
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
      '<script type="module" src="https://hub.example/map.js"></script>\n<digitale-wege-map field="e-akte" view="map" height="20rem" locked="field" lang="en"></digitale-wege-map>',
    ]);
    expect(html).toContain(
      '<iframe src="/embed?field=e-akte&amp;view=map&amp;height=20rem&amp;locked=field&amp;lang=en"',
    );
    expect(html).toContain('<option value="e-akte" selected="">');
    expect(html).toContain('The map loads from https://hub.example only');
  });

  it('lets nothing out of the snippet that a filter brings in', async () => {
    const [frame, , script] = snippets(await page(`/embed/builder?text=${encodeURIComponent('"><b>x')}`));
    expect(frame).not.toContain('<b>');
    expect(script).toContain('text="&quot;&gt;&lt;b&gt;x"');
  });

  it('shows only its own pages in its frame', async () => {
    expect((await get('/embed/builder')).headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; .*; frame-src 'self'$/,
    );
  });
});

describe('/oembed', () => {
  const oembed = (url: string, more = '') => get(`/oembed?url=${encodeURIComponent(url)}${more}`);
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

  it('gives the map of a municipality or a field for their pages, and a link for other records', async () => {
    expect((await (await oembed('https://hub.example/municipalities/08316056')).json()).html).toContain(
      'https://hub.example/embed?municipality=08316056',
    );
    expect(await (await oembed('https://hub.example/projects/onleihe-regio')).json()).toEqual({
      ...common,
      type: 'link',
      title: 'Onleihe Regio',
    });
  });

  it('is found from the pages that it is for', async () => {
    for (const path of ['/', '/embed', '/projects/onleihe-regio'])
      expect(await page(path)).toMatch(
        /<link rel="alternate" type="application\/json\+oembed" href="https:\/\/hub\.example\/oembed\?url=https%3A%2F%2Fhub\.example/,
      );
  });

  it('speaks XML to whoever asks for it', async () => {
    const response = await oembed('https://hub.example/', '&format=xml');
    expect(response.headers.get('content-type')).toBe('text/xml; charset=utf-8');
    expect(await response.text()).toMatch(
      /^<\?xml version="1\.0" encoding="UTF-8"\?><oembed><version>1\.0<\/version><type>rich<\/type><title>.*<html>&lt;iframe .*<\/oembed>$/s,
    );
  });

  it.each([
    ['https://evil.example/', '', 400],
    ['nonsense', '', 400],
    ['https://hub.example/data', '', 400],
    ['https://hub.example/projects/none', '', 404],
    ['https://hub.example/', '&maxwidth=10', 400],
    ['https://hub.example/', '&format=yaml', 400],
  ])('refuses %s %s', async (url, more, status) => {
    expect((await oembed(url, more)).status).toBe(status);
  });
});
