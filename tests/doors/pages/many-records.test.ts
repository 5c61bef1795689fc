import { beforeAll, describe, expect, it } from 'vitest';
import { openHub, type TestHub } from '../../support/hub.ts';

const pages = [
  '/',
  '/embed',
  '/embed/builder',
  '/projects',
  '/projects?status=RUNNING',
  '/municipalities?district=08315',
  '/strategies',
  '/search?q=digital',
  '/projects/frelo-leihraeder',
  '/municipalities/08315076',
  '/municipalities/08315',
  '/strategies/neuenburg-smart-city-2022',
  '/contacts/gemeinde-rheinhausen',
  '/fields/e-akte',
  '/topics/mobilitaet',
  '/events/digitaltag-freiburg-2025',
  '/insight',
  '/data',
  '/data/projects',
  '/data/who-does-what',
  '/contacts',
  '/events',
  '/fields',
  '/topics',
  '/insight/coverage',
  '/insight/meeting?field=e-akte&since=2026-01-01',
];

const many = 620;
let hub: TestHub;
let fewStatements: number[];
const statementsOf = async () => {
  const counts: number[] = [];
  for (const path of pages) counts.push(await hub.countStatements(() => hub.page(path)));
  return counts;
};

const source = { sourceUrl: 'https://x.example', changedRevision: 1, changedAt: new Date() };
const contactSlug = 'gemeinde-rheinhausen';

/** From one to another, all in one field, on one topic and about one contact. */
async function addFrom(first: number, end: number) {
  const { prisma } = hub.database;
  const numbers = Array.from({ length: end - first }, (_, at) => first + at);
  const each = <Row>(row: (slug: string, at: number) => Row) => numbers.map((at) => row(`viele-${at}`, at));
  const titles = (slug: string) => ({ slug, title: slug, titleSort: slug, ...source, contactSlug });
  await prisma.municipality.createMany({
    data: each((name, at) => ({
      ...{ ags: String(99_000_000 + at), name, nameSort: name, kind: 'GEMEINDE' as const, source: 'x' },
      ...{ districtAgs: '08315', population: 900, changedRevision: 1, changedAt: new Date() },
    })),
  });
  await prisma.project.createMany({ data: each((slug) => ({ ...titles(slug), status: 'IDEA' as const })) });
  await prisma.participation.createMany({
    data: each((projectSlug) => ({
      ...{ projectSlug, municipalityAgs: '08315076', role: 'LEAD' as const, position: 0 },
    })),
  });
  // Who takes part in a hundred of them is not missing.
  await prisma.participation.createMany({
    data: each((projectSlug, at) => ({
      ...{ projectSlug, municipalityAgs: String(99_000_000 + at), role: 'PARTNER' as const, position: 1 },
    })).slice(0, 110),
  });
  await prisma.projectField.createMany({
    data: each((projectSlug) => ({ projectSlug, fieldSlug: 'e-akte' })),
  });
  await prisma.projectTopic.createMany({
    data: each((projectSlug) => ({ projectSlug, topicSlug: 'mobilitaet' })),
  });
  await prisma.strategy.createMany({
    data: each((slug) => ({ ...titles(slug), status: 'UNKNOWN' as const })),
  });
  await prisma.strategyField.createMany({
    data: each((strategySlug) => ({ strategySlug, fieldSlug: 'e-akte' })),
  });
  await prisma.strategyOwner.createMany({
    data: each((strategySlug) => ({ strategySlug, municipalityAgs: '08315076', position: 0 })),
  });
}

beforeAll(async () => {
  hub = await openHub();
  await addFrom(0, 2);
  fewStatements = await statementsOf();
  await addFrom(2, many);
  return () => hub.database.close();
});

it('no page takes more statements where there is more to tell', async () => {
  expect(await statementsOf()).toEqual(fewStatements);
});

describe('the page of a record with many others around it', () => {
  it.each([
    ['/fields/e-akte', 'strategies', '/strategies?field=e-akte'],
    ['/fields/e-akte', 'projects', '/projects?field=e-akte'],
    ['/topics/mobilitaet', 'projects', '/projects?topic=mobilitaet'],
    ['/contacts/gemeinde-rheinhausen', 'strategies', '/strategies?contact=gemeinde-rheinhausen'],
    ['/contacts/gemeinde-rheinhausen', 'projects', '/projects?contact=gemeinde-rheinhausen'],
    ['/municipalities/08315076', 'strategies', '/strategies?municipality=08315076'],
    ['/municipalities/08315076', 'projects', '/projects?municipality=08315076'],
    [
      '/municipalities/08315',
      'members',
      '/municipalities?kind=STADTKREIS&kind=GROSSE_KREISSTADT&kind=STADT&kind=GEMEINDE&district=08315',
    ],
  ])('%s shows the first of its %s, how many more there are, and where', async (path, _list, all) => {
    const html = await hub.page(path);
    const link = `<a href="${all.replaceAll('&', '&amp;')}">und `;
    const section = html.split('<section').find((part) => part.includes(link))!;
    const [, more] = /">und (\d+) weitere – alle zeigen<\/a>/.exec(section)!;
    const shown = section.match(/<li>/g)!.length;
    expect(shown).toBeLessThanOrEqual(100);
    const rows: unknown[] = await hub.json(`/data${all.replace('?', '.json?')}`);
    expect(shown + Number(more)).toBe(rows.length);
  });

  it('names the first of who is missing in a field, and counts all of them', async () => {
    const html = await hub.page('/fields/e-akte');
    const [missing] = /<section id="missing">.*?<\/section>/s.exec(html)!;
    const [, total] = /<span class="muted">(\d+)<\/span>/.exec(missing)!;
    expect(missing.match(/<li>/g)).toHaveLength(500);
    const [, all, more] = /<a href="(\/municipalities[^"]+)">und (\d+) weitere – alle zeigen<\/a>/.exec(
      missing,
    )!;
    expect(Number(more)).toBe(Number(total) - 500);
    const listed: unknown[] = await hub.json(`/data${all!.replaceAll('&amp;', '&').replace('?', '.json?')}`);
    expect(listed.length).toBe(Number(total));
    const municipalities = await hub.database.prisma.municipality.findMany({
      where: {
        kind: { not: 'LANDKREIS' },
        participations: { none: { project: { fields: { some: { fieldSlug: 'e-akte' } } } } },
      },
    });
    expect(Number(total)).toBe(municipalities.length);
  });

  it('has no small map of places that would be the whole region', async () => {
    expect(await hub.page('/fields/e-akte')).not.toContain('/map/locator.svg');
    expect(await hub.page('/fields/digilab')).toContain('/map/locator.svg?municipality=08311000&amp;');
  });

  it('has all of them as data', async () => {
    const { projects, strategies } = await hub.json('/contacts/gemeinde-rheinhausen.json');
    expect(projects.length).toBeGreaterThanOrEqual(many);
    expect(strategies.length).toBeGreaterThanOrEqual(many);
  });
});

it.each(['/', '/embed', '/?topic=mobilitaet'])(
  '%s lists the first municipalities, and leads on to all',
  async (path) => {
    const html = await hub.page(path);
    const shown = html.match(/<li><a href="\/municipalities\/\d{8}">/g)!.length;
    expect(shown).toBeGreaterThanOrEqual(500);
    expect(shown).toBeLessThan(640);
    const all = /<a href="(\/municipalities\?[^"]+)">Alle (\d+) zeigen<\/a>/.exec(html)!;
    const rows: unknown[] = await hub.json(`/data${all[1]!.replaceAll('&amp;', '&').replace('?', '.json?')}`);
    expect(rows.length).toBe(Number(all[2]));
  },
);

it('a table of the situation shows the first rows, how many more there are, and the file with all', async () => {
  const html = await hub.page('/insight/white-spots');
  const [, rows] = html.split('<tbody>');
  const shown = rows!.match(/<tr>/g)!.length;
  const [, more] = /<a href="\/insight\/white-spots\.xlsx">und (\d+) weitere – alle zeigen<\/a>/.exec(html)!;
  expect(shown).toBe(500);
  const csv = await (await hub.app.request('/insight/white-spots.csv')).text();
  expect(csv.trim().split('\r\n').length - 1).toBe(shown + Number(more));
});

it('the situation names who plans the same where they are few, and else leads to their list', async () => {
  const html = await hub.page('/insight/joint-plans');
  const all = '/municipalities?status=IDEA&status=PLANNED&field=e-akte';
  expect(html).toContain(`<a href="${all.replaceAll('&', '&amp;')}">Kommunen</a>`);
  const csv = await (await hub.app.request('/insight/joint-plans.csv')).text();
  const [, told] = /e-akte,,\d+,"?([\d|, ]+)/.exec(csv)!;
  const listed: unknown[] = await hub.json(`/data${all.replace('?', '.json?')}`);
  expect(told!.match(/\d+/g)).toHaveLength(listed.length);
});

it('the sheet of a meeting tells the first plans, and how many more there are', async () => {
  const html = await hub.page('/insight/meeting?field=e-akte&since=2026-01-01');
  const plans = await hub.json('/data/projects.json?field=e-akte&status=IDEA&status=PLANNED');
  expect(html).toContain(`und ${plans.length - 8} weitere – alle zeigen`);
});
