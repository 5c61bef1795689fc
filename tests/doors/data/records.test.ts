import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { freiburg, openHub, type TestHub } from '../../support/hub.ts';

const secret = 'erika-beispielfrau-7261';
const awkward = 'Zeile eins, "Zeile" zwei\r\nund drei; größer & <besser>\n=1+1|Ende';

let hub: TestHub;
beforeAll(async () => {
  hub = await openHub();
  const { prisma } = hub.database;
  const given = { sourceUrl: 'https://example.org/', changedRevision: 1, changedAt: new Date() };
  await prisma.contact.create({
    data: {
      slug: secret,
      organisation: secret,
      organisationSort: secret,
      person: secret,
      email: `${secret}@example.org`,
      municipalityAgs: '08311000',
      fields: { create: { fieldSlug: 'digilab' } },
      ...given,
    },
  });
  await prisma.project.update({
    where: { slug: 'frelo-leihraeder' },
    data: { contactSlug: secret, summaryDe: awkward },
  });
  return () => hub.database.close();
});

const get = async (path: string, init?: RequestInit) => hub.app.request(path, init);

describe('a record as data', () => {
  it('is a municipality with its projects, strategies, contacts and neighbours', async () => {
    const { projects, strategies, contacts, neighbours, peers, ...rest } = await hub.json(
      '/municipalities/08316056.json',
    );
    expect(peers.best.map(({ name }: { name: string }) => name)).toEqual([
      'Emmendingen',
      'Gutach im Breisgau',
      'Herbolzheim',
      'Kenzingen',
      'Teningen',
    ]);
    expect(rest).toEqual({
      office_confidence: 'OFFICIAL_LIST',
      office_email: null,
      office_note:
        'Im Destatis-Anschriftenverzeichnis 31.01.2026 nur als „Verwaltungsgemeinschaft der Stadt Waldkirch“ geführt; Anschrift ist deren Sitz, E-Mail fehlt dort. Anschrift auch: Destatis-Verzeichnis 2023 (dort eigene Zeile der Stadtverwaltung).',
      office_organisation: 'Stadt Waldkirch',
      office_phone: null,
      office_place: 'Waldkirch',
      office_postcode: '79183',
      office_source_date: '2026-01-31',
      office_source_url:
        'https://www.destatis.de/DE/Themen/Laender-Regionen/Regionales/Publikationen/Downloads/anschriftenverzeichnis-5119101.html',
      office_street: 'Marktplatz 1-5',
      reachable: false,
      whom_to_call: [
        {
          contact: null,
          email: 'mail@landkreis-emmendingen.de',
          municipality: '08316',
          organisation: 'Landratsamt Emmendingen',
          phone: null,
          phone_uri: null,
          place: 'Emmendingen',
          postcode: '79312',
          role: null,
          step: 'DISTRICT_OFFICE',
          street: 'Bahnhofstraße 2-4',
          unit: null,
          url: '/municipalities/08316',
          website: 'https://www.landkreis-emmendingen.de',
          why: 'Landratsamt; für das Rathaus ist uns noch kein Weg bekannt',
        },
        {
          contact: null,
          email: null,
          municipality: '08316056',
          organisation: 'Stadt Waldkirch',
          phone: null,
          phone_uri: null,
          place: 'Waldkirch',
          postcode: '79183',
          role: null,
          step: 'OFFICE_ADDRESS',
          street: 'Marktplatz 1-5',
          unit: null,
          url: '/municipalities/08316056',
          website: 'https://www.stadt-waldkirch.de',
          why: 'Rathaus; Telefon und E-Mail kennen wir noch nicht',
        },
      ],
      ags: '08316056',
      name: 'Waldkirch',
      kind: 'GROSSE_KREISSTADT',
      district: { ags: '08316', name: 'Emmendingen', url: '/municipalities/08316' },
      seat: null,
      population: 21510,
      population_date: '2024-12-31',
      size_class: 'FROM_20000',
      area_km2: 48.47,
      latitude: expect.any(Number),
      longitude: expect.any(Number),
      website: 'https://www.stadt-waldkirch.de',
      wfr_member: null,
      source: expect.stringContaining('Destatis'),
      source_url: expect.stringMatching(/^https:\/\/www\.destatis\.de\//),
      confirmed_at: null,
      changed_at: expect.stringMatching(/Z$/),
      url: '/municipalities/08316056',
      members: [],
      attribution: freiburg.attribution.de,
    });
    expect(projects).toHaveLength(8);
    expect(projects[0]).toMatchObject({
      slug: 'denzlingen-breitband-ausbaupaket-6',
      municipalities: ['08316009', '08316014', '08316045', '08316056'],
      fields: [],
      summary: expect.stringContaining('Glasfaser'),
      url: '/projects/denzlingen-breitband-ausbaupaket-6',
    });
    expect(strategies).toHaveLength(1);
    expect(contacts).toEqual([]);
    expect(neighbours).toContainEqual({
      ags: '08316009',
      name: 'Denzlingen',
      url: '/municipalities/08316009',
    });
  });

  it('narrows projects, strategies and contacts to a field, not the neighbours', async () => {
    const all = await hub.json('/municipalities/08311000.json');
    const some = await hub.json('/municipalities/08311000.json?field=digilab');
    expect(all.projects).toHaveLength(40);
    expect(some.projects.length).toBeLessThan(40);
    for (const { fields } of some.projects) expect(fields).toContain('digilab');
    expect(some.neighbours).toEqual(all.neighbours);
  });

  it('names and links what its columns refer to', async () => {
    const { municipalities, lead, topics, contact } = await hub.json(
      '/projects/frelo-leihraeder.json?lang=en',
    );
    expect(lead).toEqual([
      { ags: '08311000', name: 'Freiburg im Breisgau', url: '/municipalities/08311000' },
    ]);
    expect(municipalities).toHaveLength(5);
    expect(topics).toEqual([
      { slug: expect.any(String), name: expect.any(String), url: expect.stringMatching(/^\/topics\//) },
    ]);
    expect(contact).toBeNull();
  });

  it('tells in which language each text is found', async () => {
    const found = async (lang: string) =>
      (await hub.json(`/projects/frelo-leihraeder.json?lang=${lang}`)).languages;
    expect(await found('de')).toEqual({ summary: 'de' });
    expect(await found('fr')).toEqual({ summary: 'de' });
  });

  it('takes as many statements for a town with 8 projects as for a village with none', async () => {
    const statements = (ags: string) => hub.countStatements(() => get(`/municipalities/${ags}.json`));
    expect(await statements('08316056')).toBe(await statements('08315030'));
  });
});

describe('the map', () => {
  it('takes as many statements for all projects as for none', async () => {
    const statements = (query: string) => hub.countStatements(() => get(`/map.json${query}`));
    expect(await statements('?startedSince=1990')).toBe(await statements('?startedSince=2999'));
  });

  it('counts a field under all other filters', async () => {
    const of = async (query: string) => (await hub.json(`/map.json${query}`)).fields;
    expect(await of('?field=digilab')).toEqual(await of(''));
    expect(await of('?status=RUNNING')).not.toEqual(await of(''));
  });

  it('gives the boundaries at an address that never changes its content', async () => {
    const { boundaries } = await hub.json('/map.json');
    const response = await get(boundaries);
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await response.json()).type).toBe('Topology');
  });
});

describe('a file', () => {
  it('keeps quotes, line breaks and signs as they are', async () => {
    const csv = await (await get('/data/projects.csv?columns=slug,summary_de&order=SLUG')).text();
    expect(csv).toContain(`frelo-leihraeder,"${awkward.replaceAll('"', '""')}"\r\n`);
    const rows = parse(csv, { columns: true }) as { slug: string; summary_de: string }[];
    expect(rows.find(({ slug }) => slug === 'frelo-leihraeder')?.summary_de).toBe(awkward);
    const records: typeof rows = await hub.json('/data/projects.json');
    expect(records.find(({ slug }) => slug === 'frelo-leihraeder')?.summary_de).toBe(awkward);
  });

  it('says its name, its licence and where the sources stand', async () => {
    const day = new Date().toISOString().slice(0, 10);
    const { headers } = await get('/data/projects.csv', { method: 'HEAD' });
    expect(headers.get('content-disposition')).toBe(`attachment; filename="projects-${day}.csv"`);
    expect(headers.get('link')).toBe(
      '<https://www.govdata.de/dl-de/by-2-0>; rel="license", </data#sources>; rel="describedby"',
    );
    expect(headers.get('access-control-allow-origin')).toBe('*');
    const municipalities = await get('/data/municipalities.csv', { method: 'HEAD' });
    expect(municipalities.headers.get('link')).toContain('destatis.de');
    expect(await municipalities.text()).toBe('');
  });

  it.each([
    ['/data/projects.csv?order=SLUG&order=TITLE', /^\?order: .* one value only\.$/],
    ['/data/projects.csv?columns=slug,slug', /^\?columns: "slug" is not allowed; each column once\.$/],
    ['/data/projects.csv?text=%00', /^\?text: /],
    ['/data/projects.csv?lang=it', /allowed are de, en, fr\.$/],
    ['/map.json?order=TITLE', /^\?order: "TITLE" is not allowed; the parameters are .*, lang\.$/],
    [
      '/projects/frelo-leihraeder.json?fields=x',
      /^\?fields: "x" is not allowed; the parameters are field, lang\.$/,
    ],
  ])('refuses %s', async (path, message) => {
    const response = await get(path);
    expect(response.status).toBe(400);
    expect((await response.json()).error.message).toMatch(message);
  });
});

describe('a natural person without consent', () => {
  it.each([
    '/data/contacts.csv',
    '/data/contacts.json',
    '/data/projects.csv',
    '/data/projects.json',
    '/map.json',
    '/municipalities/08311000.json',
    '/projects/frelo-leihraeder.json',
    '/fields/digilab.json',
    '/',
    '/data',
    '/municipalities/08311000',
    '/projects/frelo-leihraeder',
    '/fields/digilab',
    '/sitemap.xml',
  ])('is not in %s', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(await response.text()).not.toContain(secret);
  });

  it('has no page, is no record and is not counted', async () => {
    for (const path of [`/contacts/${secret}`, `/contacts/${secret}.json`])
      expect((await get(path)).status).toBe(404);
    const { municipalities } = await hub.json('/map.json');
    expect(municipalities.find(({ ags }: { ags: string }) => ags === '08311000').contacts).toBe(2);
    const dataPage = await (await get('/data')).text();
    const contacts = /<section class="dataset" aria-labelledby="contacts">.*?<\/section>/.exec(dataPage);
    expect(contacts?.[0]).toContain('<dt>Einträge</dt><dd>13</dd>');
  });
});
