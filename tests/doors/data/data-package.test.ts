import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { datasets } from '../../../api/publishing/datasets/register.ts';
import { unzip } from '../../../api/publishing/files/zip.ts';
import { freiburg, hubOn, openEmptyDatabase, openHub, type TestHub } from '../../support/hub.ts';

type Field = {
  name: string;
  type: string;
  constraints?: { required?: boolean; unique?: boolean; enum?: string[]; pattern?: string };
};
type Schema = {
  fields: Field[];
  primaryKey: string[];
  foreignKeys?: { fields: string[]; reference: { resource?: string; fields: string[] } }[];
};
type Resource = { name: string; path: string; bytes: number; hash: string; schema?: Schema };
type Package = { resources: Resource[]; version: string };

const settings = { CATALOGUE_CONTACT_EMAIL: 'daten@hub.example' };
let hub: TestHub;
let files: Map<string, Uint8Array>;
let descriptor: Package;

beforeAll(async () => {
  hub = await openHub(settings);
  const archive = await hub.app.request('/data/all.zip');
  expect(archive.status).toBe(200);
  files = new Map(
    (await unzip(new Uint8Array(await archive.arrayBuffer()))).map(({ path, bytes }) => [path, bytes]),
  );
  descriptor = JSON.parse(text('datapackage.json'));
});
afterAll(() => hub.database.close());

const text = (path: string) => new TextDecoder().decode(files.get(path));
const bytesOf = async (path: string) => new Uint8Array(await (await hub.app.request(path)).arrayBuffer());
const rowsOf = (path: string) => parse(text(path), { columns: true }) as Record<string, string>[];
const tables = () => descriptor.resources.filter((one) => one.schema);

const profile = (name: string) =>
  JSON.parse(readFileSync(new URL(`data-package-profiles/${name}.json`, import.meta.url), 'utf8'));

/** What the official profiles have against a descriptor. */
function problems(of: unknown): string[] {
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats.default(ajv);
  for (const name of ['tableschema', 'dataresource']) ajv.addSchema(profile(name));
  const validate = ajv.compile(profile('datapackage'));
  validate(of);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe('datapackage.json', () => {
  it('is valid by the profiles of Data Package 2.0', () => {
    expect(problems(descriptor)).toEqual([]);
  });

  it.each<[string, (broken: never) => void, string]>([
    ['without resources', (one: { resources?: unknown }) => delete one.resources, 'resources'],
    [
      'with a path that leads out',
      (one: Package) => (one.resources[0]!.path = '../projects.csv'),
      '/resources/0/path',
    ],
    [
      'with a type that does not exist',
      (one: Package) => (tableIn(one).fields[0]!.type = 'slug'),
      '/schema/fields/0',
    ],
    [
      'with a licence that has no name',
      (one: { licenses: object[] }) => (one.licenses = [{ title: 'free' }]),
      '/licenses/0',
    ],
    ['made no day', (one: { created: string }) => (one.created = 'yesterday'), '/created'],
  ])('is refused by them %s', (_what, spoil, where) => {
    const broken = structuredClone(descriptor);
    spoil(broken as never);
    expect(problems(broken).join('\n')).toContain(where);
  });
  const tableIn = ({ resources }: Package) => resources.find((one) => one.schema)!.schema!;

  it('is the same alone and in the archive', async () => {
    expect(await hub.text('/data/datapackage.json')).toBe(text('datapackage.json'));
  });

  it('describes every column of every dataset, and its key', () => {
    expect(
      tables().map(({ name, schema }) => [
        name,
        schema!.fields.map((field) => field.name),
        schema!.primaryKey,
      ]),
    ).toEqual(
      [...datasets.values()].map((dataset) => [
        dataset.name,
        dataset.columns.map((column) => column.name),
        dataset.entity ? [dataset.entity.key] : ['municipality', 'project'],
      ]),
    );
  });
});

describe('all.zip', () => {
  it('has every dataset, the boundaries, where they come from and under which licence', () => {
    expect([...files.keys()]).toEqual([
      'datapackage.json',
      'README.md',
      ...[...datasets.keys()].map((name) => `${name}.csv`),
      'boundaries.geojson',
      'PROVENANCE.md',
    ]);
    expect(text('README.md')).toContain('https://www.govdata.de/dl-de/by-2-0');
    for (const { attribution } of freiburg.sources) expect(text('README.md')).toContain(attribution.de);
  });

  it('has the files that are at /data, byte by byte, with the size and hash that it tells', async () => {
    for (const { path, bytes, hash } of descriptor.resources) {
      const file = files.get(path)!;
      expect(Buffer.from(file).equals(Buffer.from(await bytesOf(`/data/${path}`))), path).toBe(true);
      expect([bytes, hash], path).toEqual([
        file.length,
        `sha256:${createHash('sha256').update(file).digest('hex')}`,
      ]);
    }
  });

  it('is the same bytes whichever process makes it', async () => {
    const other = hubOn(hub.database, settings);
    const again = await other.app.request('/data/all.zip');
    expect(Buffer.from(await again.arrayBuffer()).equals(Buffer.from(await bytesOf('/data/all.zip')))).toBe(
      true,
    );
  });

  it('has in every cell what its schema allows', () => {
    for (const { path, schema } of tables()) {
      const rows = rowsOf(path);
      for (const { name, constraints = {} } of schema!.fields) {
        const given = rows.map((row) => row[name]!).filter((value) => value !== '');
        const { required, unique, pattern } = constraints;
        if (required) expect(given.length, `${path} ${name}`).toBe(rows.length);
        if (unique) expect(new Set(given).size, `${path} ${name}`).toBe(given.length);
        for (const value of new Set(given)) {
          if (pattern) expect(value, `${path} ${name}`).toMatch(new RegExp(pattern));
          if (constraints.enum) expect(constraints.enum, `${path} ${name}`).toContain(value);
        }
      }
      const keys = rows.map((row) => schema!.primaryKey.map((name) => row[name]).join(' '));
      expect(new Set(keys).size, path).toBe(rows.length);
    }
  });

  it('has every record that another one refers to', () => {
    let followed = 0;
    for (const { name, path, schema } of tables())
      for (const { fields, reference } of schema!.foreignKeys ?? []) {
        const there = new Set(
          rowsOf(`${reference.resource ?? name}.csv`).map((row) => row[reference.fields[0]!]),
        );
        for (const row of rowsOf(path)) {
          const key = row[fields[0]!]!;
          if (key === '') continue;
          followed++;
          expect(there.has(key), `${path} ${fields[0]} ${key}`).toBe(true);
        }
      }
    expect(followed).toBeGreaterThan(500);
  });

  it('has a dated name, a licence and an ETag, and takes no parameter that would cut it', async () => {
    const { headers } = await hub.app.request('/data/all.zip');
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="all-\d{4}-\d\d-\d\d\.zip"$/);
    expect(headers.get('link')).toContain('rel="license"');
    expect(headers.get('etag')).toMatch(/^"[0-9a-f]{32}"$/);
    expect((await hub.app.request('/data/all.zip?field=e-akte')).status).toBe(400);
  });

  it('is 503 where it cannot be whole, and before the first import', async () => {
    await hub.database.prisma.$executeRaw`ALTER TABLE topic RENAME TO lost`;
    const broken = hubOn(hub.database);
    for (const path of ['/data/all.zip', '/data/datapackage.json'])
      expect((await broken.app.request(path)).status, path).toBe(503);
    await hub.database.prisma.$executeRaw`ALTER TABLE lost RENAME TO topic`;
    const empty = await openEmptyDatabase();
    expect((await hubOn(empty).app.request('/data/all.zip')).status).toBe(503);
    await empty.close();
  });
});
