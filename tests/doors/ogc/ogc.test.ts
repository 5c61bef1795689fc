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
      conformsTo: [
        '1/1.0/conf/core',
        '1/1.0/conf/oas30',
        '1/1.0/conf/html',
        '1/1.0/conf/geojson',
        '2/1.0/conf/crs',
        '3/1.0/conf/queryables',
        '3/1.0/conf/queryables-query-parameters',
      ].map((name) => `http://www.opengis.net/spec/ogcapi-features-${name}`),
    });
  });

  it.each([1, 3, 50])('gives every feature once, page by page of %i', async (limit) => {
    const seen: string[] = [];
    let path: string | undefined = `/ogc/collections/projects/items?limit=${limit}`;
    while (path) {
      const page: Answer = await json(path);
      expect(page.numberMatched).toBe(158);
      expect(page.numberReturned).toBe(page.features.length);
      seen.push(...page.features.map(({ id }) => id));
      path = page.links.find(({ rel }) => rel === 'next')?.href.replace('https://hub.example', '');
    }
    expect([seen.length, new Set(seen).size]).toEqual([158, 158]);
  });

  it.each(['municipalities', 'projects', 'strategies'])(
    'begins %s with what tells GIS programs the type of each column: they read ten, and drop what does not fit',
    async (collection) => {
      type Values = Record<string, string | number | null>;
      const read = async (path: string): Promise<Values[]> =>
        (await json(path)).features.map(({ properties }) => properties as Values);
      const general = (values: Values[]) =>
        Object.keys(values[0]!).filter((column) =>
          values.some(({ [column]: value }) =>
            typeof value === 'number' ? value % 1 : /^\d{4}(-\d\d)?$/.test(value ?? ''),
          ),
        );
      const items = `/ogc/collections/${collection}/items`;
      const all = general(await read(`${items}?limit=1000`));
      expect(all.length).toBeGreaterThan(0);
      expect(general(await read(`${items}?limit=10`))).toEqual(all);
    },
  );

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

  it('knows datetime over changed_at, the one property that is a moment', async () => {
    const all = await matched('');
    const document = (await (await get('/ogc/collections/projects')).json()) as {
      extent: { temporal: { interval: [[string, string]] } };
    };
    const [[first, last]] = document.extent.temporal.interval;
    const rows = (await (await get('/data/projects.json?columns=changed_at')).json()) as {
      changed_at: string;
    }[];
    expect(rows.map((row) => row.changed_at).sort()[0]).toBe(first);
    for (const [interval, count] of [
      [first, all],
      [first.replace(/\.\d+Z/, 'Z'), all],
      [first.slice(0, 10), all],
      [`${first.slice(0, 10)}/..`, all],
      [`../${last}`, all],
      [`${first.replace('Z', '+00:00')}/${last}`, all],
      ['../2012-12-31', 0],
      ['2012-01-01/2013-01-01', 0],
      ['2999-01-01/..', 0],
    ] as const)
      expect(await matched(`datetime=${encodeURIComponent(interval)}`), interval).toBe(count);
  });

  it('gives coordinates in the systems of surveyors and of web maps', async () => {
    const path = '/ogc/collections/projects/items/frelo-leihraeder';
    const uri = (code: number) => `http://www.opengis.net/def/crs/EPSG/0/${code}`;
    const pointOf = async (query: string) => {
      const response = await get(path + query);
      const { geometry } = (await response.json()) as Answer['features'][0];
      return [response.headers.get('content-crs'), geometry?.coordinates[0]];
    };
    expect(await pointOf('')).toEqual([
      '<http://www.opengis.net/def/crs/OGC/1.3/CRS84>',
      [expect.closeTo(7.85, 1), expect.closeTo(48, 1)],
    ]);
    // Freiburg's point by PROJ 9 (cs2cs), to the centimetre.
    expect(await pointOf(`?crs=${uri(25832)}`)).toEqual([`<${uri(25832)}>`, [414198.18, 5316361.11]]);
    expect(await pointOf(`?crs=${uri(3857)}`)).toEqual([`<${uri(3857)}>`, [873844.64, 6105988.12]]);
    const inMetres = `bbox=412000,5314000,416000,5318000&bbox-crs=${uri(25832)}`;
    expect(await matched(inMetres)).toBe(await matched('municipality=08311000'));
    for (const query of [
      `crs=${uri(4711)}`,
      `bbox=1,2,3,4&bbox-crs=x`,
      `bbox=9,2,3,4&bbox-crs=${uri(25832)}`,
    ])
      expect((await get(`/ogc/collections/projects/items?${query}`)).status, query).toBe(400);
  });

  it('goes around areas against the clock, and around holes with it', async () => {
    const { features } = await json('/ogc/collections/municipalities/items');
    const turns = features.flatMap(({ geometry }) =>
      (geometry!.coordinates as [number, number][][][]).map((rings) =>
        rings.map((ring) =>
          Math.sign(ring.slice(1).reduce((sum, [x, y], at) => sum + ring[at]![0] * y - x * ring[at]![1], 0)),
        ),
      ),
    );
    expect(turns.length).toBeGreaterThan(77);
    expect(turns.filter(([outer, ...holes]) => outer !== 1 || holes.some((hole) => hole !== -1))).toEqual([]);
  });

  it('has text where the catalogue has lists, and says of each property what it is', async () => {
    const path = '/ogc/collections/projects';
    const project = (await (await get(`${path}/items/frelo-leihraeder`)).json()) as {
      properties: Record<string, unknown>;
    };
    const [row] = (await (await get('/data/projects.json?text=frelo')).json()) as Record<string, string[]>[];
    expect(project.properties.municipalities).toBe(row?.municipalities?.join('; '));
    const schema = (await (await get(`${path}/schema`)).json()) as { properties: object };
    expect(Object.keys(schema.properties)).toEqual(['geometry', ...Object.keys(project.properties)]);
    const queryables = (await (await get(`${path}/queryables`)).json()) as { properties: object };
    for (const name of Object.keys(queryables.properties))
      expect((await get(`${path}/items?${name}=`)).status, name).not.toBe(404);
    expect(Object.keys(queryables.properties)).toContain('startedSince');
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
      'datetime=0000-01-01',
      'datetime=2020-02-30',
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
