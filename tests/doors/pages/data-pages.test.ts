import { beforeAll, describe, expect, it } from 'vitest';
import { commandsFor } from '../../../api/doors/pages/data/commands.ts';
import { datasets, formatsOf } from '../../../api/publishing/datasets/register.ts';
import { changeRecords } from '../../support/change.ts';
import { freiburg, openHub, type TestHub } from '../../support/hub.ts';
import { fromSchemaOrg } from '../../support/rdf.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await openHub();
  return () => hub.database.close();
});

const base = 'https://hub.example';
const page = async (path: string) => (await hub.visit(path)).text();
const all = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map(([, found]) => found!);
const alternates = (html: string) =>
  [...html.matchAll(/<link rel="alternate" type="([^"]+)" href="([^"]+)"/g)]
    .map(([, type, href]) => [type, href!.replaceAll('&amp;', '&')])
    .filter(([type]) => !type!.includes('oembed'));
const text = (html: string) =>
  html
    .replace(/<[^>]+>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
const structured = (html: string) =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)![1]!);
const each = [...datasets.values()].map((dataset) => [dataset.name, dataset] as const);

describe('/data', () => {
  it('leads to every dataset and its file for Excel, and names every source', async () => {
    const html = await page('/data');
    expect(all(html, /<h2 id="[^"]+"><a href="\/data\/([^"]+)">/g)).toEqual([...datasets.keys()]);
    expect(all(html, /<a class="button strong" href="([^"]+)"/g)).toEqual(
      [...datasets.keys()].flatMap((name) => [`/data/${name}.xlsx`, `/data/${name}.csv?profile=excel-de`]),
    );
    for (const address of ['/data/all.zip', '/data/datapackage.json']) {
      expect(html).toContain(`href="${address}"`);
      expect((await hub.app.request(address)).status).toBe(200);
    }
    for (const { file } of freiburg.sources) expect(html).toContain(`<code>${file}</code>`);
  });

  it('tells how many records there are and how many were confirmed within a year', async () => {
    const figures = async (path: string) => {
      const html = await page(path);
      const part = html.slice(html.indexOf('id="projects"'), html.indexOf('id="strategies"'));
      return all(part, /<dd>(.*?)<\/dd>/g);
    };
    expect(await figures('/data')).toEqual(['158', expect.stringMatching(/ 20\d\d$/), '0\u00a0%']);
    const copy = await openHub();
    const recently = new Date().toISOString().slice(0, 10);
    const confirm = (slug: string, day: string) => ({ slug, confirmed_at: day });
    const slugs = (await copy.database.prisma.project.findMany({ take: 80, select: { slug: true } })).map(
      ({ slug }, at) => confirm(slug, at < 79 ? recently : '2020-01-01'),
    );
    await changeRecords(copy.database, { projects: slugs });
    const confirmed = await copy.text('/data/projects?lang=en');
    expect(all(confirmed, /<dd>([^<]*%)<\/dd>/g)).toEqual(['50%']);
    await copy.database.close();
  });
});

describe.each(each)('/data/%s', (name, dataset) => {
  it('offers Excel first, then every format with raw values', async () => {
    const html = await page(`/data/${name}`);
    expect(all(html, /<a class="button[^"]*" href="([^"]+)"/g)).toEqual([
      `/data/${name}.xlsx`,
      `/data/${name}.csv?profile=excel-de`,
      ...formatsOf(dataset)
        .filter(({ extension }) => extension !== 'xlsx')
        .map(({ extension }) => `/data/${name}.${extension}`),
    ]);
  });

  it('shows the first ten rows of its file, and explains every column', async () => {
    const html = await page(`/data/${name}`);
    const names = dataset.columns.map((column) => column.name);
    expect(all(html, /<th scope="col">(.*?)<\/th>/g)).toEqual(names);
    const rows: object[] = await (await hub.visit(`/data/${name}.json`)).json();
    const cells = all(html, /<td[^>]*><span[^>]*>(.*?)<\/span><\/td>/gs).map(text);
    const first = rows.slice(0, 10).flatMap((row) => Object.entries(row));
    expect(cells).toEqual(first.map(([, value]) => [value ?? ''].flat().join('|')));
    const explained = html.slice(html.indexOf('id="columns"'));
    expect(all(explained, /<dt><code>(.*?)<\/code><\/dt>/g)).toEqual(names);
  });

  it('gives commands that work: addresses that answer, and a query with records', async () => {
    const html = await page(`/data/${name}`);
    const shown = all(html, /<textarea[^>]*>(.*?)<\/textarea>/gs).map((code) => text(code).trim());
    const commands = commandsFor(dataset, base);
    expect(shown).toEqual(Object.values(commands));
    for (const [program, command] of Object.entries(commands)) {
      if (program === 'graphql') continue;
      const [address] = /https:[^'"]+/.exec(command)!;
      expect((await hub.app.request(address)).status, command).toBe(200);
    }
    const { data, errors } = await hub.query(commands.graphql);
    expect(errors).toBeUndefined();
    const [list] = Object.values(data!) as { totalCount: number; edges: object[] }[];
    expect(list!.edges).toHaveLength(Math.min(20, list!.totalCount));
  });

  it('says the same in the words of schema.org', async () => {
    const quads = await fromSchemaOrg(structured(await page(`/data/${name}?lang=en`)));
    const of = (subject: string, property: string) =>
      quads
        .filter((one) => one.subject.value === subject && one.predicate.value.endsWith(`/${property}`))
        .map(({ object }) => object.value);
    const address = `${base}/data/${name}`;
    expect(of(address, '22-rdf-syntax-ns#type')).toEqual(['https://schema.org/Dataset']);
    expect(of(address, 'name')).toEqual([`Digital paths in the Freiburg region: ${dataset.title.en}`]);
    for (const property of ['description', 'license', 'dateModified', 'creator', 'spatialCoverage'])
      expect(of(address, property), property).toHaveLength(1);
    const files = of(address, 'distribution').flatMap((file) => of(file, 'contentUrl'));
    expect(files.sort()).toEqual(
      formatsOf(dataset)
        .map(({ extension }) => `${address}.${extension}`)
        .sort(),
    );
  });
});

it('a dataset that does not exist is told with those that do', async () => {
  const response = await hub.app.request('/data/nothing');
  expect(response.status).toBe(404);
  expect((await response.json()).error.message).toMatch(
    /^There is no dataset nothing\. The datasets are who-does-what, projects, /,
  );
});

describe('the head of a page leads to', () => {
  const feeds = (query: string) => [
    ['application/atom+xml', `/feeds/projects.atom${query}`],
    ['application/feed+json', `/feeds/projects.json${query}`],
  ];

  it.each([
    ['/', feeds('')],
    ['/?field=e-akte&status=RUNNING&view=list&lang=en', feeds('?field=e-akte&status=RUNNING&lang=en')],
    ['/fields/e-akte', [['application/json', '/fields/e-akte.json'], ...feeds('?field=e-akte')]],
    [
      '/municipalities/08316056',
      [['application/json', '/municipalities/08316056.json'], ...feeds('?municipality=08316056')],
    ],
    ['/projects/frelo-leihraeder', [['application/json', '/projects/frelo-leihraeder.json']]],
    [
      '/data',
      [
        ['text/turtle', '/catalog.ttl'],
        ['application/ld+json', '/catalog.jsonld'],
        ['application/rdf+xml', '/catalog.rdf'],
      ],
    ],
    [
      '/data/projects',
      [['text/csv', '/data/projects.csv'], ['application/json', '/data/projects.json'], ...feeds('')],
    ],
  ])('%s: the same as data, and feeds, all of which answer', async (path, expected) => {
    const found = alternates(await page(path));
    expect(found).toEqual(expected);
    for (const [, address] of found) expect((await hub.app.request(address!)).status, address).toBe(200);
  });

  it('feeds that stand on the page as well', async () => {
    expect(await page('/fields/e-akte')).toContain(
      '<a href="/feeds/projects.atom?field=e-akte" type="application/atom+xml">Atom</a>',
    );
    expect(await page('/data/events?lang=en')).toContain('<a href="/feeds/events.json?lang=en"');
  });
});

it('rows are counted without looking up whom to call about each of them', async () => {
  const statements: string[] = [];
  hub.database.onStatement(({ text }) => statements.push(text));
  const html = await page('/data/who-does-what');
  const counts = statements.filter((text) => text.includes('count(*)') && text.includes('participation'));
  expect(counts.length).toBeGreaterThan(0);
  for (const text of counts) expect(text).not.toContain('call_to');
  expect(html).toContain(String(await hub.database.prisma.participation.count()));
});
