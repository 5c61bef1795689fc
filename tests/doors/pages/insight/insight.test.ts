import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { sizeClassOf } from '../../../../api/catalogue/model/sizes.ts';
import { monthBefore } from '../../../../api/doors/pages/insight/blocks/changes.ts';
import { blocks } from '../../../../api/doors/pages/insight/blocks.ts';
import { freiburg, openHub, type TestHub } from '../../../support/hub.ts';

let hub: TestHub;
let page: string;
beforeAll(async () => {
  hub = await openHub();
  page = await hub.text('/insight');
  return () => hub.database.close();
});

type Row = Record<string, string>;
const read = (file: string): Row[] =>
  parse(readFileSync(`${freiburg.folder}/${file}.csv`), { columns: true, bom: true });
const [projects, strategies, all] = [read('projects'), read('strategies'), read('municipalities')];
const list = (cell: string | undefined) => (cell ? cell.split('|') : []);
const municipalities = all.filter(({ kind }) => kind !== 'LANDKREIS');
const doing = (ags: string, among = projects) =>
  among.filter((one) => list(one.municipalities).includes(ags));
const withProject = municipalities.filter(({ ags }) => doing(ags!).length > 0);
const whiteSpots = municipalities.filter(
  ({ ags }) => doing(ags!).length === 0 && !strategies.some((one) => list(one.owners).includes(ags!)),
);

/** What the page says in a section, without tags. */
const words = (html: string) =>
  html
    .replace(/<svg.*?<\/svg>/gs, '')
    .replace(/<[^>]+>/g, '')
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, ' ');
const sentence = (name: string) =>
  words(new RegExp(`id="${name}".*?<p class="sentence">(.*?)</p>`, 's').exec(page)![1]!);
const table = async (name: string): Promise<Row[]> =>
  parse(await hub.text(`/insight/${name}.csv`), { columns: true });

describe('the figures of the situation, recomputed from the files of the region', () => {
  it.each([
    ['projects', () => projects.length],
    ['running projects', () => projects.filter(({ status }) => status === 'RUNNING').length],
    ['municipalities that take part', () => withProject.length],
    ['municipalities without any entry', () => whiteSpots.length],
    ['strategies', () => strategies.length],
  ] as const)('%s', (name, count) => {
    const at = [
      'projects',
      'running projects',
      'municipalities that take part',
      'municipalities without any entry',
      'strategies',
    ].indexOf(name);
    const figures = [...page.matchAll(/<strong>([\d.]+)<\/strong>/g)].map(([, figure]) => Number(figure));
    expect(figures[at]).toBe(count());
  });

  it('municipalities with a project, of all, and in each cell of field and size', async () => {
    expect(sentence('coverage')).toContain(`${withProject.length} von ${municipalities.length} Kommunen`);
    const size = ({ population }: Row) => sizeClassOf(population ? Number(population) : null);
    const cells = await table('coverage');
    expect(cells).toHaveLength(30);
    for (const { field, size_class, with_project, municipalities: count } of cells) {
      const ofSize = municipalities.filter((one) => size(one) === size_class);
      const inField = projects.filter((one) => list(one.fields).includes(field!));
      expect([field, size_class, with_project, count]).toEqual([
        field,
        size_class,
        String(ofSize.filter(({ ags }) => doing(ags!, inField).length > 0).length),
        String(ofSize.length),
      ]);
    }
  });

  it('municipalities with a project and a strategy in each Landkreis', async () => {
    const expected = ['08311000', '08315', '08316'].map((district) => {
      const inside = municipalities.filter((one) => (one.district || one.ags) === district);
      return {
        district,
        with_project: String(inside.filter(({ ags }) => doing(ags!).length > 0).length),
        with_strategy: String(
          inside.filter(({ ags }) => strategies.some((one) => list(one.owners).includes(ags!))).length,
        ),
        municipalities: String(inside.length),
      };
    });
    expect(await table('districts')).toEqual(expected);
  });

  it('projects by year and status, and the year in which most began', async () => {
    const count = (column: string, year: string, status: string) =>
      projects.filter((one) => one[column]!.startsWith(year) && one.status === status).length;
    const rows = await table('years');
    for (const { year, status, begun, ended } of rows)
      expect([year, status, begun, ended]).toEqual([
        year,
        status,
        String(count('period_start', year!, status!)),
        String(count('period_end', year!, status!)),
      ]);
    const dated = projects.filter(({ period_start }) => period_start);
    expect(rows.reduce((sum, { begun }) => sum + Number(begun), 0)).toBe(dated.length);
    const in2019 = dated.filter(({ period_start }) => period_start!.startsWith('2019'));
    expect(sentence('years')).toBe(
      `Von ${dated.length} der ${projects.length} Projekte ist der Beginn bekannt; die meisten begannen 2019: ${in2019.length}.`,
    );
  });

  it('of which year the entries are', async () => {
    const rows = await table('freshness');
    for (const { year, by_source } of rows)
      expect([year, by_source]).toEqual([
        year,
        String(projects.filter((one) => !one.confirmed_at && one.source_date!.slice(0, 4) === year).length),
      ]);
    expect(rows.reduce((sum, one) => sum + Number(one.confirmed) + Number(one.by_source), 0)).toBe(
      projects.length,
    );
  });

  it('pairs that work together', async () => {
    const pairs = new Map<string, string[]>();
    for (const { slug, municipalities: cell } of projects) {
      const who = list(cell).toSorted();
      if (who.length < 2 || who.length > 6) continue;
      for (const [at, one] of who.entries())
        for (const other of who.slice(at + 1))
          pairs.set(`${one} ${other}`, [...(pairs.get(`${one} ${other}`) ?? []), slug!]);
    }
    expect(sentence('partners')).toContain(`${pairs.size} Paare`);
    const rows = await table('partners');
    expect(rows).toHaveLength(40);
    for (const { one, other, titles } of rows)
      expect(list(titles)).toEqual(pairs.get(`${one} ${other}`)!.toSorted());
    const most = Math.max(...[...pairs.values()].map(({ length }) => length));
    expect(rows[0]!.projects).toBe(String(most));
  });

  it('plans of several on the same', async () => {
    const plans = projects.filter(({ status }) => status === 'IDEA' || status === 'PLANNED');
    expect(sentence('joint-plans')).toContain(`derzeit ${plans.length};`);
    for (const { field, topic, projects: count } of await table('joint-plans'))
      expect(count).toBe(
        String(plans.filter((one) => list(field ? one.fields : one.topics).includes(field || topic!)).length),
      );
  });

  it('funding programmes with projects and money', async () => {
    const funded = projects.filter(({ funding_programme }) => funding_programme);
    const rows = await table('funding');
    expect(rows.reduce((sum, one) => sum + Number(one.projects), 0)).toBe(funded.length);
    const [first] = rows;
    const its = funded.filter(({ funding_programme }) => funding_programme === first!.programme);
    expect(first).toEqual({
      programme: 'Breitbandförderung Bund/Land',
      projects: String(its.length),
      municipalities: String(new Set(its.flatMap((one) => list(one.municipalities))).size),
      with_budget: String(its.filter(({ budget_eur }) => budget_eur).length),
      budget_eur: String(its.reduce((sum, { budget_eur }) => sum + Number(budget_eur), 0)),
    });
  });

  it('what changed: everything, as all of it came with one revision', async () => {
    const rows = await table('changes');
    expect(rows.find(({ kind }) => kind === 'projects')).toEqual({
      kind: 'projects',
      added: String(projects.length),
      changed: '0',
      removed: '0',
    });
  });

  it('the white spots, by name', async () => {
    expect((await table('white-spots')).map(({ ags }) => ags)).toEqual(whiteSpots.map(({ ags }) => ags));
  });
});

describe('every figure leads to the list that it counts:', () => {
  it.each(blocks.map(({ name }) => name))('%s', async (name) => {
    const html = await hub.text(`/insight/${name}`);
    const links = [
      ...html.matchAll(/<a href="\/(projects|municipalities|strategies)\?([^"]+)">([\d.]+)<\/a>/g),
    ];
    const some = links.filter((_, at) => at % 7 === 0);
    for (const [, entity, query, figure] of some) {
      const rows = await hub.app.request(`/data/${entity}.json?${query!.replaceAll('&amp;', '&')}`);
      expect([query, ((await rows.json()) as unknown[]).length]).toEqual([
        query,
        Number(figure!.replaceAll('.', '')),
      ]);
    }
  });
});

describe('a plot', () => {
  const drawn = blocks.filter(({ name }) => name !== 'white-spots').map(({ name }) => name);

  it.each(drawn)('%s says in words what it is, names each mark, and needs no style', async (name) => {
    const svg = await hub.text(`/insight/${name}.svg?lang=fr`);
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 720 \d+"/);
    expect(svg).toContain('role="img"');
    expect(svg).toMatch(/<title id="[\w-]+">[^<]+<\/title><desc id="[\w-]+">[^<]+<\/desc>/);
    expect(svg).not.toMatch(/style|var\(|class=/);
    const marks = svg.match(/<g><title>/g)?.length ?? 0;
    expect(marks).toBeGreaterThan(0);
  });

  it('is as wide as asked for, in the dark as well, and a picture of twice as many pixels', async () => {
    const dark = await hub.text('/insight/years.svg?theme=dark&width=320');
    expect(dark).toContain('width="320"');
    expect(dark).toContain('#14191c');
    const png = Buffer.from(await (await hub.app.request('/insight/years.png?width=400')).arrayBuffer());
    expect(png.readUInt32BE(16)).toBe(800);
  });

  it.each([
    ['width=10', '?width: "10" is not allowed; allowed are whole numbers from 280 to 2400.'],
    ['theme=blue', '?theme: "blue" is not allowed; allowed are light, dark.'],
  ])('is refused with ?%s', async (query, message) => {
    const response = await hub.app.request(`/insight/years.svg?${query}`);
    expect([response.status, ((await response.json()) as { error: object }).error]).toEqual([
      400,
      { code: 'BAD_USER_INPUT', message },
    ]);
  });

  it('is embedded by the frame that its page offers', async () => {
    const html = await hub.text('/insight/years');
    expect(html).toContain('&lt;iframe src=&quot;https://hub.example/embed/insight/years&quot;');
    const frame = await hub.app.request('/embed/insight/years');
    expect(frame.headers.get('content-security-policy')).toContain('frame-ancestors *');
    expect(await frame.text()).toContain('href="https://hub.example/privacy"');
  });
});

describe('the situation', () => {
  it('takes a number of statements that does not grow with what is in it', async () => {
    expect(await hub.countStatements(() => hub.text('/insight'))).toBeLessThanOrEqual(24);
  });

  it('looks back a month, to the last day where there is no such one', () => {
    expect(['2026-11-26', '2026-03-31', '2026-01-15'].map(monthBefore)).toEqual([
      '2026-10-26',
      '2026-02-28',
      '2025-12-15',
    ]);
  });
});
