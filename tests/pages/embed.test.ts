import { pino } from 'pino';
import { beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../api/app.ts';
import { readSettings } from '../../api/settings.ts';
import { freiburg, openHub, type TestHub } from '../support/hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await openHub();
  return () => hub.database.close();
});

const get = (path: string) => hub.app.request(path, { headers: { accept: 'text/html' } });
const page = async (path: string) => (await get(path)).text();
const map = async (query: string) => (await hub.app.request(`/map.json${query}`)).json();
const links = (html: string, path: string) =>
  [...html.matchAll(new RegExp(`href="(${path}[^"]*)"`, 'g'))].map(([, href]) =>
    href!.replaceAll('&amp;', '&'),
  );

describe('/embed without a script', () => {
  it.each(['', '?field=e-akte', '?district=08316&status=RUNNING', '?text=glasfaser'])(
    'has the projects, the municipalities, the counts and the order of /map.json%s',
    async (query) => {
      const [html, data] = await Promise.all([page(`/embed${query}`), map(query)]);
      expect(links(html, '/projects/')).toEqual(data.projects.map(({ url }: { url: string }) => url));
      expect(links(html, '/municipalities/')).toEqual(
        data.municipalities.map(({ url }: { url: string }) => url),
      );
      expect(html).toMatch(new RegExp(`<strong>${data.total} Projekt`));
      for (const { count, name } of data.facets.field)
        if (count > 0) expect(html).toContain(`>${name}</a> <span class="muted">${count}</span>`);
    },
  );

  it('narrows and widens again by links', async () => {
    const narrowed = links(await page('/embed?status=RUNNING'), '/embed');
    expect(narrowed).toContain('/embed?status=RUNNING&field=e-akte');
    const both = await page('/embed?status=RUNNING&field=e-akte&lang=en');
    expect(links(both, '/embed')).toEqual(
      expect.arrayContaining([
        '/embed?field=e-akte&lang=en',
        '/embed?status=RUNNING&lang=en',
        '/embed?lang=en',
      ]),
    );
  });

  it('lets nobody out of a locked filter', async () => {
    const html = await page('/embed?field=e-akte&status=RUNNING&locked=field');
    const within = links(html, '/embed');
    expect(within.length).toBeGreaterThan(2);
    for (const href of within) expect(href).toMatch(/[?&]field=e-akte&?.*locked=field/);
    expect(html).toContain('<input type="hidden" name="field" value="e-akte"/>');
    expect(html).toContain('<digitale-wege-map field="e-akte" status="RUNNING" locked="field" lang="de">');
  });

  it('explains an empty result', async () => {
    expect(await page('/embed?text=xyzxyz&lang=fr')).toContain('Aucun projet pour ce choix.');
  });

  it.each([
    ['?view=x', '?view: &quot;x&quot; is not allowed; allowed are both, map, list.'],
    ['?height=10%25', '?height: &quot;10%&quot; is not allowed; allowed is a height such as 480px or 30rem.'],
    ['?locked=colour', '?locked: &quot;colour&quot; is not allowed; allowed are field, '],
    ['?field=x', '?field: &quot;x&quot; is not allowed'],
  ])('refuses %s', async (query, message) => {
    const response = await get(`/embed${query}`);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(message);
  });
});

describe('the frame', () => {
  const policyOf = async (app: TestHub['app'], path: string) =>
    (await app.request(path)).headers.get('content-security-policy');

  it('may stand on every site, and everything else stays as strict as on other pages', async () => {
    const strict = await policyOf(hub.app, '/data');
    expect(await policyOf(hub.app, '/embed')).toBe(
      strict!.replace("frame-ancestors 'self'", 'frame-ancestors *'),
    );
    expect((await get('/embed')).headers.get('x-frame-options')).toBeNull();
    expect(await page('/embed')).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc="\/)/);
  });

  it('stands only where the operator lets it', async () => {
    const settings = readSettings({ EMBED_ANCESTORS: 'https://www.stadt.example https://*.kreis.example' });
    const log = pino({ level: 'silent' });
    const app = createApp({ database: hub.database, settings, region: freiburg, log });
    expect(await policyOf(app, '/embed')).toContain(
      'frame-ancestors https://www.stadt.example https://*.kreis.example;',
    );
    expect(() => readSettings({ EMBED_ANCESTORS: "https://a.example; script-src 'unsafe-inline'" })).toThrow(
      /^EMBED_ANCESTORS is /,
    );
  });
});
