import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveHub } from '../support/serve.ts';

/** Programs of others; they run beside this process, which answers them. */
const run = async (program: string, ...parameters: string[]) =>
  (await promisify(execFile)(program, parameters, { maxBuffer: 64_000_000 })).stdout;

const awkward = '=SUM(A1) Zeile eins\nZeile "zwei"; größer <besser>';
let hub: Awaited<ReturnType<typeof serveHub>>;
beforeAll(async () => {
  hub = await serveHub();
  const data = { summaryDe: awkward };
  await hub.database.prisma.project.update({ where: { slug: 'frelo-leihraeder' }, data });
});
afterAll(() => hub.close());

type Row = Record<string, string | null> & { municipalities?: string[] };
const rows = async (name: string) =>
  (await (await fetch(`${hub.base}/data/${name}.json`)).json()) as object[];

describe('GDAL reads the OGC API', () => {
  it.each([
    ['municipalities', 'Multi Polygon'],
    ['projects', 'Multi Point'],
    ['strategies', 'Multi Point'],
  ])('%s: all features, page by page, with their kind of geometry', async (name, geometry) => {
    const expected = (await rows(name)).length;
    for (const pageSize of [7, 1000]) {
      const read = await run(
        'ogrinfo',
        '-ro',
        '-al',
        '-oo',
        `PAGE_SIZE=${pageSize}`,
        `OAPIF:${hub.base}/ogc`,
        name,
      );
      expect(read.match(/^OGRFeature\(/gm)).toHaveLength(expected);
      expect(read).toContain(`Geometry: ${geometry}`);
      expect(read).toContain(`Feature Count: ${expected}`);
    }
  });

  it('with cells as they are: umlauts, quotes, line breaks, leading zeros, lists', async () => {
    const read = parse(
      await run('ogr2ogr', '-f', 'CSV', '/vsistdout/', `OAPIF:${hub.base}/ogc`, 'projects'),
      {
        columns: true,
      },
    ) as Record<string, string>[];
    const row = read.find(({ slug }) => slug === 'frelo-leihraeder')!;
    expect([read.length, row.title, row.summary_de, row.lead]).toEqual([
      (await rows('projects')).length,
      'Frelo – app-gestütztes Leihradsystem',
      awkward,
      '08311000',
    ]);
    expect(row.municipalities?.split('; ')).toHaveLength(5);
  });

  it.each([
    ['projects', "changed_at >= '2020/01/01 00:00:00'", () => true],
    ['projects', "changed_at < '2020/01/01 00:00:00'", () => false],
    ['projects', "status = 'RUNNING'", ({ status }: Row) => status === 'RUNNING'],
    ['projects', "period_start >= '2018'", ({ period_start }: Row) => (period_start ?? '') >= '2018'],
    ['projects', "fields LIKE '%e-akte%'", ({ fields }: Row) => fields?.includes('e-akte')],
    ['municipalities', "kind = 'STADT'", ({ kind }: Row) => kind === 'STADT'],
    ['municipalities', "district = '08315'", ({ district }: Row) => district === '08315'],
  ] satisfies [string, string, (row: Row) => unknown][])(
    '%s where %s: as many as there are',
    async (name, where, matches) => {
      const expected = ((await rows(name)) as Row[]).filter(matches).length;
      const read = await run('ogrinfo', '-ro', '-so', '-where', where, `OAPIF:${hub.base}/ogc`, name);
      expect(read).toContain(`Feature Count: ${expected}`);
    },
  );
});

describe('OWSLib reads the OGC API', () => {
  it('landing page, conformance, collections, schema, queryables and filtered features', async () => {
    const script = `
import json, sys
from owslib.ogcapi.features import Features
hub = Features(sys.argv[1])
found = hub.collection_items('projects', limit=500, status='RUNNING', bbox=[7, 47, 9, 49])
print(json.dumps([
    sorted(hub.feature_collections()),
    len(hub.conformance()['conformsTo']),
    sorted(hub.collection_queryables('projects')['properties'])[:3],
    found['numberMatched'],
    hub.collection_item('projects', 'frelo-leihraeder')['id'],
    hub.api()['servers'][0]['url'],
]))`;
    const [collections, classes, queryables, matched, id, server] = JSON.parse(
      await run('/usr/bin/python3', '-c', script, `${hub.base}/ogc`),
    );
    const placed = ((await rows('projects')) as Row[]).filter(
      ({ status, municipalities }) => status === 'RUNNING' && municipalities?.length,
    );
    expect([collections, classes, queryables, matched, id, server]).toEqual([
      ['municipalities', 'projects', 'strategies'],
      7,
      ['changedSince', 'confirmedSince', 'contact'],
      placed.length,
      'frelo-leihraeder',
      `${hub.base}/ogc`,
    ]);
  });
});

describe('feedparser reads the feeds', () => {
  const parse = async (path: string) =>
    JSON.parse(
      await run(
        '/usr/bin/python3',
        '-c',
        'import feedparser, json, sys; f = feedparser.parse(sys.argv[1]); print(json.dumps([bool(f.bozo), f.version, f.feed.title, [[e.id, e.title, e.link, e.updated] for e in f.entries], [l.href for l in f.feed.links if l.rel == "next"]]))',
        hub.base + path,
      ),
    );

  it('well-formed, every entry with id, title, link and date, and the next page', async () => {
    const seen: string[] = [];
    let path: string | undefined = '/feeds/projects.atom';
    while (path) {
      const [bad, version, title, entries, [next]] = await parse(path);
      expect([bad, version, title]).toEqual([
        false,
        'atom10',
        'Digitale Wege in der Region Freiburg: Projekte',
      ]);
      for (const entry of entries) expect(entry.every(Boolean)).toBe(true);
      seen.push(...entries.map(([id]: [string]) => id));
      path = next?.replace(hub.base, '');
    }
    expect(new Set(seen).size).toBe((await rows('projects')).length);
  });
});

describe('rapper reads the catalogue', () => {
  it('the same triples from Turtle and RDF/XML', async () => {
    const triples = async (syntax: string, extension: string) =>
      (await run('rapper', '-q', '-i', syntax, '-o', 'ntriples', `${hub.base}/catalog.${extension}`))
        .trim()
        .split('\n')
        .sort();
    const turtle = await triples('turtle', 'ttl');
    expect(turtle.length).toBeGreaterThan(300);
    expect(await triples('rdfxml', 'rdf')).toEqual(turtle);
  });
});
