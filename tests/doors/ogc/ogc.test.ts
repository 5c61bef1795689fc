import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHub, type TestHub } from '../../support/hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await openHub();
});
afterAll(() => hub.database.close());

type Link = { href: string; rel: string; type?: string };
type Answer = {
  links: Link[];
  numberMatched: number;
  numberReturned: number;
  features: { id: string; geometry: { type: string; coordinates: unknown[] } | null; properties: object }[];
};
const get = (path: string, accept?: string) =>
  hub.app.request(path, accept === undefined ? {} : { headers: { accept } });
const json = async (path: string) => (await (await get(path)).json()) as Answer;
const matched = async (query: string, collection = 'projects') =>
  (await json(`/ogc/collections/${collection}/items?${query}`)).numberMatched;

describe('the OGC API', () => {
  it('leads from its landing page to everything, and every link answers', async () => {
    const seen = new Set<string>();
    const walk = async (path: string) => {
      if (seen.has(path) || seen.size > 60) return;
      seen.add(path);
      const response = await get(path);
      expect(response.status, path).toBe(200);
      if (!response.headers.get('content-type')?.includes('json') || path.startsWith('/openapi')) return;
      const document = (await response.json()) as { links?: Link[]; collections?: { links: Link[] }[] };
      const links = [...(document.links ?? []), ...(document.collections ?? []).flatMap((one) => one.links)];
      for (const { href, type } of links) {
        if (!href.startsWith('https://hub.example')) continue;
        const own = href.replace('https://hub.example', '').replace(/#.*/, '');
        expect((await get(own)).headers.get('content-type')?.split(';')[0], href).toBe(type?.split(';')[0]);
        await walk(own);
      }
    };
    await walk('/ogc');
    for (const path of ['/ogc/conformance', '/ogc/collections', '/ogc/collections/projects/items'])
      expect([...seen]).toContain(path);
  }, 120_000);

  it('says what it conforms to', async () => {
    expect(await (await get('/ogc/conformance')).json()).toEqual({
      conformsTo: ['core', 'oas30', 'html', 'geojson'].map(
        (name) => `http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/${name}`,
      ),
    });
  });

  it('gives every feature once, page by page', async () => {
    const seen: string[] = [];
    let path: string | undefined = '/ogc/collections/projects/items?limit=50';
    while (path) {
      const page: Answer = await json(path);
      expect(page.numberMatched).toBe(158);
      expect(page.numberReturned).toBe(page.features.length);
      seen.push(...page.features.map(({ id }) => id));
      path = page.links.find(({ rel }) => rel === 'next')?.href.replace('https://hub.example', '');
    }
    expect([seen.length, new Set(seen).size]).toEqual([158, 158]);
  });

  it('has areas for municipalities, and a point in every municipality of a project', async () => {
    const { features } = await json('/ogc/collections/municipalities/items');
    expect([...new Set(features.map(({ geometry }) => geometry?.type))]).toEqual(['MultiPolygon']);
    const response = await get('/ogc/collections/projects/items/ag-breitband-hochschwarzwald');
    expect(response.headers.get('content-type')).toBe('application/geo+json; charset=utf-8');
    const project = (await response.json()) as Answer['features'][0];
    expect(project.geometry?.type).toBe('MultiPoint');
    expect(project.geometry?.coordinates).toHaveLength(9);
    expect(project.properties).toMatchObject({
      slug: 'ag-breitband-hochschwarzwald',
      url: 'https://hub.example/projects/ag-breitband-hochschwarzwald',
    });
  });

  it('knows bbox: whose area meets the box, and who has a point in it', async () => {
    const inFreiburg = 'bbox=7.84,47.99,7.86,48.0';
    const ids = (await json(`/ogc/collections/municipalities/items?${inFreiburg}`)).features.map(
      ({ id }) => id,
    );
    expect(ids).toEqual(['08311000']);
    expect(await matched('bbox=-180,-90,180,90', 'municipalities')).toBe(77);
    expect(await matched('bbox=0,0,1,1', 'municipalities')).toBe(0);
    // Across the 180th meridian, and with heights.
    expect(await matched('bbox=170,-90,8.5,90', 'municipalities')).toBe(77);
    expect(await matched('bbox=7,47,0,9,49,100', 'municipalities')).toBe(77);
    expect(await matched(inFreiburg)).toBe(await matched('municipality=08311000'));
  });

  it('knows datetime over the period of a record; what has no period is always there', async () => {
    const all = await matched('');
    const rows = (await (await get('/data/projects.json?columns=period_start,period_end')).json()) as {
      period_start: string | null;
      period_end: string | null;
    }[];
    const at = (from: string, to: string) =>
      rows.filter((row) => (row.period_start ?? '') <= to && `${row.period_end ?? '9999'}~` >= from).length;
    expect(await matched('datetime=2018-06-01')).toBe(at('2018-06-01', '2018-06-01'));
    expect(await matched('datetime=2018-06-01T12:00:00Z')).toBe(at('2018-06-01', '2018-06-01'));
    expect(await matched('datetime=2018-01-01/2019-12-31')).toBe(at('2018-01-01', '2019-12-31'));
    expect(await matched('datetime=../2012-12-31')).toBe(at('0000', '2012-12-31'));
    expect(await matched('datetime=2025-01-01/..')).toBe(at('2025-01-01', '9999'));
    expect(await matched('datetime=2012-01-01')).toBeLessThan(all);
  });

  it('knows the filters of the catalogue by their names', async () => {
    const answer = await hub.query(
      '{ projects(filter: { field: "e-akte", status: RUNNING }) { totalCount } }',
    );
    const { totalCount } = (answer.data as unknown as { projects: { totalCount: number } }).projects;
    expect(totalCount).toBeGreaterThan(0);
    expect(await matched('field=e-akte&status=RUNNING')).toBe(totalCount);
  });

  it('cuts a limit that is too large to the most, as the standard wants, and refuses what is none', async () => {
    expect((await json('/ogc/collections/projects/items?limit=100000')).numberReturned).toBe(158);
    for (const query of [
      'limit=0',
      'limit=x',
      'bbox=1,2,3',
      'bbox=8,48,9,47',
      'datetime=yesterday',
      'datetime=../..',
      'datetime=2020-01-01/2019-01-01',
      'colour=red',
      'f=xml',
    ])
      expect((await get(`/ogc/collections/projects/items?${query}`)).status, query).toBe(400);
    expect((await get('/ogc/collections/roads')).status).toBe(404);
    expect((await get('/ogc/collections/projects/items/none')).status).toBe(404);
  });

  it('is pages for people', async () => {
    for (const path of [
      '/ogc',
      '/ogc/collections',
      '/ogc/collections/projects/items',
      '/ogc/collections/projects/items/frelo-leihraeder',
    ]) {
      const response = await get(path, 'text/html');
      expect(response.headers.get('content-type')).toMatch(/^text\/html/);
      expect(await response.text()).toMatch(/<h1>[^<]+<\/h1>/);
      expect((await get(`${path}?f=json`, 'text/html')).headers.get('content-type')).toContain('json');
    }
  });
});
