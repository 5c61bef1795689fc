import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHub, type TestHub } from '../../support/hub.ts';

/**
 * The core tests of the public suite for OGC API Features (ets-ogcapi-features10: landing page, conformance, API
 * definition, collections, features, parameters, errors, single features), in their order and with their
 * conditions. The suite itself needs a Java build that is not to be had everywhere.
 */
let hub: TestHub;
let api: { openapi: string; servers: { url: string }[]; paths: Record<string, { get: Operation }> };
let collections: Collection[];

type Link = { href: string; rel: string; type?: string };
type Schema = Record<string, unknown>;
type Parameter = Record<'name' | 'in' | 'required' | 'schema' | 'style' | 'explode', unknown>;
type Operation = { parameters: Parameter[]; responses: object };
type Collection = {
  id: string;
  links: Link[];
  crs: string[];
  extent: { spatial: { bbox: number[][] }; temporal: { interval: (string | null)[][] } };
};
type Features = {
  type: string;
  links: Link[];
  numberMatched: number;
  numberReturned: number;
  features: { type: string; id: string; geometry: object; properties: object }[];
};

const base = 'https://hub.example/ogc';
const get = (path: string, accept = 'application/json') =>
  hub.app.request(path.replace('https://hub.example', ''), { headers: { accept } });
async function read<Document>(path: string): Promise<Document> {
  const response = await get(path);
  expect(response.status, path).toBe(200);
  return (await response.json()) as Document;
}
const find = (links: readonly Link[], rel: string, type?: string) =>
  links.find((link) => link.rel === rel && (!type || link.type?.startsWith(type)));
const itemsOf = ({ links }: Collection) => find(links, 'items', 'application/geo+json')!.href;
const parameter = (collection: Collection, name: string) =>
  api.paths[`/collections/${collection.id}/items`]!.get.parameters.find((one) => one.name === name);

beforeAll(async () => {
  hub = await openHub();
  const { links } = await read<{ links: Link[] }>(base);
  api = await read(find(links, 'service-desc', 'application/vnd.oai.openapi+json;version=3.0')!.href);
  collections = (await read<{ collections: Collection[] }>(`${base}/collections`)).collections;
});
afterAll(() => hub.database.close());

describe('core of the public test suite', () => {
  it('landing page: links to the definition, the conformance and the data', async () => {
    const { links } = await read<{ links: Link[] }>(base);
    for (const rel of ['service-desc', 'service-doc', 'conformance', 'data', 'self', 'alternate'])
      expect(find(links, rel), rel).toBeDefined();
  });

  it('conformance: lists its classes, the core among them', async () => {
    const { conformsTo } = await read<{ conformsTo: string[] }>(`${base}/conformance`);
    expect(conformsTo).toContain('http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core');
    expect(conformsTo.every((one) => URL.canParse(one))).toBe(true);
  });

  it('API definition: OpenAPI 3.0 whose server is the landing page, and every collection is in it', () => {
    expect(api.openapi).toMatch(/^3\.0\.\d+$/);
    expect(api.servers).toEqual([{ url: base }]);
    for (const path of ['/', '/conformance', '/collections']) expect(Object.keys(api.paths)).toContain(path);
    for (const { id } of collections)
      expect(Object.keys(api.paths)).toEqual(
        expect.arrayContaining([
          `/collections/${id}`,
          `/collections/${id}/items`,
          `/collections/${id}/items/{id}`,
        ]),
      );
  });

  it('collections: with self and alternate, and each with id, extent, systems and typed links to its items', async () => {
    const { links } = await read<{ links: Link[] }>(`${base}/collections`);
    for (const rel of ['self', 'alternate']) expect(find(links, rel)?.type).toBeTruthy();
    for (const collection of collections) {
      expect(collection.links.filter(({ rel }) => rel === 'items').every(({ type }) => type)).toBe(true);
      expect(collection.crs[0]).toBe('http://www.opengis.net/def/crs/OGC/1.3/CRS84');
      const [[west = 0, south = 0, east = 0, north = 0] = []] = collection.extent.spatial.bbox;
      expect(west < east && south < north).toBe(true);
      const [[from, until] = []] = collection.extent.temporal.interval;
      expect(Date.parse(from!)).toBeLessThanOrEqual(Date.parse(until!));
      const { links: own, ...alone } = await read<Collection>(`${base}/collections/${collection.id}`);
      const { links: _, ...listed } = collection;
      expect(alone).toEqual(listed);
      expect(own.map(({ rel }) => rel)).toEqual(expect.arrayContaining(['self', 'alternate', 'items']));
    }
  });

  it('definition of limit, bbox and datetime: type, bounds, and `form` without explosion', () => {
    for (const collection of collections)
      for (const [name, schema] of [
        ['limit', { type: 'integer', minimum: 1, maximum: 1000, default: 100 }],
        ['bbox', { type: 'array', minItems: 4, maxItems: 6, items: { type: 'number' } }],
        ['datetime', { type: 'string' }],
      ] satisfies [string, Schema][])
        expect(parameter(collection, name), name).toMatchObject({
          name,
          in: 'query',
          schema,
          style: 'form',
          explode: false,
        });
  });

  it('features: GeoJSON with self, alternate and true counts; a page is as long as limit says', async () => {
    for (const collection of collections) {
      const items = itemsOf(collection);
      const response = await get(items);
      expect(response.headers.get('content-type')).toMatch(/^application\/geo\+json/);
      const all = (await response.json()) as Features;
      expect(all.type).toBe('FeatureCollection');
      for (const rel of ['self', 'alternate']) expect(find(all.links, rel)?.type).toBeTruthy();
      expect(all.numberReturned).toBe(all.features.length);
      expect(all.features.every(({ type }) => type === 'Feature')).toBe(true);
      for (const limit of [1, 3])
        expect((await read<Features>(`${items}?limit=${limit}`)).features).toHaveLength(limit);
      let [seen, next] = [0, `${items}?limit=7`] as [number, string | undefined];
      while (next) {
        const page: Features = await read<Features>(next);
        seen += page.numberReturned;
        next = find(page.links, 'next')?.href;
      }
      expect(seen).toBe(all.numberMatched);
    }
  });

  it('bbox and datetime: the whole extent has every feature, a box elsewhere and a time before have none', async () => {
    for (const collection of collections) {
      const items = itemsOf(collection);
      const { numberMatched } = await read<Features>(items);
      const [box] = collection.extent.spatial.bbox;
      const count = async (query: string) => (await read<Features>(`${items}?${query}`)).numberMatched;
      // What belongs to no place lies in no box.
      const without = (await read<Features>(`${items}?limit=1000`)).features.filter((one) => !one.geometry);
      expect(await count(`bbox=${box}`)).toBe(numberMatched - without.length);
      expect(await count('bbox=100,10,101,11')).toBe(0);
      const [[from, until] = []] = collection.extent.temporal.interval;
      expect(await count(`datetime=${from}/${until}`)).toBe(numberMatched);
      expect(await count('datetime=../1900-01-01T00:00:00Z')).toBe(0);
    }
  });

  it('errors: an unknown parameter and a wrong value are 400, an unknown feature is 404', async () => {
    for (const collection of collections) {
      const items = itemsOf(collection);
      for (const query of ['unknownQueryParameter=1', 'limit=none', 'bbox=1,x,2,3', 'datetime=none'])
        expect((await get(`${items}?${query}`)).status, query).toBe(400);
      expect((await get(`${items}/no-such-feature`)).status).toBe(404);
    }
  });

  it('a feature: GeoJSON with links to itself, its other form and its collection', async () => {
    for (const collection of collections) {
      const items = itemsOf(collection);
      const [first] = (await read<Features>(`${items}?limit=1`)).features;
      const response = await get(`${items}/${first!.id}`);
      expect(response.headers.get('content-type')).toMatch(/^application\/geo\+json/);
      const { links, ...feature } = (await response.json()) as Features['features'][0] & { links: Link[] };
      expect(feature).toEqual(first);
      for (const rel of ['self', 'alternate', 'collection']) expect(find(links, rel)?.type, rel).toBeTruthy();
      expect((await get(`${items}/${first!.id}?f=html`)).headers.get('content-type')).toMatch(/^text\/html/);
    }
  });
});
