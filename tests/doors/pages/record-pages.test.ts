import { beforeAll, describe, expect, it } from 'vitest';
import { openHub, type TestHub } from '../../support/hub.ts';
import { remove } from '../../support/remove.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await openHub({ REPORT_EMAIL: 'digital@region.example' });
  return () => hub.database.close();
});

const get = (path: string, accept = 'text/html') => hub.app.request(path, { headers: { accept } });
const structured = async (path: string) =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(await hub.page(path))![1]!);

describe('a record page', () => {
  it('says in the words of schema.org what it is about', async () => {
    expect(await structured('/projects/onleihe-regio')).toEqual({
      '@context': 'https://schema.org',
      '@type': 'WebPage',
      url: 'https://hub.example/projects/onleihe-regio',
      name: 'Onleihe Regio',
      inLanguage: 'de',
      dateModified: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      license: 'https://www.govdata.de/dl-de/by-2-0',
      isBasedOn: expect.stringMatching(/^https?:/),
      mainEntity: {
        '@id': 'https://hub.example/projects/onleihe-regio',
        '@type': 'Project',
        name: 'Onleihe Regio',
        description: expect.stringContaining('Medienverleih'),
        foundingDate: '2012-07-01',
        member: [
          {
            '@type': 'AdministrativeArea',
            '@id': 'https://hub.example/municipalities/08316011',
            name: 'Emmendingen',
          },
          {
            '@type': 'AdministrativeArea',
            '@id': 'https://hub.example/municipalities/08316056',
            name: 'Waldkirch',
          },
        ],
      },
    });
    expect((await structured('/municipalities/08316056')).mainEntity).toMatchObject({
      '@type': 'AdministrativeArea',
      identifier: '08316056',
      containedInPlace: { name: 'Landkreis Emmendingen' },
    });
    expect((await structured('/contacts/gemeinde-rheinhausen')).mainEntity).toMatchObject({
      '@type': 'GovernmentOrganization',
      telephone: '07643 9107-0',
    });
  });

  it('tells of a strategy what its owners do in its fields, and which others there are', async () => {
    const html = await hub.page('/strategies/freiburg-digital-gestalten');
    const linksBelow = (heading: string) => {
      const [, part = ''] = html.split(`<h2>${heading}</h2>`);
      return [...part.slice(0, part.indexOf('</section>')).matchAll(/href="([^"]+)"/g)].map(([, to]) => to);
    };
    const listed = async (query: string) =>
      (await hub.json(query)).map((row: { url: string }) => new URL(row.url, 'https://hub.example').pathname);
    expect(linksBelow('Projekte dazu')).toEqual(
      await listed('/projects.json?municipality=08311000&field=lokale-strategie'),
    );
    expect(linksBelow('Andere Strategien dazu')).toEqual(
      (await listed('/strategies.json?field=lokale-strategie')).filter(
        (path: string) => path !== '/strategies/freiburg-digital-gestalten',
      ),
    );
  });

  it('cannot be broken out of by a text of the data', async () => {
    const { prisma } = hub.database;
    await prisma.project.update({
      where: { slug: 'frelo-leihraeder' },
      data: { summaryEn: '</script><script src="https://evil.example">' },
    });
    const html = await hub.page('/projects/frelo-leihraeder?lang=en');
    expect(html).not.toContain('</script><script src=');
    expect((await structured('/projects/frelo-leihraeder?lang=en')).mainEntity.description).toBe(
      '</script><script src="https://evil.example">',
    );
  });

  it.each([
    ['/projects/onleihe-regio', 'municipality=08316011&amp;municipality=08316056'],
    ['/municipalities/08316', 'municipality=08316'],
    ['/contacts/gemeinde-rheinhausen', 'municipality=08316053'],
  ])('%s shows its place on a small map, light and dark', async (path, query) => {
    const html = await hub.page(path);
    expect(html).toContain(`<img src="/map/locator.svg?${query}&amp;theme=light" alt="Lage in der Region: `);
    expect(html).toContain(
      `<source srcset="/map/locator.svg?${query}&amp;theme=dark" media="screen and (prefers-color-scheme: dark)"`,
    );
    const [, address] = /<img src="([^"]+)"/.exec(html)!;
    expect((await get(address!.replaceAll('&amp;', '&'))).status).toBe(200);
  });

  it('of a municipality says who can help, why, and whom to call, as its data do', async () => {
    const html = await hub.page('/municipalities/08316056');
    const { peers } = await (await get('/municipalities/08316056.json', 'application/json')).json();
    expect(peers.best.length).toBeGreaterThan(0);
    expect(html).toContain('<h2>Wer Waldkirch helfen kann</h2>');
    for (const { url, name, reasons, call } of peers.best) {
      expect(html).toContain(`<a href="${url}">${name}</a>`);
      for (const { code, text } of reasons) if (code === 'DISTANCE') expect(html).toContain(text);
      if (call?.email) expect(html).toContain(`mailto:${call.email}`);
    }
  });

  it('has a picture of its own for its preview, small and as large as it says', async () => {
    for (const [path, picture] of [
      ['/municipalities/08316056', '/map/card.png?municipality=08316056&amp;lang=en'],
      ['/fields/e-akte', '/map/card.png?field=e-akte&amp;lang=en'],
      [
        '/projects/onleihe-regio',
        '/map/card.png?municipality=08316011&amp;municipality=08316056&amp;lang=en',
      ],
      ['/', '/map/card.png?lang=en'],
    ] as const) {
      const html = await hub.page(`${path}?lang=en`);
      expect(html).toContain(`<meta property="og:image" content="https://hub.example${picture}"/>`);
      const [, width, height] =
        /og:image:width" content="(\d+)"\/?><meta property="og:image:height" content="(\d+)"/.exec(html)!;
      const bytes = Buffer.from(await (await get(picture.replaceAll('&amp;', '&'))).arrayBuffer());
      expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([Number(width), Number(height)]);
      expect(bytes.length, picture).toBeLessThan(300_000);
    }
  });

  it('of a project says where it stands and how sure that is, who takes part, and what is like it', async () => {
    const html = await hub.page('/projects/frelo-leihraeder');
    expect(html).toContain(
      '<p class="standing">läuft (Stand November 2023, nicht bestätigt) · seit 2019</p>',
    );
    expect(html).toContain(
      '<a href="/municipalities/08311000">Freiburg im Breisgau</a><span class="muted">federführend',
    );
    expect(html).toContain('<h2>Ähnliche Projekte</h2>');
    expect(html).toContain('href="mailto:buergerberatung@stadt.freiburg.de"');
  });

  it('of a field invites who is missing, and leads from each figure to its list', async () => {
    const html = await hub.page('/fields/e-akte');
    const figures = [...html.matchAll(/<a href="([^"]+)"><strong>(\d+)<\/strong>/g)];
    expect(figures.map(([, to]) => to)).toEqual([
      '/projects?field=e-akte',
      expect.stringMatching(/^\/municipalities\?.*field=e-akte$/),
      '#missing',
    ]);
    for (const [, to, figure] of figures.slice(0, 2)) {
      const rows = await (await get(`/data${to!.replaceAll('&amp;', '&').replace('?', '.json?')}`)).json();
      expect([to, (rows as unknown[]).length]).toEqual([to, Number(figure)]);
    }
    expect(html.match(/<section id="missing">.*?<\/section>/s)![0].match(/<li>/g)).toHaveLength(
      Number(figures[2]![2]),
    );
  });

  it('of an event tells in sentences what came of it', async () => {
    const html = await hub.page('/events/zukunftswerkstatt-digitale-wege-2019');
    expect(html).toContain('Am 23. Januar 2019');
    expect(html).toMatch(/Aktive fanden sich für: [^<]+\./);
    expect(html).toMatch(
      /Noch niemand fand sich für: Lokale Digitalisierungsstrategie\. Machen Sie den Anfang\?/,
    );
  });

  it('offers to report a mistake, where the operator has an address for that', async () => {
    expect(await hub.page('/projects/onleihe-regio')).toContain(
      '<a href="mailto:digital@region.example?subject=Onleihe%20Regio%20(%2Fprojects%2Fonleihe-regio)">Etwas melden oder ergänzen</a>',
    );
  });

  it('says kindly that a confirmation is old', async () => {
    const { prisma } = hub.database;
    const confirm = (confirmedAt: string) =>
      prisma.project.update({ where: { slug: 'onleihe-regio' }, data: { confirmedAt } });
    await confirm('2019-05-03');
    expect(await hub.page('/projects/onleihe-regio')).toContain(
      '<dd>3. Mai 2019 <span class="muted">– das ist über ein Jahr her; fragen Sie am besten nach</span></dd>',
    );
    const today = new Date().toISOString().slice(0, 10);
    await confirm(today);
    expect(await hub.page('/projects/onleihe-regio')).not.toContain('über ein Jahr her');
  });
});

describe('where nothing is any more', () => {
  it('a removed project answers 410, with what it was and what is like it', async () => {
    await remove(hub.database, 'projects', 'onleihe-alt', { slug: 'onleihe-alt', title: 'Onleihe Region' });
    const response = await get('/projects/onleihe-alt');
    expect(response.status).toBe(410);
    const html = await response.text();
    expect(html).toContain('<h1>Diesen Eintrag gibt es nicht mehr</h1>');
    expect(html).toContain('<p>Onleihe Region wurde am 3. Mai 2026 aus dem Verzeichnis genommen.</p>');
    expect(html).toContain('<a href="/projects/onleihe-regio">Onleihe Regio</a>');
    const asData = await get('/projects/onleihe-alt.json', 'application/json');
    expect(asData.status).toBe(410);
    expect(await asData.json()).toEqual({
      error: { code: 'GONE', message: 'The project onleihe-alt was removed on 2026-05-03.' },
    });
  });

  it('a removed contact has no name any more, and a person among them never was', async () => {
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
    const office = await get('/contacts/amt-alt');
    expect(office.status).toBe(410);
    const html = await office.text();
    expect(html).toContain('Dieser Eintrag wurde am 3. Mai 2026 aus dem Verzeichnis genommen.');
    expect(html).not.toContain('Altes Amt');
    for (const path of ['/contacts/frau-alt', '/contacts/geloescht']) {
      const person = await get(path);
      expect(person.status).toBe(404);
      expect(await person.text()).not.toContain('Eva');
    }
  });

  it('an address with a mistake in it leads to what was meant', async () => {
    const html = await hub.page('/projects/frelo-leihrader?lang=fr');
    expect(html).toContain('<h2>Vouliez-vous dire</h2>');
    expect(html).toContain('<a href="/projects/frelo-leihraeder?lang=fr" lang="de">');
    expect(html).toContain('<input id="text" name="text" type="search" value="frelo-leihrader"');
  });

  it('nobody without consent is offered instead', async () => {
    const { prisma } = hub.database;
    await prisma.contact.update({ where: { slug: 'gemeinde-rheinhausen' }, data: { person: 'Eva Muster' } });
    expect(await hub.page('/contacts/gemeinde-rheinhause')).not.toContain('/contacts/gemeinde-rheinhausen');
    await prisma.contact.update({ where: { slug: 'gemeinde-rheinhausen' }, data: { person: null } });
    expect(await hub.page('/contacts/gemeinde-rheinhause')).toContain('/contacts/gemeinde-rheinhausen');
  });
});
