import { beforeAll, describe, expect, it } from 'vitest';
import { openHub, type TestHub } from '../../support/hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await openHub();
  return () => hub.database.close();
});

const ask = async <Data>(query: string, variables?: object): Promise<Data> => {
  const { data, errors } = await hub.query(query, variables);
  expect(errors).toBeUndefined();
  return data as unknown as Data;
};
const refused = async (query: string, variables?: object) =>
  (await hub.query(query, variables)).errors?.map(({ message }) => message);

type Slugs = { slug: string }[];
type Page = {
  edges: { cursor: string; node: { slug: string } }[];
  nodes: Slugs;
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
};

describe('nodes of a list', () => {
  it('are the records of its edges, in one statement, alone or beside them', async () => {
    const alone = '{ projects(first: 5) { nodes { slug fields { slug } } } }';
    const beside = '{ projects(first: 5) { nodes { slug fields { slug } } edges { node { slug title } } } }';
    const { projects } = await ask<{ projects: Page }>(beside);
    expect(projects.nodes).toHaveLength(5);
    expect(projects.edges.map(({ node }) => node.slug)).toEqual(projects.nodes.map(({ slug }) => slug));
    expect((await ask<{ projects: Page }>(alone)).projects.nodes).toEqual(projects.nodes);
    for (const query of [alone, beside]) expect(await hub.countStatements(() => ask(query))).toBe(1);
  });

  it('may call columns alike that edges call otherwise', async () => {
    const { projects } = await ask<{
      projects: { nodes: { x: string }[]; edges: { node: { x: string } }[]; more: { node: { x: string } }[] };
    }>(`{ projects(first: 1, filter: { slug: "frelo-leihraeder" }) {
        nodes { x: slug } edges { node { x: title } } more: edges { node { x: sourceUrl } } } }`);
    expect([projects.nodes[0]?.x, projects.edges[0]?.node.x, projects.more[0]?.node.x]).toEqual([
      'frelo-leihraeder',
      'Frelo – app-gestütztes Leihradsystem',
      expect.stringMatching(/^http/),
    ]);
  });

  it('share a relation with edges, and are told to name another one otherwise', async () => {
    const { municipalities } = await ask<{
      municipalities: { nodes: { p: { totalCount: number } }[]; edges: { node: { p: { nodes: Slugs } } }[] };
    }>(`{ municipalities(first: 3) { nodes { p: projects(first: 2) { totalCount } }
        edges { node { p: projects(first: 2) { nodes { slug } } } } } }`);
    expect(municipalities.nodes[0]?.p.totalCount).toBeGreaterThan(0);
    expect(municipalities.edges[0]?.node.p.nodes.length).toBeGreaterThan(0);
    expect(
      await refused(`{ municipalities(first: 3) { nodes { p: projects(first: 2) { totalCount } }
        edges { node { p: projects(first: 1) { totalCount } } } } }`),
    ).toEqual([expect.stringMatching(/^p: "p: projects\(first: \d\).* an alias of its own is needed/s)]);
  });

  it('are there for searches and changes as well', async () => {
    const { search, changes } = await ask<{
      search: Page;
      changes: { nodes: object[]; edges: { node: object }[] };
    }>(
      `{ search(text: "Frelo") { nodes { id ... on Project { slug } } edges { url node { ... on Project { slug title } } } }
         changes(sinceRevision: 0, first: 3) { nodes { key } edges { node { key } } } }`,
    );
    expect(search.nodes[0]).toEqual({ id: expect.any(String), slug: 'frelo-leihraeder' });
    expect(search.edges[0]).toEqual({
      url: 'https://hub.example/projects/frelo-leihraeder',
      node: { slug: 'frelo-leihraeder', title: 'Frelo – app-gestütztes Leihradsystem' },
    });
    expect(changes.nodes).toEqual(changes.edges.map(({ node }) => node));
  });
});

describe('nodes(ids)', () => {
  const idsOf = async () => {
    const { projects, topics } = await ask<Record<string, { nodes: { id: string }[] }>>(
      '{ projects(first: 3) { nodes { id } } topics(first: 2) { nodes { id } } }',
    );
    return [...(projects?.nodes ?? []), ...(topics?.nodes ?? [])].map(({ id }) => id);
  };
  const query =
    'query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Project { title } ... on Topic { name } } }';

  it('gives records of any kind in the order of the ids, and null where there is none', async () => {
    const ids = (await idsOf()).reverse();
    const gone = Buffer.from('Project:no-such-project').toString('base64');
    const { nodes } = await ask<{ nodes: ({ id: string } | null)[] }>(query, { ids: [gone, ...ids, ids[0]] });
    expect(nodes.map((node) => node?.id ?? null)).toEqual([null, ...ids, ids[0]]);
  });

  it('takes one statement for each kind, however many ids', async () => {
    const ids = await idsOf();
    expect(await hub.countStatements(() => ask(query, { ids }))).toBe(2);
  });

  it('refuses what is no id, and more than 100, and counts them by the limits', async () => {
    expect(await refused(query, { ids: ['x'] })).toEqual([expect.stringMatching(/^id: "x" is not allowed/)]);
    const [id] = await idsOf();
    expect(await refused(query, { ids: Array(101).fill(id) })).toEqual([
      'ids: 101 is not allowed; allowed are 0 to 100; read on with a cursor.',
    ]);
  });
});

describe('a filter by slug', () => {
  it('gives just those records, and an unknown slug is an error', async () => {
    const { projects } = await ask<{ projects: Page }>(
      '{ projects(filter: { slug: ["frelo-leihraeder", "ag-breitband-hochschwarzwald"] }) { nodes { slug } } }',
    );
    expect(projects.nodes.map(({ slug }) => slug)).toEqual([
      'ag-breitband-hochschwarzwald',
      'frelo-leihraeder',
    ]);
    expect(await refused('{ projects(filter: { slug: "nix" }) { totalCount } }')).toEqual([
      expect.stringContaining('filter.slug: "nix" is not allowed'),
    ]);
  });
});

describe('a direction', () => {
  const slugs = async (args: string) =>
    (await ask<{ projects: Page }>(`{ projects(${args}) { nodes { slug } pageInfo { endCursor } } }`))
      .projects;

  it('turns an order around, page by page', async () => {
    const straight = (await slugs('order: SLUG, first: 100')).nodes;
    const last = (await slugs('order: SLUG, last: 3')).nodes.reverse();
    const turned = await slugs('order: SLUG, direction: DESC, first: 3');
    expect(turned.nodes).toEqual(last);
    expect((await slugs('order: SLUG, direction: ASC, first: 100')).nodes).toEqual(straight);
    const next = await slugs(`order: SLUG, direction: DESC, first: 2, after: "${turned.pageInfo.endCursor}"`);
    const lastFive = (await slugs('order: SLUG, last: 5')).nodes.reverse();
    expect(next.nodes).toEqual(lastFive.slice(3));
  });

  it('has cursors of its own', async () => {
    const { pageInfo } = await slugs('order: SLUG, direction: DESC, first: 3');
    expect(
      await refused(
        `{ projects(order: SLUG, first: 1, after: "${pageInfo.endCursor}") { totalCount nodes { slug } } }`,
      ),
    ).toEqual([
      expect.stringContaining(
        'it belongs to projects in the order SLUG DESC, this list is projects in the order SLUG',
      ),
    ]);
  });
});

describe.each([
  ['search', 'text: "Digital"', 'kind url'],
  ['changes', 'sinceRevision: 0', 'node { entity key }'],
])('%s', (field, about, of) => {
  const read = async (args: string) => {
    const data = await ask<Record<string, Page>>(
      `{ ${field}(${about}, ${args}) { edges { cursor ${of} } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
    );
    return data[field]!;
  };

  it('is the same backwards as forwards', async () => {
    const all = await read('first: 100');
    const forwards = all.edges.slice(0, 12);
    let page = await read(`last: 5, before: "${all.edges[12]?.cursor}"`);
    const backwards = [...page.edges];
    while (page.pageInfo.hasPreviousPage) {
      expect(page.pageInfo.hasNextPage).toBe(true);
      page = await read(`last: 5, before: "${page.pageInfo.startCursor}"`);
      backwards.unshift(...page.edges);
    }
    expect(backwards).toEqual(forwards);
    const between = await read(
      `first: 50, after: "${forwards[1]?.cursor}", before: "${forwards[5]?.cursor}"`,
    );
    expect(between.edges).toEqual(forwards.slice(2, 5));
  });

  it('refuses both ends at once', async () => {
    expect(await refused(`{ ${field}(${about}, first: 1, last: 1) { totalCount } }`)).toEqual([
      expect.stringContaining('they exclude each other'),
    ]);
  });
});

describe('a list that is filtered by a text', () => {
  it('is looked for once, for its page and its count', async () => {
    const searches = async (asked: string) => {
      let found = 0;
      hub.database.onStatement(({ text }) => {
        found += text.split('@@ to_tsquery').length - 1;
      });
      await hub.query(`{ projects(filter: { text: "digital" }) { ${asked} } }`);
      return found;
    };
    const page = 'edges { node { slug } }';
    expect(await searches(`totalCount ${page}`)).toBe(await searches(page));
  });
});

describe('a list that is not filtered', () => {
  it('is a statement without parameters, whose plan PostgreSQL keeps', async () => {
    const parameters: unknown[] = [];
    hub.database.onStatement(({ values }) => parameters.push(...values));
    await ask(
      '{ municipalities(first: 3) { edges { node { projects(first: 2) { totalCount nodes { slug } } } } } }',
    );
    expect(parameters).toEqual([]);
  });
});
