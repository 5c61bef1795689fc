import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { changeRecords } from '../../support/change.ts';
import { openHub, type TestHub } from '../../support/hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await openHub();
  return () => hub.database.close();
});

const text = async (path: string) => (await hub.get(path)).text();

describe('a dataset as CSV', () => {
  it('is RFC 4180 with the columns asked for, in that order', async () => {
    expect(
      await text(
        '/data/projects.csv?field=qualifizierung&columns=slug,title,status,municipalities,lead,topics,url',
      ),
    ).toBe(
      [
        'slug,title,status,municipalities,lead,topics,url',
        'muellheim-ki-verwaltung,Künstliche Intelligenz in der Stadtverwaltung Müllheim,RUNNING,08315074,08315074,ki,https://hub.example/projects/muellheim-ki-verwaltung',
        'herbolzheim-stabsstelle-digitalisierung,Stabsstelle mit Digitalisierungsbeauftragter der Stadt Herbolzheim,RUNNING,08316017,08316017,organisation,https://hub.example/projects/herbolzheim-stabsstelle-digitalisierung',
        '',
      ].join('\r\n'),
    );
  });

  it('has every record: 158 projects, 77 municipalities, 5 strategies, 13 contacts', async () => {
    const counts = await Promise.all(
      ['projects', 'municipalities', 'strategies', 'contacts'].map(
        async (name) => parse(await text(`/data/${name}.csv`), { columns: true }).length,
      ),
    );
    expect(counts).toEqual([158, 77, 5, 13]);
  });

  it('without a match is a file with its header', async () => {
    expect(await text('/data/projects.csv?text=gibtesnicht&columns=slug,title')).toBe('slug,title\r\n');
  });

  it('holds the same records as JSON', async () => {
    const csv = parse(await text('/data/projects.csv'), { columns: true }) as {
      slug: string;
      summary_de: string;
    }[];
    const json = JSON.parse(await text('/data/projects.json')) as typeof csv;
    expect(json.map(({ slug }) => slug)).toEqual(csv.map(({ slug }) => slug));
    expect(json.map(({ summary_de }) => summary_de)).toEqual(csv.map(({ summary_de }) => summary_de));
  });
});

describe('a dataset as JSON', () => {
  it('is an array of records, with null for no value and lists as arrays', async () => {
    expect(JSON.parse(await text('/data/strategies.json?municipality=08315076'))).toEqual([
      {
        slug: 'neuenburg-smart-city-2022',
        title: 'Smart City Neuenburg am Rhein 2022',
        owners: ['08315076'],
        status: 'UNKNOWN',
        adopted_on: null,
        period_start: null,
        period_end: '2022',
        summary_de: expect.any(String),
        summary_en: expect.any(String),
        fields: ['lokale-strategie'],
        document_url: null,
        contact: null,
        source_url: expect.stringMatching(/^https:\/\/www\.verlagshaus-jaumann\.de\//),
        source_date: null,
        confirmed_at: null,
        reachable: true,
        changed_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        url: 'https://hub.example/strategies/neuenburg-smart-city-2022',
      },
    ]);
    expect(await text('/data/projects.json?text=gibtesnicht')).toBe('[]\n');
  });
});

describe('what is asked wrongly is told with what would be right:', () => {
  it.each([
    [
      '/data/projects.csv?foo=1',
      400,
      /^\?foo: "1" is not allowed; the parameters are field, topic, status, /,
    ],
    ['/data/projects.csv?status=DONE', 400, /^\?status: "DONE" is not allowed; allowed are IDEA, PLANNED, /],
    [
      '/data/projects.csv?columns=slug,nam',
      400,
      /^\?columns: "nam" is not allowed; the columns are slug, title, /,
    ],
    [
      '/data/projects.csv?order=SIZE',
      400,
      /^order: "SIZE" is not allowed; allowed are TITLE, SLUG, START, CHANGED\.$/,
    ],
    [
      '/data/projekte.csv',
      404,
      /^There is no file projekte\.csv\. The datasets are who-does-what, projects, .*; the formats are csv, xlsx, json, ndjson, /,
    ],
    ['/data/projects.pdf', 404, /the formats of projects are csv, xlsx, json, ndjson, /],
    ['/municipalities/08315999.json', 404, /^There is no municipality 08315999\.$/],
    ['/map.json?lang=it', 400, /^\?lang: "it" is not allowed; allowed are de, en, fr\.$/],
  ])('%s', async (path, status, message) => {
    const response = await hub.get(path);
    expect(response.status).toBe(status);
    expect((await response.json()).error.message).toMatch(message);
  });
});

describe('map.json', () => {
  const map = async (query = '') => JSON.parse(await text(`/map.json${query}`));

  it('counts projects, strategies and public contacts of each municipality', async () => {
    const { total, regionWide, municipalities, fields, revision } = await map();
    expect({ total, regionWide, revision, places: municipalities.length }).toEqual({
      total: 158,
      regionWide: 5,
      revision: 1,
      places: 77,
    });
    const of = (ags: string) => municipalities.find((one: { ags: string }) => one.ags === ags);
    expect(of('08311000')).toEqual({
      ags: '08311000',
      name: 'Freiburg im Breisgau',
      kind: 'STADTKREIS',
      district: null,
      population: 237460,
      sizeClass: 'FROM_100000',
      projects: 40,
      confirmed: 0,
      strategies: 1,
      strategyStatus: 'IN_IMPLEMENTATION',
      contacts: 2,
      active: 0,
      outside: false,
      km: null,
      url: '/municipalities/08311000',
    });
    expect(of('08315030')).toMatchObject({ name: 'Eichstetten am Kaiserstuhl', projects: 0 });
    expect(fields.map((field: { projects: number }) => field.projects)).toEqual([7, 8, 10, 22, 5, 2]);
  });

  it('takes the filters of projects and a constant number of statements', async () => {
    expect((await map('?field=digilab')).total).toBe(7);
    expect(await hub.countStatements(() => map())).toBeLessThanOrEqual(8);
  });

  it('gives the projects as a list needs them, by title, with all who take part', async () => {
    const { projects, total } = await map('?field=e-akte&status=COMPLETED');
    expect(projects).toHaveLength(total);
    expect(projects[0]).toEqual({
      slug: 'freiburg-digitale-personalakte',
      title: 'Digitale Personalakte der Stadt Freiburg',
      status: 'COMPLETED',
      municipalities: ['08311000'],
      fields: ['e-akte'],
      regionWide: false,
      confirmed: null,
      fresh: false,
      url: '/projects/freiburg-digitale-personalakte',
    });
  });

  it('counts each facet under the other filters, and each count is what choosing it gives', async () => {
    const { facets } = await map('?district=08316&status=RUNNING');
    for (const [name, other] of [
      ['field', 'district=08316&status=RUNNING'],
      ['topic', 'district=08316&status=RUNNING'],
      ['sizeClass', 'district=08316&status=RUNNING'],
      ['district', 'status=RUNNING'],
      ['status', 'district=08316'],
    ] as const)
      for (const { value, count } of facets[name].slice(0, 3))
        expect([name, value, count]).toEqual([name, value, (await map(`?${other}&${name}=${value}`)).total]);
  });

  it('tells how many projects there are without each filter', async () => {
    const { total, wider } = await map('?text=Drohne&status=IDEA&near=08316056&km=5');
    expect(total).toBe(0);
    expect(wider).toEqual([
      { filter: 'text', total: (await map('?status=IDEA&near=08316056&km=5')).total },
      { filter: 'status', total: (await map('?text=Drohne&near=08316056&km=5')).total },
      { filter: 'near', total: (await map('?text=Drohne&status=IDEA')).total },
    ]);
    expect((await map()).wider).toEqual([]);
  });

  it('marks the municipalities that a filter of place excludes, and narrows strategies and contacts with it', async () => {
    const { municipalities } = await map('?district=08316');
    const inside = municipalities.filter(({ outside }: { outside: boolean }) => !outside);
    expect(inside).toHaveLength(25);
    for (const { ags } of inside) expect(ags).toMatch(/^08316/);
    expect(municipalities.find(({ ags }: { ags: string }) => ags === '08311000')).toMatchObject({
      outside: true,
      strategies: 0,
      contacts: 0,
    });
  });

  it('says how far each municipality is from the one that near names', async () => {
    type Row = { ags: string; outside: boolean; km: number | null };
    const { municipalities }: { municipalities: Row[] } = await map('?near=08316056&km=5');
    expect(municipalities.find(({ ags }) => ags === '08316056')?.km).toBe(0);
    const placed = municipalities.filter(({ km }) => km !== null);
    // A Landkreis has no point.
    expect(placed).toHaveLength(75);
    expect(placed.filter(({ outside }) => !outside)).toEqual(placed.filter(({ km }) => km! <= 5));
  });
});

describe('conditional GET', () => {
  it('answers 304 to a known ETag until a revision changes the file', async () => {
    const first = await hub.get('/data/topics.csv');
    const etag = first.headers.get('etag') ?? '';
    expect((await hub.get('/data/topics.csv', { 'if-none-match': etag })).status).toBe(304);
    expect((await hub.get('/data/fields.csv', { 'if-none-match': etag })).status).toBe(200);
    await changeRecords(hub.database, { topics: [{ slug: 'bauen', name_de: 'Bauen' }] });
    const later = await hub.get('/data/topics.csv', { 'if-none-match': etag });
    expect(later.status).toBe(200);
    expect(later.headers.get('etag')).not.toBe(etag);
  });

  it('has no ETag for errors', async () => {
    expect((await hub.get('/nothing-here')).headers.get('etag')).toBeNull();
  });
});

describe('the pages', () => {
  it('exist in German and English, with a strict policy and no foreign address', async () => {
    const de = await hub.get('/');
    expect(de.headers.get('content-security-policy')).toContain(
      "default-src 'none'; script-src 'self'; style-src 'self'",
    );
    expect(await de.text()).toContain('<h1>Wer in der Region hat das schon, und wen rufe ich an?</h1>');
    expect(await text('/?lang=en')).toContain(
      '<h1>Who in the region has done this already, and whom do I call?</h1>',
    );
    expect(await text('/municipalities/08316056')).toContain('<h1>Waldkirch</h1>');
    expect(await text('/projects/frelo-leihraeder?lang=en')).toContain('never confirmed yet');
  });

  it('tell the source, date and licence of every file of the data', async () => {
    const page = await text('/data');
    for (const { file, attribution } of (await import('../../support/hub.ts')).freiburg.sources) {
      expect(page).toContain(`<code>${file}</code>`);
      expect(page).toContain(attribution.de);
    }
  });

  it('tell the lines of the sources in the language of the page', async () => {
    for (const [lang, line] of [
      ['en', '© GeoBasis-DE / BKG 2016 (data modified)'],
      ['fr', '© GeoBasis-DE / BKG 2016 (données modifiées)'],
    ])
      for (const path of [
        '/data',
        '/municipalities/08316056',
        '/embed',
        '/embed/insight/years',
        '/imprint',
      ]) {
        const page = await text(`${path}?lang=${lang}`);
        expect(page).toContain(line);
        expect(page).not.toContain('Daten verändert');
      }
  });
});
