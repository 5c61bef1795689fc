import { beforeAll, describe, expect, it } from 'vitest';
import { openHub, type TestHub } from '../../support/hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await openHub();
  return () => hub.database.close();
});

const page = async (path: string) => (await hub.visit(path)).text();
const headings = (html: string) => [...html.matchAll(/<h1[^>]*>(.*?)<\/h1>/g)].map(([, heading]) => heading);

describe('every page has its heading in German, English and French:', () => {
  it.each([
    [
      '/',
      'Wer in der Region hat das schon, und wen rufe ich an?',
      'Who in the region has done this already, and whom do I call?',
      'Qui dans la région l’a déjà fait, et qui puis-je appeler\u00a0?',
    ],
    ['/data', 'Daten', 'Data', 'Données'],
    ['/data/projects', 'Projekte', 'Projects', 'Projets'],
    ['/data/who-does-what', 'Wer macht was', 'Who does what', 'Qui fait quoi'],
    ['/municipalities/08316056', 'Waldkirch', 'Waldkirch'],
    [
      '/municipalities/08316',
      'Landkreis Emmendingen',
      'District of Emmendingen',
      'Arrondissement d’Emmendingen',
    ],
    ['/projects/frelo-leihraeder', 'Frelo – app-gestütztes Leihradsystem', /Frelo/],
    ['/strategies/neuenburg-smart-city-2022', /Smart City Neuenburg/, /Smart City Neuenburg/],
    ['/contacts/gemeinde-rheinhausen', 'Gemeinde Rheinhausen', 'Gemeinde Rheinhausen'],
    ['/fields/menschen-mitnehmen', 'Menschen mitnehmen', /\w/],
    ['/events/digitaltag-freiburg-2025', 'Digitaltag Freiburg 2025', 'Digitaltag Freiburg 2025'],
  ])('%s', async (path, german, english, french: string | RegExp = german) => {
    const [de, en, fr] = await Promise.all([page(path), page(`${path}?lang=en`), page(`${path}?lang=fr`)]);
    expect(de).toContain('<html lang="de">');
    expect(en).toContain('<html lang="en">');
    expect(fr).toContain('<html lang="fr">');
    for (const [html, heading] of [
      [de, german],
      [en, english],
      [fr, french],
    ] as const) {
      expect(headings(html)).toHaveLength(1);
      if (heading instanceof RegExp) expect(headings(html)[0]).toMatch(heading);
      else expect(headings(html)).toEqual([heading]);
    }
  });
});

describe('the frame of a page', () => {
  it('names its one address and itself in the other language', async () => {
    const html = await page('/projects/frelo-leihraeder?lang=en');
    expect(html).toContain(
      '<link rel="canonical" href="https://hub.example/projects/frelo-leihraeder?lang=en"/>',
    );
    expect(html).toContain('hreflang="de" href="https://hub.example/projects/frelo-leihraeder"/>');
    expect(html).toContain(
      '<meta property="og:url" content="https://hub.example/projects/frelo-leihraeder?lang=en"/>',
    );
  });

  it('holds no script, no style and no address that a browser would load from elsewhere', async () => {
    for (const path of [
      '/',
      '/data',
      '/data/projects',
      '/municipalities/08311000',
      '/projects/frelo-leihraeder',
      '/nothing',
    ]) {
      const response = await hub.visit(path);
      expect(response.headers.get('content-security-policy')).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'self'",
      );
      const html = await response.text();
      expect(html).not.toMatch(
        /<style|\sstyle=|\son\w+=|<script(?![^>]*\s(?:src="\/|type="application\/ld\+json"))|src="(?!\/)/,
      );
    }
  });
});

describe('French', () => {
  it('leads on in French, and gives texts of the data in German where they have no French', async () => {
    const html = await page('/projects/frelo-leihraeder?lang=fr');
    expect(html).toContain('<dd>17 mai 2019</dd>');
    expect(html).toContain('<dd>encore jamais confirmé</dd>');
    expect(html).toContain('href="/municipalities/08311000?lang=fr"');
    const data = await (await hub.visit('/projects/frelo-leihraeder.json?lang=fr')).json();
    const german = await (await hub.visit('/projects/frelo-leihraeder.json')).json();
    expect(data.summary).toBe(german.summary);
  });

  it('says which texts are German, and that of a page in English too', async () => {
    const spoken = async (lang: string) => {
      const html = await page(`/projects/frelo-leihraeder?lang=${lang}`);
      return [...html.matchAll(/<(?:h1|p class="lead")( lang="..")?>/g)].map(([, spoken]) => spoken);
    };
    expect(await spoken('fr')).toEqual([' lang="de"', ' lang="de"']);
    expect(await spoken('en')).toEqual([' lang="de"', undefined]);
    expect(await spoken('de')).toEqual([undefined, undefined]);
    expect(await page('/?lang=en')).toContain('<a href="/projects/frelo-leihraeder?lang=en" lang="de">');
  });

  it('is the language of errors too, and any other language is told to be none', async () => {
    expect(headings(await page('/gibt-es-nicht?lang=fr'))).toEqual(['Il n’y a rien ici']);
    const response = await hub.visit('/data?lang=it');
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('?lang: &quot;it&quot; is not allowed; allowed are de, en, fr.');
  });
});

describe('the start page', () => {
  it('is the list of all municipalities where no script runs', async () => {
    const html = await page('/');
    expect(html.match(/href="\/municipalities\//g)).toHaveLength(77);
    expect(html.match(/href="\/projects\//g)).toHaveLength(158);
    expect(html).toContain(
      '<a href="/municipalities/08311000">Freiburg im Breisgau</a> <span class="muted">40\u00a0Projekte</span>',
    );
    expect(html).toContain('<a href="/municipalities/08316">Landkreis Emmendingen</a>');
    expect(html).toContain('noch niemand: machen Sie den Anfang?');
  });

  it('says in each layer what a municipality has none of', async () => {
    const breitnau = async (layer: string) =>
      /municipalities\/08315016">Breitnau<\/a> <span class="muted">([^<]*)/.exec(
        await page(`/embed?layer=${layer}`),
      )?.[1];
    expect(await Promise.all(['strategies', 'contacts', 'coverage', 'freshness'].map(breitnau))).toEqual([
      'noch keine Strategie',
      'noch keine Ansprechstelle',
      'eines davon',
      'keines bestätigt',
    ]);
  });
});

describe('a record', () => {
  it('tells freshness and source in words, and dates as precisely as they are known', async () => {
    const de = await page('/projects/frelo-leihraeder');
    for (const fact of [
      '<p class="standing">läuft (Stand November 2023, nicht bestätigt) · seit 2019</p>',
      '<dd>17. Mai 2019</dd>',
      '<dd>November 2023</dd>',
      '<dd>noch nie bestätigt</dd>',
    ])
      expect(de).toContain(fact);
    const en = await page('/projects/frelo-leihraeder?lang=en');
    for (const fact of [
      '<p class="standing">running (as of November 2023, not confirmed) · since 2019</p>',
      '<dd>17 May 2019</dd>',
      '<dd>never confirmed yet</dd>',
    ])
      expect(en).toContain(fact);
  });

  it('leads to everything related, and to itself as data', async () => {
    const html = await page('/municipalities/08316056');
    for (const path of [
      '/municipalities/08316"',
      '/municipalities/08316009"',
      '/projects/onleihe-regio"',
      '/strategies/',
      '/municipalities/08316056.json"',
    ])
      expect(html).toContain(`href="${path}`);
    expect(await page('/municipalities/08316')).toContain('Gemeinden im Landkreis');
  });

  it('gives the telephone number of a contact on the page of its municipality', async () => {
    expect(await page('/municipalities/08316053')).toContain('<a href="tel:+49764391070">07643 9107-0</a>');
  });

  it('that does not exist is a page that helps on', async () => {
    const response = await hub.visit('/projects/gibt-es-nicht');
    expect(response.status).toBe(404);
    const html = await response.text();
    expect(headings(html)).toEqual(['Hier ist nichts']);
    expect(html).toContain('<a href="/data">');
    expect(html).toContain('noindex');
    expect(html).not.toContain('canonical');
    expect((await hub.visit('/projects/%00')).status).toBe(404);
  });
});

describe('for search engines', () => {
  it('there are robots.txt and a map of every public page', async () => {
    expect(await (await hub.visit('/robots.txt')).text()).toBe(
      'User-agent: *\nAllow: /\n\nSitemap: https://hub.example/sitemap.xml\n',
    );
    const sitemap = await (await hub.visit('/sitemap.xml')).text();
    const addresses = [...sitemap.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address!);
    expect(addresses).toContain('https://hub.example/projects/frelo-leihraeder');
    expect(addresses.filter((address) => address.includes('/municipalities/'))).toHaveLength(77);
    expect(new Set(addresses).size).toBe(addresses.length);
  });
});
