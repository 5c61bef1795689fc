import { pino } from 'pino';
import { beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../../api/app.ts';
import { readSettings } from '../../../api/settings/settings.ts';
import { freiburg, openHub, type TestHub } from '../../support/hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await openHub();
  return () => hub.database.close();
});

const page = async (path: string) => (await hub.visit(path)).text();
const map = async (query: string) => (await hub.app.request(`/map.json${query}`)).json();
const links = (html: string, path: string) =>
  [...html.matchAll(new RegExp(`href="(${path}[^"]*)"`, 'g'))].map(([, href]) =>
    href!.replaceAll('&amp;', '&'),
  );

const filledIn = { text: 'e', near: '08316011', km: '50' };

/** Where the forms of a page lead when every field of them is filled in. */
const forms = (html: string) =>
  [...html.matchAll(/<form [^>]*action="([^"]*)"[^>]*>(.*?)<\/form>/gs)].map(([, action, inner]) => {
    const hidden = [...inner!.matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g)];
    const fields = Object.entries(filledIn).filter(([name]) =>
      new RegExp(`<(input|select) name="${name}"`).test(inner!),
    );
    return `${action}?${new URLSearchParams([...hidden.map(([, name, value]) => [name!, value!]), ...fields])}`;
  });

describe('/embed without a script', () => {
  it.each(['', '?field=e-akte', '?district=08316&status=RUNNING', '?text=glasfaser'])(
    'has the projects, the counts and the order of /map.json%s',
    async (query) => {
      const [html, data] = await Promise.all([page(`/embed${query}`), map(query)]);
      expect(links(html, '/projects/')).toEqual(data.projects.map(({ url }: { url: string }) => url));
      expect(html).toMatch(new RegExp(`<strong>${data.total} Projekt`));
      for (const { count, name } of data.facets.field)
        if (count > 0) expect(html).toContain(`>${name}</a>\u00a0<span class="muted">${count}</span>`);
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

  it.each([
    ['?field=e-akte&locked=field', ['field=e-akte']],
    ['?near=08316056&km=10&locked=near', ['near=08316056', 'km=10']],
    ['?municipality=08316056&text=e&locked=municipality,text', ['municipality=08316056', 'text=e']],
    ['?regionWide=true&locked=regionWide', ['regionWide=true']],
  ])(
    'leads out of the lock of %s by no link and no form, however far one follows them',
    async (query, locked) => {
      const within = new Set(
        (await map(query.replace(/&locked.*/, ''))).projects.map(({ url }: { url: string }) => url),
      );
      const seen = new Set<string>();
      const ahead = [`/embed${query}`];
      while (ahead.length > 0 && seen.size < 25) {
        const path = ahead.shift()!;
        if (seen.has(path)) continue;
        seen.add(path);
        const html = await page(path);
        for (const url of links(html, '/projects/')) expect(within).toContain(url);
        const onward = [...links(html, '/embed'), ...forms(html)];
        for (const href of onward) for (const filter of locked) expect(href.split(/[?&]/)).toContain(filter);
        ahead.push(...onward);
      }
      expect(seen.size).toBeGreaterThan(5);
    },
  );

  it.each(['field', 'status', 'district', 'sizeClass', 'topic', 'text', 'near', 'km'])(
    'has a way to choose by %s, and none where that is locked',
    async (name) => {
      const ways = async (query: string) => {
        const html = await page(query);
        return [...links(html, '/embed'), ...forms(html)].filter((href) => href.includes(`${name}=`)).length;
      };
      expect(await ways('/embed')).toBeGreaterThan(0);
      expect(await ways(`/embed?locked=${name}`)).toBe(0);
    },
  );

  it('finds what is near a place by the form, and keeps everything else', async () => {
    const html = await page('/embed?text=&near=08316056&km=10&status=RUNNING');
    const { total } = await map('?near=08316056&km=10&status=RUNNING');
    expect(html).toMatch(new RegExp(`<strong>${total} Projekt`));
    expect(html).toContain('<option value="08316056" selected="">Waldkirch</option>');
    expect(html).toContain('<option value="10" selected="">10 km</option>');
    expect(html).toContain('<input type="hidden" name="status" value="RUNNING"/>');
    // Nothing is near nowhere, and so says nothing about kilometres.
    expect(await page('/embed?text=&near=&km=10')).not.toContain('km=10');
  });

  it('lets nobody out of a locked filter', async () => {
    const html = await page('/embed?field=e-akte&status=RUNNING&locked=field');
    const within = links(html, '/embed');
    expect(within.length).toBeGreaterThan(2);
    for (const href of within) expect(href).toMatch(/[?&]field=e-akte&?.*locked=field/);
    expect(html).toContain('<input type="hidden" name="field" value="e-akte"/>');
    expect(html).toContain('<digitale-wege-map field="e-akte" status="RUNNING" locked="field" lang="de">');
  });

  it('tells the widget every filter, those without a control in one attribute that a lock holds', async () => {
    expect(await page('/embed?field=e-akte&regionWide=true&role=LEAD&locked=role')).toContain(
      '<digitale-wege-map field="e-akte" filter="regionWide=true&amp;role=LEAD" locked="role filter" lang="de">',
    );
    expect(await page('/embed?km=10&locked=km')).toContain(
      '<digitale-wege-map km="10" locked="km" lang="de">',
    );
  });

  it('keeps a circle that is held when its centre is let go of', async () => {
    const html = await page('/embed?near=08316056&km=10&locked=km');
    expect(links(html, '/embed')).toContain('/embed?km=10&locked=km');
    expect((await hub.visit('/embed?km=10&locked=km')).status).toBe(200);
  });

  it('explains an empty result, and offers the questions that are one filter wider', async () => {
    const html = await page('/embed?field=e-akte&text=xyzxyz&status=RUNNING&locked=status&lang=en');
    expect(html).toContain(
      'No project matches all of this: Field of action: Introduction of electronic records · Status: running · Search: xyzxyz.',
    );
    const { total } = await map('?field=e-akte&status=RUNNING');
    expect(html).toContain(
      `<a href="/embed?field=e-akte&amp;status=RUNNING&amp;locked=status&amp;lang=en" target="_self" rel="nofollow">Without “Search: xyzxyz”: ${total} project`,
    );
    expect(html).not.toContain('Without “Status');
  });

  it.each([
    ['?view=x', '?view: &quot;x&quot; is not allowed; allowed are both, map, list.'],
    ['?height=10%25', '?height: &quot;10%&quot; is not allowed; allowed is a height such as 480px or 30rem.'],
    ['?locked=colour', '?locked: &quot;colour&quot; is not allowed; allowed are field, '],
    ['?field=x', '?field: &quot;x&quot; is not allowed'],
  ])('refuses %s', async (query, message) => {
    const response = await hub.visit(`/embed${query}`);
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
    expect((await hub.visit('/embed')).headers.get('x-frame-options')).toBeNull();
    expect(await page('/embed')).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc="\/)/);
  });

  it('stands only where the operator lets it', async () => {
    const settings = readSettings({ EMBED_ANCESTORS: 'https://www.stadt.example https://*.kreis.example' });
    const log = pino({ level: 'silent' });
    const app = createApp({ ...hub, settings, region: freiburg, log });
    expect(await policyOf(app, '/embed')).toContain(
      'frame-ancestors https://www.stadt.example https://*.kreis.example;',
    );
    expect(() => readSettings({ EMBED_ANCESTORS: "https://a.example; script-src 'unsafe-inline'" })).toThrow(
      /^EMBED_ANCESTORS is /,
    );
  });
});
