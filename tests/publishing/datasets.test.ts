import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { datasets, formats, formatsOf } from '../../api/publishing/datasets/register.ts';
import { openHub, type TestHub } from '../support/hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await openHub();
  return () => hub.database.close();
});

const text = async (path: string) => (await hub.get(path)).text();
const all = [...datasets.values()];

describe.each(all.map((dataset) => [dataset.name, dataset] as const))('%s', (name, dataset) => {
  it('has as many rows in every format, and those of the CSV file are the columns of the register', async () => {
    const rows = parse(await text(`/data/${name}.csv`), { columns: true }) as object[];
    expect(rows.length).toBeGreaterThan(0);
    expect(Object.keys(rows[0]!)).toEqual(dataset.columns.map((column) => column.name));
    const records = await hub.json(`/data/${name}.json`);
    const lines = (await text(`/data/${name}.ndjson`)).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(records);
    expect(records).toHaveLength(rows.length);
    if (!dataset.place) return;
    const { features } = await hub.json(`/data/${name}.geojson`);
    expect(features.map((feature: { properties: object }) => feature.properties)).toEqual(records);
  });

  it('says which page, which source and how fresh each row is', async () => {
    const [first] = await hub.json(`/data/${name}.json`);
    expect(first.url).toMatch(/^https:\/\/hub\.example\//);
    expect((await hub.get(first.url.replace('https://hub.example', ''))).status).toBe(200);
    expect(first.changed_at).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
    expect(Object.keys(first)).toEqual(expect.arrayContaining(['source_url', 'confirmed_at']));
  });

  it('describes every column, in snake_case, and can be ordered by each of its orders', async () => {
    for (const column of dataset.columns) {
      expect(column.name).toMatch(/^[a-z0-9]+(_[a-z0-9]+)*$/);
      expect(column.description).toMatch(/\.$/);
    }
    for (const order of Object.keys(dataset.orders))
      expect((await hub.get(`/data/${name}.csv?order=${order}`)).status, order).toBe(200);
  });

  it.each(Object.keys(dataset.filters))('takes the filter %s', async (filter) => {
    const answer = await hub.get(`/data/${name}.csv?${filter}=%20`);
    expect((await answer.json()).error.message).toMatch(new RegExp(`^\\?${filter}: `));
  });
});

describe('an empty result', () => {
  it.each([...formats.values()].map(({ extension }) => extension))('as %s is a file', async (format) => {
    const answer = await hub.get(`/data/projects.${format}?text=gibtesnicht`);
    expect(answer.status).toBe(200);
    const expected: Record<string, string> = {
      csv: `${[...datasets.get('projects')!.columns.map(({ name }) => name)].join(',')}\r\n`,
      json: '[]\n',
      ndjson: '',
      geojson: '{"type":"FeatureCollection","features":[\n]}\n',
    };
    if (format in expected) expect(await answer.text()).toBe(expected[format]);
  });
});

describe('?lang=', () => {
  const path = '/data/fields.json?columns=slug,name&order=POSITION';
  it('gives each text once, in that language', async () => {
    const names = async (lang: string) =>
      (await hub.json(`${path}&lang=${lang}`)).map((row: { name: string }) => row.name);
    expect((await names('de'))[3]).toBe('Menschen mitnehmen');
    expect((await names('en'))[3]).toBe('Taking people along');
  });

  it('left out gives the texts in both', async () => {
    expect(Object.keys((await hub.json('/data/topics.json'))[0])).toEqual(
      expect.arrayContaining(['name_de', 'name_en']),
    );
  });
});

describe('who-does-what', () => {
  it('has one row per municipality and project, with names beside keys', async () => {
    const rows = await hub.json('/data/who-does-what.json?municipality=08316056');
    expect(rows).toHaveLength(8);
    expect(rows[0]).toMatchObject({
      municipality: '08316056',
      municipality_name: 'Waldkirch',
      district: '08316',
      district_name: 'Emmendingen',
      project: 'denzlingen-breitband-ausbaupaket-6',
      role: 'PARTNER',
      topics: ['breitband'],
      topic_names_de: ['Breitband und Glasfaser'],
      topic_names_en: ['Broadband and fibre'],
    });
  });

  it('filters by the municipality of the row and by everything of its project', async () => {
    const both = await hub.json('/data/who-does-what.json?district=08316&status=RUNNING&role=LEAD');
    expect(both.length).toBeGreaterThan(5);
    for (const row of both) {
      expect([row.municipality, row.district]).toContain('08316');
      expect([row.status, row.role]).toEqual(['RUNNING', 'LEAD']);
    }
  });
});

describe('GeoJSON', () => {
  const features = async (path: string) => (await hub.json(path)).features;

  it('has the point of a municipality, its boundary, or nothing, as ?geometry= says', async () => {
    const path = '/data/municipalities.geojson?municipality=08316056';
    const [byDefault] = await features(path);
    expect(byDefault).toMatchObject({ type: 'Feature', id: '08316056', geometry: { type: 'Point' } });
    const { longitude, latitude } = byDefault.properties;
    expect(byDefault.geometry.coordinates).toEqual([longitude, latitude]);
    const [area] = await features(`${path}&geometry=boundary`);
    expect(area.geometry.type).toBe('MultiPolygon');
    expect(area.geometry.coordinates[0][0].length).toBeGreaterThan(50);
    expect((await features(`${path}&geometry=none`))[0].geometry).toBeNull();
  });

  it('puts a Landkreis, which has no point of its own, in the middle of its area', async () => {
    const [landkreis] = await features('/data/municipalities.geojson?municipality=08316');
    expect(landkreis.properties.latitude).toBeNull();
    const [longitude, latitude] = landkreis.geometry.coordinates;
    expect(longitude).toBeGreaterThan(7.5);
    expect(longitude).toBeLessThan(8.2);
    expect(latitude).toBeGreaterThan(48);
    expect(latitude).toBeLessThan(48.3);
  });

  it('has the points of all participants of a project, and their areas as one without inner borders', async () => {
    const path = '/data/projects.geojson?text=denzlingen-breitband-ausbaupaket-6';
    const [points] = await features(path);
    expect(points.geometry.type).toBe('MultiPoint');
    expect(points.geometry.coordinates).toHaveLength(4);
    const [area] = await features(`${path}&geometry=boundary`);
    expect(area.geometry.type).toBe('MultiPolygon');
    expect(area.geometry.coordinates.length).toBeLessThan(4);
  });

  it('is not there for what has no place, and told so', async () => {
    const answer = await hub.get('/data/topics.geojson');
    expect(answer.status).toBe(404);
    expect((await answer.json()).error.message).toMatch(/the formats of topics are csv, xlsx, json, ndjson/);
    expect(formatsOf(datasets.get('topics')!).map(({ extension }) => extension)).not.toContain('geojson');
  });

  it('refuses a geometry that is none, and ?geometry= elsewhere', async () => {
    for (const path of ['/data/projects.geojson?geometry=circle', '/data/projects.csv?geometry=point'])
      expect((await hub.get(path)).status).toBe(400);
  });
});
