import { beforeAll, describe, expect, it } from 'vitest';
import { entities } from '../../../api/catalogue/entities/catalogue.ts';
import { openHub, type TestHub } from '../../support/hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await openHub();
  return () => hub.database.close();
});

const page = async (path: string) => {
  const response = await hub.visit(path);
  expect(response.status, path).toBe(200);
  return (await response.text()).replaceAll('&amp;', '&');
};
const totalOf = (html: string) => Number(/<p class="lead[^>]*"><strong>(\d+)/.exec(html)?.[1]);
const linksOf = (html: string, list: string) =>
  [...html.matchAll(new RegExp(`<li><a href="(/${list}/[^"?]+)`, 'g'))].map(([, href]) => href);

describe('a list', () => {
  it.each(entities.map(({ name, singular }) => [name, singular]))(
    'of %s has the true total, and each record once over all its pages',
    async (name) => {
      const first = await page(`/${name}`);
      const { data } = await hub.query(`{ ${name} { totalCount } }`);
      const total = (data as never as Record<string, { totalCount: number }>)[name]!.totalCount;
      expect(totalOf(first)).toBe(total);
      const pages = Math.ceil(total / 25);
      const all = [...linksOf(first, name)];
      for (let at = 2; at <= pages; at++) all.push(...linksOf(await page(`/${name}?page=${at}`), name));
      expect(new Set(all).size).toBe(total);
      expect(all.length).toBe(total);
      expect((await hub.visit(`/${name}?page=${pages + 1}`)).status).toBe(400);
    },
  );

  it('counts each choice as choosing it finds, and goes on with what is chosen', async () => {
    const html = await page('/projects?status=RUNNING');
    const choices = [
      ...html.matchAll(/<a href="(\/projects\?[^"]+)" rel="nofollow">[^<]+<\/a> <span class="muted">(\d+)</g),
    ];
    expect(choices.length).toBeGreaterThan(20);
    for (const [, href, count] of choices.filter(([, to]) => !to!.match(/status=.*status=/)).slice(0, 8))
      expect(totalOf(await page(href!)), href).toBe(Number(count));
  });

  it('is the same selection as a file at the same address', async () => {
    const html = await page('/projects?field=digilab');
    expect(html).toContain('href="/projects.csv?field=digilab"');
    const file = await hub.text('/projects.csv?field=digilab');
    expect(file).toBe(await hub.text('/data/projects.csv?field=digilab'));
    expect(file.trim().split('\n').length - 1).toBeGreaterThanOrEqual(totalOf(html));
  });

  it.each([
    ['/projects?field=digilab&order=START', '?field=digilab'],
    ['/municipalities?topic=buerger-app&district=08316', '?topic=buerger-app&district=08316'],
    ['/strategies?district=08316', '?district=08316&layer=strategies'],
    ['/contacts?near=08316056&km=10&lang=fr', '?near=08316056&km=10&layer=contacts&lang=fr'],
  ])('%s is the same selection on the map, as a picture and to embed', async (path, query) => {
    const html = await page(path);
    for (const address of [`/${query}`, `/map.png${query}`, `/embed/builder${query}`]) {
      expect(html).toContain(`href="${address}"`);
      expect((await hub.visit(address)).status, address).toBe(200);
    }
  });

  it('has no heading over what could narrow it where nothing can', async () => {
    expect(await hub.page('/fields')).not.toContain('Auswählen');
    expect(await hub.page('/projects')).toContain('Auswählen');
  });

  it('of topics is in the order of their names', async () => {
    const names = (await hub.json('/topics.json')).map((row: { name_de: string }) => row.name_de);
    expect(names).toContain('Öffentliches WLAN');
    expect(names).toEqual([...names].sort((one, other) => one.localeCompare(other, 'de')));
  });

  it.each(['/municipalities?hasProject=true', '/strategies?status=ADOPTED', '/events', '/topics'])(
    '%s is nothing that the map shows',
    async (path) => {
      expect(await page(path)).not.toMatch(/href="\/(map\.png|\?|embed\/builder\?)/);
    },
  );

  it('takes what a form sends: empty fields are none', async () => {
    const html = await page('/projects?text=&near=&km=20&order=&hasContact=');
    expect(totalOf(html)).toBe(totalOf(await page('/projects')));
  });
});

describe('the search page', () => {
  it('ranks everything, marks the words and says the same as data', async () => {
    const html = await page('/search?q=b%C3%BCrgerbeteiligung');
    expect(html).toContain('<mark>Bürgerbeteiligung</mark></a> <span class="muted">Thema</span>');
    const data = (await hub.json('/search.json?q=b%C3%BCrgerbeteiligung')) as {
      total: number;
      records: { url: string }[];
    };
    expect(html).toContain(`<strong>${data.total} Treffer</strong>`);
    for (const { url } of data.records) expect(html).toContain(`<a href="${url}">`);
  });

  it('asks for a word where there is none, and refuses a bad list by name', async () => {
    expect(await page('/search')).toContain('name="q"');
    const response = await hub.app.request('/search.json?q=a&list=nix');
    expect(await response.json()).toEqual({
      error: {
        code: 'BAD_USER_INPUT',
        message:
          '?list: "nix" is not allowed; allowed are municipalities, fields, topics, contacts, projects, strategies, events.',
      },
    });
  });
});
