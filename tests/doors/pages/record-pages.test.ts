import { beforeAll, describe, expect, it } from 'vitest';
import { openHub, type TestHub } from '../../support/hub.ts';
import { remove } from '../../support/remove.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await openHub({ REPORT_EMAIL: 'digital@region.example' });
  return () => hub.database.close();
});

const get = (path: string, accept = 'text/html') => hub.app.request(path, { headers: { accept } });
const page = async (path: string) => (await get(path)).text();
const structured = async (path: string) =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(await page(path))![1]!);

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

  it('cannot be broken out of by a text of the data', async () => {
    const { prisma } = hub.database;
    await prisma.project.update({
      where: { slug: 'frelo-leihraeder' },
      data: { summaryEn: '</script><script src="https://evil.example">' },
    });
    const html = await page('/projects/frelo-leihraeder?lang=en');
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
    const html = await page(path);
    expect(html).toContain(`<img src="/map/locator.svg?${query}&amp;theme=light" alt="Lage in der Region: `);
    expect(html).toContain(
      `<source srcset="/map/locator.svg?${query}&amp;theme=dark" media="(prefers-color-scheme: dark)"`,
    );
    const [, address] = /<img src="([^"]+)"/.exec(html)!;
    expect((await get(address!.replaceAll('&amp;', '&'))).status).toBe(200);
  });

  it('of a municipality says who can help, why, and whom to call, as its data do', async () => {
    const html = await page('/municipalities/08316056');
    const { peers } = await (await get('/municipalities/08316056.json', 'application/json')).json();
    expect(peers.best.length).toBeGreaterThan(0);
    expect(html).toContain('<h2>Wer kann uns helfen?</h2>');
    for (const { url, name, reasons, contact } of peers.best) {
      expect(html).toContain(`<a href="${url}">${name}</a>`);
      expect(html).toContain(reasons.map(({ text }: { text: string }) => text).join(' · '));
      if (contact.email) expect(html).toContain(`mailto:${contact.email}`);
    }
  });

  it('has a picture for its preview that exists', async () => {
    for (const [path, picture] of [
      ['/municipalities/08316056', '/map.png?municipality=08316056&amp;lang=en'],
      ['/fields/e-akte', '/map.png?field=e-akte&amp;lang=en'],
      ['/projects/onleihe-regio', '/map.png?lang=en'],
    ] as const) {
      expect(await page(`${path}?lang=en`)).toContain(
        `<meta property="og:image" content="https://hub.example${picture}"/>`,
      );
      expect((await get(picture.replaceAll('&amp;', '&'))).status).toBe(200);
    }
  });

  it('offers to report a mistake, where the operator has an address for that', async () => {
    expect(await page('/projects/onleihe-regio')).toContain(
      '<a href="mailto:digital@region.example?subject=Onleihe%20Regio%20(%2Fprojects%2Fonleihe-regio)">Fehler melden oder ergänzen</a>',
    );
  });

  it('says kindly that a confirmation is old', async () => {
    const { prisma } = hub.database;
    const confirm = (confirmedAt: string) =>
      prisma.project.update({ where: { slug: 'onleihe-regio' }, data: { confirmedAt } });
    await confirm('2019-05-03');
    expect(await page('/projects/onleihe-regio')).toContain(
      '<dd>3. Mai 2019 <span class="muted">– das ist über ein Jahr her; fragen Sie am besten nach</span></dd>',
    );
    const today = new Date().toISOString().slice(0, 10);
    await confirm(today);
    expect(await page('/projects/onleihe-regio')).not.toContain('über ein Jahr her');
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
    const html = await page('/projects/frelo-leihrader?lang=fr');
    expect(html).toContain('<h2>Vouliez-vous dire</h2>');
    expect(html).toContain('<a href="/projects/frelo-leihraeder?lang=fr" lang="de">');
    expect(html).toContain('<input id="text" name="text" type="search" value="frelo-leihrader"');
  });

  it('nobody without consent is offered instead', async () => {
    const { prisma } = hub.database;
    await prisma.contact.update({ where: { slug: 'gemeinde-rheinhausen' }, data: { person: 'Eva Muster' } });
    expect(await page('/contacts/gemeinde-rheinhause')).not.toContain('/contacts/gemeinde-rheinhausen');
    await prisma.contact.update({ where: { slug: 'gemeinde-rheinhausen' }, data: { person: null } });
    expect(await page('/contacts/gemeinde-rheinhause')).toContain('/contacts/gemeinde-rheinhausen');
  });
});
