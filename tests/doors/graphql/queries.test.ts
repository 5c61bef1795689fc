import { beforeAll, describe, expect, it } from 'vitest';
import { referenceQuery } from '../../bench/reference-query.ts';
import { openHub, type TestHub } from '../../support/hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await openHub();
  return () => hub.database.close();
});

const titles = async (filter: string) => {
  const answer = await hub.query(
    `{ projects(first: 100, filter: ${filter}) { totalCount edges { node { slug } } } }`,
  );
  const { totalCount, edges } = (
    answer as unknown as { data: { projects: { totalCount: number; edges: { node: { slug: string } }[] } } }
  ).data.projects;
  return { totalCount, slugs: edges.map(({ node }) => node.slug) };
};

describe('lists within lists', () => {
  it('take one SQL statement for 20 records as for 50', async () => {
    const query = (first: number) => `{ municipalities(first: ${first}) { totalCount edges { node { name
      projects { totalCount edges { node { title contact { organisation } fields { name } topics { slug }
      participations { municipality { name } } } } } strategies { edges { node { title owners { name } } } }
      contacts { totalCount edges { node { organisation municipality { name } } } } neighbours { name } } } } }`;
    const answers: unknown[] = [];
    const count = (first: number) =>
      hub.countStatements(async () => answers.push((await hub.query(query(first))).errors));
    expect([await count(20), await count(50)]).toEqual([1, 1]);
    expect(answers).toEqual([undefined, undefined]);
  });

  it('take one SQL statement with all that is asked below them: the reference query of the bench', async () => {
    expect(await hub.countStatements(() => hub.query(referenceQuery))).toBe(1);
  });

  it('read the columns that they ask for and no others', async () => {
    const statements: string[] = [];
    hub.database.onStatement(({ text }) => statements.push(text));
    await hub.query('{ projects { edges { node { title contact { slug } fields { name } } } } }');
    const columns = statements.map((text) => [...text.matchAll(/\br\d"?\."(\w+)"/g)].map(([, name]) => name));
    expect(columns).toEqual([
      ['slug', 'title', 'slug', 'slug', 'contact', 'slug', 'name_de', 'name_en', 'slug', 'field', 'slug'],
    ]);
  });
});

describe('a filter of projects', () => {
  it('by field, topic, status, municipality and district keeps what matches', async () => {
    expect(await titles('{ field: "qualifizierung" }')).toEqual({
      totalCount: 2,
      slugs: ['muellheim-ki-verwaltung', 'herbolzheim-stabsstelle-digitalisierung'],
    });
    expect((await titles('{ topic: "e-akte" }')).totalCount).toBe(6);
    expect((await titles('{ status: IDEA }')).totalCount).toBe(2);
    expect((await titles('{ status: [IDEA, PLANNED] }')).totalCount).toBe(8);
    expect((await titles('{ municipality: "08311000" }')).totalCount).toBe(40);
    expect((await titles('{ municipality: "08315" }')).totalCount).toBe(16);
    expect((await titles('{ district: "08311000" }')).totalCount).toBe(40);
    expect((await titles('{ regionWide: true }')).totalCount).toBe(5);
    expect((await titles('{ topic: "breitband", status: RUNNING, district: "08316" }')).slugs).toEqual([
      'simonswald-breitband-wildgutach',
      'kenzingen-gymnasium-digitalisierung',
    ]);
  });

  it('by text finds umlauts either way, German forms and beginnings', async () => {
    const muellheim = await titles('{ text: "Müllheim" }');
    expect(muellheim.totalCount).toBeGreaterThan(3);
    for (const written of ['Muellheim', 'mullheim', 'MÜLLHEIM'])
      expect(await titles(`{ text: "${written}" }`)).toEqual(muellheim);
    expect((await titles('{ text: "Bibliothek" }')).slugs).toContain('onleihe-dreilaendereck');
    expect((await titles('{ text: "Glasf" }')).totalCount).toBeGreaterThan(10);
    expect((await titles('{ text: "gibtesnicht" }')).totalCount).toBe(0);
    expect((await titles('{ text: "!!!" }')).totalCount).toBe(0);
  });
});

describe('a connection', () => {
  const page = async (args: string) =>
    (
      (await hub.query(
        `{ projects(${args}) { totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { node { slug } } } }`,
      )) as never as {
        data: {
          projects: {
            totalCount: number;
            pageInfo: {
              hasNextPage: boolean;
              hasPreviousPage: boolean;
              startCursor: string;
              endCursor: string;
            };
            edges: { node: { slug: string } }[];
          };
        };
      }
    ).data.projects;

  it.each(['TITLE', 'SLUG', 'START', 'CHANGED'])(
    'in the order %s gives every record once, forwards and backwards',
    async (order) => {
      const forwards: string[] = [];
      let after = '';
      do {
        const { edges, pageInfo, totalCount } = await page(`first: 33, order: ${order}${after}`);
        expect(totalCount).toBe(158);
        forwards.push(...edges.map(({ node }) => node.slug));
        after = pageInfo.hasNextPage ? `, after: "${pageInfo.endCursor}"` : '';
      } while (after);
      expect(new Set(forwards).size).toBe(158);

      const backwards: string[] = [];
      let before = '';
      do {
        const { edges, pageInfo } = await page(`last: 33, order: ${order}${before}`);
        backwards.unshift(...edges.map(({ node }) => node.slug));
        before = pageInfo.hasPreviousPage ? `, before: "${pageInfo.startCursor}"` : '';
      } while (before);
      expect(backwards).toEqual(forwards);
    },
  );

  it('gives 20 records unless told', async () => {
    expect((await page('order: SLUG')).edges).toHaveLength(20);
  });

  it.each([
    ['first: 101', 'first: 101 is not allowed; allowed are 0 to 100; read on with a cursor.'],
    ['first: -1', 'first: -1 is not allowed; allowed are 0 to 100; read on with a cursor.'],
    ['first: 1, last: 1', 'first, last: they exclude each other; ask for one of them.'],
    ['after: "nonsense"', 'after: "nonsense" is not allowed; a cursor that this hub gave out is needed.'],
    [
      'filter: { confirmedSince: "2016-13" }',
      'filter.confirmedSince: "2016-13" is not allowed; allowed is a date: 2016, 2016-07 or 2016-07-14.',
    ],
    [
      'filter: { municipality: "08315999" }',
      'filter.municipality: "08315999" is not allowed; there is no such municipality; /data/municipalities.csv lists them.',
    ],
    [
      'filter: { field: "breitband" }',
      'filter.field: "breitband" is not allowed; allowed are digilab, e-akte, lokale-strategie, menschen-mitnehmen, qualifizierung, service-bw.',
    ],
  ])('refuses %s by name', async (args, message) => {
    const { errors } = await hub.query(`{ projects(${args}) { totalCount } }`);
    expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT' }, path: ['projects'] }]);
  });

  it('refuses a cursor of another order', async () => {
    const { pageInfo } = await page('first: 1, order: SLUG');
    const { errors } = await hub.query(
      `{ projects(order: TITLE, after: "${pageInfo.endCursor}") { totalCount } }`,
    );
    expect(errors?.[0]?.message).toContain(
      'it belongs to projects in the order SLUG, this list is projects in the order TITLE.',
    );
  });
});

describe('node(id)', () => {
  it('finds a record of every type by its global id', async () => {
    const ids =
      (await hub.query(`{ projects(first: 1) { edges { node { id } } } contacts(first: 1) { edges { node { id } } }
      municipality(ags: "08315") { id } field(slug: "digilab") { id } topic(slug: "ki") { id } }`)) as never as {
        data: Record<string, { id?: string; edges?: { node: { id: string } }[] }>;
      };
    const found = await Promise.all(
      Object.values(ids.data).map(async (value) => {
        const id = value.id ?? value.edges?.[0]?.node.id;
        return (await hub.query(`{ node(id: "${id}") { __typename id } }`)).data;
      }),
    );
    expect(found).toMatchObject(
      ['Project', 'Contact', 'Municipality', 'FieldOfAction', 'Topic'].map((__typename) => ({
        node: { __typename },
      })),
    );
  });
});
