import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CatalogueRecord } from '../../../api/curation/change.ts';
import { changeRecords } from '../../support/change.ts';
import { openHub, type TestHub } from '../../support/hub.ts';
import { remove } from '../../support/remove.ts';

let hub: TestHub;
beforeEach(async () => {
  hub = await openHub();
});
afterEach(() => hub.database.close());

const text = async (path: string) => (await hub.get(path)).text();
type Item = { id: string; url: string; title: string; content_html: string; tags: string[] };
type JsonFeed = { title: string; items: Item[]; next_url?: string; feed_url: string };
const json = async (path: string) => (await (await hub.get(path)).json()) as JsonFeed;
const change = (entity: string, record: CatalogueRecord) =>
  changeRecords(hub.database, { [entity]: [record] });

describe('a feed', () => {
  it('has every record once, page by page', async () => {
    const seen: string[] = [];
    let pages = 0;
    for (let path: string | undefined = '/feeds/projects.json'; path; pages++) {
      const feed = await json(path);
      seen.push(...feed.items.map(({ id }) => id));
      path = feed.next_url?.replace('https://hub.example', '');
    }
    expect(pages).toBe(4);
    expect(seen).toHaveLength(158);
    expect(new Set(seen).size).toBe(158);
  });

  it('tells what changed, with the value before', async () => {
    await change('projects', {
      slug: 'frelo-leihraeder',
      status: 'COMPLETED',
      municipalities: ['08311000', '08315074'],
      lead: [],
    });
    const { items } = await json('/feeds/projects.json');
    expect(items[0]).toEqual({
      id: expect.stringMatching(/^https:\/\/hub\.example\/projects\/frelo-leihraeder#r2\.[0-9a-f]{8}$/),
      url: 'https://hub.example/projects/frelo-leihraeder',
      title: 'Geändert: Frelo – app-gestütztes Leihradsystem',
      content_html: expect.stringContaining(
        '<p>Der Stand ist „abgeschlossen“, bisher „läuft“. Beteiligt sind ',
      ),
      date_modified: expect.any(String),
      tags: ['changed'],
    });
    expect(items[0]?.content_html).toContain('Merzhausen');
    expect(items).toHaveLength(50);
  });

  it('tells a confirmation as such, in the language asked for', async () => {
    await change('projects', { slug: 'frelo-leihraeder', confirmed_at: '2026-11-20' });
    const of = async (lang: string) => {
      const { items } = await json(`/feeds/projects.json?lang=${lang}`);
      return [items[0]?.title.split(':')[0], items[0]?.tags, items[0]?.content_html];
    };
    expect(await of('de')).toEqual([
      'Bestätigt',
      ['confirmed'],
      expect.stringMatching(
        /^<p>Zuletzt bestätigt wurden die Angaben am 20\. November 2026\.<\/p><p>Auskunft gibt: /,
      ),
    ]);
    expect(await of('en')).toEqual([
      'Confirmed',
      ['confirmed'],
      expect.stringMatching(/^<p>The facts were last confirmed on 20 November 2026\.<\/p><p>Whom to call: /),
    ]);
    expect(await of('fr')).toEqual([
      'Confirmé',
      ['confirmed'],
      expect.stringContaining('pour la dernière fois le 20 novembre 2026.'),
    ]);
  });

  it('follows any filter, and says so in its title', async () => {
    const feed = await json('/feeds/projects.json?field=e-akte&status=RUNNING');
    expect(feed.title).toMatch(
      /^Digitale Wege in der Region Freiburg: Projekte; Handlungsfeld: .*akte.*; Stand: läuft$/i,
    );
    const { projects } = (await (await hub.get('/fields/e-akte.json')).json()) as {
      projects: { slug: string; status: string }[];
    };
    const running = projects.filter(({ status }) => status === 'RUNNING').map(({ slug }) => slug);
    expect(running.length).toBeGreaterThan(0);
    expect(feed.items.map(({ url }) => url.split('/').at(-1)).sort()).toEqual(running.sort());
  });

  it('is the same as Atom and as JSON Feed', async () => {
    const [atom, feed] = [await hub.get('/feeds/events.atom'), await json('/feeds/events.json')];
    expect(atom.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    expect(atom.headers.get('link')).toContain('rel="license"');
    const xml = await atom.text();
    const values = (tag: string) =>
      [...xml.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, 'g'))].map((m) => m[1]);
    expect(values('id').slice(1)).toEqual(feed.items.map(({ id }) => id));
    expect(values('id')[0]).toBe('https://hub.example/feeds/events.atom');
    expect(xml).toContain('<link href="https://hub.example/feeds/events.atom" rel="self"');
    expect(feed.feed_url).toBe('https://hub.example/feeds/events.json');
  });

  it('tells what was removed, with its name and day, until it is back; under a filter nothing', async () => {
    const gone = { slug: 'onleihe-alt', title: 'Onleihe "Alt" & <Neu>' };
    await remove(hub.database, 'projects', gone.slug, gone);
    const entry = {
      id: expect.stringMatching(/^https:\/\/hub\.example\/projects\/onleihe-alt#r2\.[0-9a-f]{8}$/),
      url: 'https://hub.example/projects/onleihe-alt?lang=en',
      title: 'Removed: Onleihe "Alt" & <Neu>',
      content_html:
        '<p>Onleihe &quot;Alt&quot; &amp; &lt;Neu&gt; was taken out of the catalogue on 3 May 2026.</p>',
      date_modified: '2026-05-03T10:00:00.000Z',
      tags: ['removed'],
    };
    const { items } = await json('/feeds/projects.json?lang=en');
    expect(items.filter(({ tags }) => tags[0] === 'removed')).toEqual([entry]);
    expect(await text('/feeds/projects.atom')).toContain('Entfernt: Onleihe "Alt"');
    expect((await hub.get('/projects/onleihe-alt')).status).toBe(410);
    expect(await text('/feeds/projects.json?status=RUNNING')).not.toContain('onleihe-alt');
    expect(await text('/feeds/events.json')).not.toContain('onleihe-alt');

    await change('projects', {
      slug: gone.slug,
      title: gone.title,
      region_wide: false,
      status: 'RUNNING',
      source_url: 'https://example.org/',
    });
    expect((await json('/feeds/projects.json')).items.filter(({ tags }) => tags[0] === 'removed')).toEqual(
      [],
    );
  });

  it('tells of a removed contact no name, and of a person or an erased one nothing', async () => {
    await remove(hub.database, 'contacts', 'amt-alt', {
      slug: 'amt-alt',
      organisation: 'Altes Amt',
      person: null,
    });
    await remove(hub.database, 'contacts', 'frau-alt', {
      slug: 'frau-alt',
      organisation: 'Amt',
      person: 'Eva Alt',
    });
    await remove(hub.database, 'contacts', 'geloescht', null);
    const { items } = await json('/feeds/contacts.json');
    expect(items.filter(({ tags }) => tags[0] === 'removed').map(({ title, url }) => [title, url])).toEqual([
      ['Entfernt: Ansprechstelle', 'https://hub.example/contacts/amt-alt'],
    ]);
    expect(JSON.stringify(items)).not.toMatch(/Altes Amt|Eva Alt|frau-alt|geloescht/);
  });

  it('escapes what it quotes', async () => {
    await change('projects', { slug: 'frelo-leihraeder', funding_programme: '<script>alert("&")</script>' });
    const { items } = await json('/feeds/projects.json');
    expect(items[0]?.content_html).toContain(
      '<p>Gefördert wird es aus &lt;script&gt;alert(&quot;&amp;&quot;)&lt;/script&gt;.</p>',
    );
    expect(await text('/feeds/projects.atom')).not.toContain('<script');
  });

  it('does not tell of changes in internal columns', async () => {
    await change('contacts', { slug: 'gemeinde-kirchzarten', consent_review_on: '2030-01-01' });
    expect(
      (await json('/feeds/contacts.json')).items.map(({ id }) => id).filter((id) => id.includes('#r2')),
    ).toEqual([]);
  });
});

describe('who is no longer public', () => {
  const person = {
    slug: 'geheim',
    organisation: 'Amt Ungenannt',
    person: 'Ute Geheim',
    email: 'ute@geheim.example',
    phone: '0761 999',
    consent_on: '2026-01-01',
    consent_review_on: '2090-01-01',
    region_wide: false,
    source_url: 'https://geheim.example/',
  };
  const everything = async () =>
    (
      await Promise.all(
        ['contacts', 'projects', 'strategies', 'municipalities', 'fields', 'events'].flatMap((entity) =>
          ['atom', 'json'].map((format) => text(`/feeds/${entity}.${format}`)),
        ),
      )
    ).join('\n');

  it('is gone from every feed, with every old value', async () => {
    await change('contacts', person);
    await change('projects', { slug: 'frelo-leihraeder', contact: 'geheim' });
    await change('contacts', { slug: 'geheim', email: 'neu@geheim.example' });
    expect(await everything()).toMatch(/Ute Geheim.*neu@geheim\.example/s);
    expect(await everything()).toContain('Die Ansprechstelle ist Amt Ungenannt.');

    await change('contacts', { slug: 'geheim', consent_on: null });
    const now = await everything();
    expect(now).not.toMatch(/geheim|0761 999/i);
    expect(now).not.toContain('Amt Ungenannt');
  });

  it('leaves no old address behind while it is public', async () => {
    await change('contacts', person);
    await change('contacts', { slug: 'geheim', person: null, email: 'amt@geheim.example' });
    const now = await everything();
    expect(now).toContain('Die E-Mail-Adresse lautet amt@geheim.example.');
    expect(now).not.toMatch(/Ute Geheim|ute@geheim/);
  });
});

describe('a feed that cannot be given', () => {
  it.each([
    ['/feeds/participations.atom', 404, /There is no feed participations\.atom\. There are projects, /],
    ['/feeds/projects.rss', 404, /each as atom and json/],
    [
      '/feeds/projects.atom?colour=red',
      400,
      /\?colour: \\"red\\" is not allowed; the parameters are field, /,
    ],
    ['/feeds/projects.atom?before=x', 400, /\?before: \\"x\\" is not allowed; follow the link/],
    ['/feeds/projects.atom?field=nothing', 400, /\?field: \\"nothing\\" is not allowed; allowed are /],
  ])('%s says why', async (path, status, message) => {
    const response = await hub.get(path);
    expect(response.status).toBe(status);
    expect(await response.text()).toMatch(message);
  });

  it('is 503, so that a reader keeps what it has', async () => {
    await hub.database.prisma.$executeRaw`ALTER VIEW whole_change RENAME TO lost`;
    for (const path of ['/feeds/projects.atom', '/feeds/contacts.json']) {
      const response = await hub.get(path);
      expect(response.status).toBe(503);
      expect(response.headers.get('retry-after')).toBe('120');
      expect(await response.text()).not.toContain('lost');
    }
  });
});
