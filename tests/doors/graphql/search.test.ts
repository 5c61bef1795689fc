import { beforeAll, describe, expect, it } from 'vitest';
import { entities } from '../../../api/catalogue/entities/catalogue.ts';
import { searchedColumns } from '../../../api/catalogue/model/text-match.ts';
import { openHub, type TestHub } from '../../support/hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await openHub();
  return () => hub.database.close();
});

type Part = { text: string; matched: boolean };
type Found = {
  totalCount: number;
  corrected: boolean;
  kinds: { kind: string; count: number }[];
  facets: { name: string; values: { value: string; count: number; record: { name?: string } | null }[] }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null };
  edges: {
    kind: string;
    match: string;
    highlights: Part[];
    snippet: Part[] | null;
    node: Record<string, unknown>;
  }[];
};

const search = async (args: string, selection: string) => {
  const { data, errors } = await hub.query(`{ search(${args}) { ${selection} } }`);
  expect(errors).toBeUndefined();
  return (data as never as { search: Found }).search;
};

const inBrackets = (parts: Part[] | null) =>
  parts?.map(({ text, matched }) => (matched ? `[${text}]` : text)).join('') ?? null;

const list = 'totalCount corrected edges { kind match highlights { text matched } snippet { text matched } }';
/** Each record in a line: how it matches, its kind, its name, and the snippet. */
const lines = ({ edges }: Found) =>
  edges.map(({ kind, match, highlights, snippet }) =>
    [match, kind, inBrackets(highlights), inBrackets(snippet)].filter((part) => part !== null).join(' | '),
  );

const withoutMatch = (line: string) => line.split(' | ').slice(1).join(' | ');

describe('a search', () => {
  it('finds Müllheim whatever way it is written, ranked: the place, then in names, then in texts, then what belongs to it', async () => {
    const found = await search('text: "Muellheim"', list);
    expect(found.totalCount).toBe(found.edges.length);
    expect(lines(found)).toMatchInlineSnapshot(`
      [
        "NAME | MUNICIPALITY | [Müllheim] im Markgräflerland",
        "WORDS_IN_NAME | PROJECT | Digitale Tafeln für die Schulen der Stadt [Müllheim] | … Tafeln eingebaut, an der Rosenburgschule neun in [Müllheim] und sechs in Britzingen; an der Alemannen-Realschule dauert die Umstellung mit der Sanierung bis 2025. Aus dem Digitalpakt kamen …",
        "WORDS_IN_NAME | PROJECT | Glasfaserausbau des Zweckverbands in [Müllheim] und Neuenburg am Rhein | In [Müllheim] und Neuenburg soll der geförderte Ausbau im ersten Halbjahr 2026 beginnen.",
        "WORDS_IN_NAME | PROJECT | Künstliche Intelligenz in der Stadtverwaltung [Müllheim]",
        "WORDS_IN_NAME | PROJECT | Online-Kita-Vormerkung [Müllheim] | Zentrales Online-Verfahren, an dem alle 19 [Müllheimer] Kitas teilnehmen, gleich welcher Trägerschaft; Eltern nennen bis zu drei Wunscheinrichtungen. Die Plätze vergeben weiterhin die …",
        "WORDS_IN_NAME | PROJECT | Online-Terminvereinbarung der Stadtverwaltung [Müllheim]",
        "WORDS_IN_NAME | CONTACT | Stadt [Müllheim] im Markgräflerland",
        "TEXT | PROJECT | DigitalPakt Schule im Landkreis Breisgau-Hochschwarzwald | … Budgets bereit: dem Landkreis rund 3,98 Mio. €, [Müllheim] 671.800 €, Breisach 652.300 €, Bad Krozingen 645.900 €, am unteren Ende Feldberg 14.500 € und Horben 16.000 €. Bis Mai 2020 hatte …",
        "TEXT | PROJECT | Glasfaserausbau des Zweckverbands Breitband Breisgau-Hochschwarzwald",
        "TEXT | PROJECT | Onleihe Dreiländereck | … für den digitalen Medienverleih, dem aus der Region [Müllheim], Neuenburg am Rhein und Staufen angehören; beteiligt sind außerdem u. a. Lörrach, Weil am Rhein und Waldshut-Tiengen. Seit dem …",
      ]
    `);
    for (const text of ['Müllheim', 'mullheim', ' MÜLLHEIM! '])
      expect(await search(`text: "${text}"`, list)).toEqual(found);
  });

  it('finds beginnings while somebody types', async () => {
    expect(lines(await search('text: "bürgerbet"', list))).toMatchInlineSnapshot(`
      [
        "BEGINNING | TOPIC | [Bürgerbeteiligung]",
        "TEXT | PROJECT | Beteiligungsportal mitmachen.freiburg.de | Stadtweites Online-Portal für [Bürgerbeteiligung], seit Ende April 2018 in Betrieb. Mit einer Registrierung können sich Freiburgerinnen und Freiburger an allen Verfahren …",
        "TEXT | CONTACT | Stadt Emmendingen | [Bürgerbeteiligung]",
      ]
    `);
  });

  it('finds other forms of a word', async () => {
    const plural = await search('text: "Bürgerbeteiligungen", first: 100', list);
    const singular = await search('text: "Bürgerbeteiligung", first: 100', list);
    expect(lines(plural).map(withoutMatch)).toEqual(lines(singular).map(withoutMatch));
    expect(plural.totalCount).toBeGreaterThan(0);
  });

  it('finds words with typing errors, and says so', async () => {
    const found = await search('text: "Digitalisirung Kenzingn"', list);
    expect(found.corrected).toBe(true);
    expect(lines(found)).toMatchInlineSnapshot(`
      [
        "TYPING_ERROR | PROJECT | [Digitalisierung] am Gymnasium [Kenzingen]",
      ]
    `);
    const right = await search('text: "Bürgerbeteiligung Freiburg"', list);
    expect(right.corrected).toBe(false);
    const wrong = await search('text: "Bürgerbeteilgung Frieburg"', list);
    expect(wrong.corrected).toBe(true);
    expect(lines(wrong).map(withoutMatch).sort()).toEqual(lines(right).map(withoutMatch).sort());
  });

  it('puts the record with that key or name first', async () => {
    for (const text of ['08311000', 'Freiburg im Breisgau'])
      expect(lines(await search(`text: "${text}", first: 1`, list))[0]).toMatch(
        /^NAME \| MUNICIPALITY \| (\[?Freiburg\]?) (\[?im\]?) (\[?Breisgau\]?)/,
      );
  });

  it.each(['!!!', 'xyzzyx', '½', '²', '🙂', "o'neill & co | !*:", 'der die das'])(
    'for %s is answered, if by nothing',
    async (text) => {
      const found = await search(
        `text: ${JSON.stringify(text)}, kinds: [EVENT]`,
        'totalCount corrected edges { match }',
      );
      expect(found).toEqual({ totalCount: 0, corrected: false, edges: [] });
    },
  );

  it('leads on to the records, each with its own fields and relations', async () => {
    const found = await search(
      'text: "bürgerbeteiligung"',
      `edges { node { __typename id
        ... on Project { title fields { slug } contact { organisation } }
        ... on Topic { name projects { totalCount } }
        ... on Contact { organisation municipality { name } } } }`,
    );
    expect(found.edges.map(({ node }) => node)).toMatchInlineSnapshot(`
      [
        {
          "__typename": "Topic",
          "id": "VG9waWM6YmV0ZWlsaWd1bmc=",
          "name": "Bürgerbeteiligung",
          "projects": {
            "totalCount": 7,
          },
        },
        {
          "__typename": "Project",
          "contact": null,
          "fields": [
            {
              "slug": "menschen-mitnehmen",
            },
          ],
          "id": "UHJvamVjdDpmcmVpYnVyZy1taXRtYWNoZW4tcG9ydGFs",
          "title": "Beteiligungsportal mitmachen.freiburg.de",
        },
        {
          "__typename": "Contact",
          "id": "Q29udGFjdDpzdGFkdC1lbW1lbmRpbmdlbi1idWVyZ2VyYmV0ZWlsaWd1bmc=",
          "municipality": {
            "name": "Emmendingen",
          },
          "organisation": "Stadt Emmendingen",
        },
      ]
    `);
  });

  it('tells the true total and the number of each kind, also of those not asked for', async () => {
    const all = await search('text: "digital", first: 1', 'totalCount kinds { kind count }');
    expect(all.totalCount).toBe(all.kinds.reduce((sum, { count }) => sum + count, 0));
    const few = await search(
      'text: "digital", kinds: [PROJECT, EVENT], first: 1',
      'totalCount kinds { kind count }',
    );
    expect(few.kinds).toEqual(all.kinds);
    const of = (kind: string) => all.kinds.find((one) => one.kind === kind)!.count;
    expect(few.totalCount).toBe(of('PROJECT') + of('EVENT'));
    const { data } = await hub.query('{ projects(filter: { text: "digital" }) { totalCount } }');
    expect(of('PROJECT')).toBe((data as never as { projects: { totalCount: number } }).projects.totalCount);
  });

  it('is read to its end with cursors, each record once', async () => {
    const names =
      'edges { kind highlights { text matched } } pageInfo { hasNextPage hasPreviousPage endCursor }';
    const whole = await search('text: "schule", first: 100', names);
    expect(whole.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
    const read: unknown[] = [];
    let after = '';
    for (let more = true; more; ) {
      const page = await search(`text: "schule", first: 7${after}`, names);
      read.push(...page.edges);
      more = page.pageInfo.hasNextPage;
      after = `, after: "${page.pageInfo.endCursor}"`;
    }
    expect(read).toEqual(whole.edges);
    expect(read.length).toBeGreaterThan(20);
  });

  it('keeps a filter as the lists do, and drops kinds that have no such filter', async () => {
    const filter = '{ field: "menschen-mitnehmen", status: RUNNING, district: "08316" }';
    const found = await search(
      `text: "stadt", filter: ${filter}, first: 100`,
      'totalCount kinds { kind count } edges { node { id } }',
    );
    const { data } = await hub.query(`{
      projects(first: 100, filter: { text: "stadt", field: "menschen-mitnehmen", status: RUNNING, district: "08316" }) { edges { node { id } } }
      municipalities(first: 100, filter: { text: "stadt", field: "menschen-mitnehmen", status: RUNNING, district: "08316" }) { edges { node { id } } } }`);
    const { projects, municipalities } = data as never as Record<
      string,
      { edges: { node: { id: string } }[] }
    >;
    const ids = (edges: { node: Record<string, unknown> }[]) => edges.map(({ node }) => node.id).sort();
    expect(ids(found.edges)).toEqual(ids([...projects!.edges, ...municipalities!.edges]));
    expect(projects!.edges.length).toBeGreaterThan(0);
    const adopted = await search('text: "stadt", filter: { status: ADOPTED }', 'kinds { kind count }');
    expect(adopted.kinds.filter(({ count }) => count > 0).map(({ kind }) => kind)).toEqual([]);
  });

  it('counts facets under all other filters, each as choosing the value would find', async () => {
    const { facets } = await search(
      'text: "schule", filter: { status: RUNNING }',
      'facets { name values { value count record { ... on FieldOfAction { name } ... on Topic { name } ... on Municipality { name } } } }',
    );
    expect(facets.map(({ name }) => name)).toEqual(['FIELD', 'TOPIC', 'STATUS', 'DISTRICT', 'SIZE_CLASS']);
    expect(facets.find(({ name }) => name === 'DISTRICT')).toMatchInlineSnapshot(`
      {
        "name": "DISTRICT",
        "values": [
          {
            "count": 3,
            "record": {
              "name": "Freiburg im Breisgau",
            },
            "value": "08311000",
          },
          {
            "count": 3,
            "record": {
              "name": "Breisgau-Hochschwarzwald",
            },
            "value": "08315",
          },
          {
            "count": 2,
            "record": {
              "name": "Emmendingen",
            },
            "value": "08316",
          },
        ],
      }
    `);
    const arguments_ = {
      FIELD: 'field',
      TOPIC: 'topic',
      STATUS: 'status',
      DISTRICT: 'district',
      SIZE_CLASS: 'sizeClass',
    };
    for (const { name, values } of facets)
      for (const { value, count } of values) {
        const filter = arguments_[name as keyof typeof arguments_];
        const given = ['status', 'sizeClass'].includes(filter) ? value : `"${value}"`;
        const other = filter === 'status' ? '' : 'status: RUNNING, ';
        const chosen = await search(`text: "schule", filter: { ${other}${filter}: ${given} }`, 'totalCount');
        expect(chosen.totalCount, `${name} ${value}`).toBe(count);
      }
  });

  it.each([
    ['text: ""', 'text: "" is not allowed; a value is needed.'],
    [
      `text: "${'x'.repeat(201)}"`,
      `text: "${'x'.repeat(76)}…" is not allowed; at most 200 characters are allowed.`,
    ],
    ['text: "a", first: 101', 'first: 101 is not allowed; allowed are 0 to 100; read on with a cursor.'],
    ['text: "a", after: "abc"', 'after: "abc" is not allowed; a cursor that this hub gave out is needed.'],
    [
      `text: "a", after: "${Buffer.from('["search","9 x","y"]').toString('base64url')}"`,
      `after: "WyJzZWFyY2giLCI5IHgiLCJ5Il0" is not allowed; a cursor that this hub gave out is needed.`,
    ],
    [
      'text: "a", filter: { field: "nix" }',
      'filter.field: "nix" is not allowed; allowed are digilab, e-akte, lokale-strategie, menschen-mitnehmen, qualifizierung, service-bw.',
    ],
    [
      'text: "a", filter: { km: 5 }',
      'filter.km: 5 is not allowed; it completes filter.near, which is missing.',
    ],
  ])('of %s is refused by name', async (args, message) => {
    const { errors } = await hub.query(`{ search(${args}) { totalCount } }`);
    expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('takes the same number of SQL statements for ten records as for a hundred', async () => {
    const everything = (args: string) => () =>
      search(
        args,
        `${list} kinds { kind count } facets { values { value count } } edges { node { ... on Project { fields { name } contact { organisation } } } }`,
      );
    const few = await hub.countStatements(everything('text: "digital", kinds: [PROJECT], first: 10'));
    const many = await hub.countStatements(everything('text: "digital", kinds: [PROJECT], first: 100'));
    expect(many).toBe(few);
    expect(many).toBeLessThan(10);
    expect(await hub.countStatements(() => search('text: "digital"', 'totalCount'))).toBeLessThan(9);
  });
});

describe('what is searched', () => {
  it('has the name of each entity in front', () => {
    expect(
      Object.fromEntries(entities.map((entity) => [entity.name, searchedColumns(entity)[0]?.name])),
    ).toEqual({
      municipalities: 'name',
      fields: 'name_de',
      topics: 'name_de',
      contacts: 'organisation',
      projects: 'title',
      strategies: 'title',
      events: 'title',
    });
  });

  it('is gone with the record, and its words with it', async () => {
    const { prisma } = hub.database;
    const found = () => search('text: "Wegweisertestwort"', 'totalCount corrected');
    const close = () => search('text: "Wegweisertestwrot"', 'totalCount corrected');
    await prisma.topic.create({
      data: { slug: 'weg', nameDe: 'Wegweisertestwort', changedRevision: 1, changedAt: new Date() },
    });
    await prisma.$executeRaw`INSERT INTO search_entry (entity, key, title, name, folded, words)
      VALUES ('topics', 'weg', 'Wegweisertestwort', 'wegweisertestwort', 'weg wegweisertestwort', to_tsvector('german', 'weg wegweisertestwort'))`;
    expect(await found()).toEqual({ totalCount: 1, corrected: false });
    expect(await close()).toEqual({ totalCount: 1, corrected: true });
    await prisma.topic.delete({ where: { slug: 'weg' } });
    expect(await found()).toEqual({ totalCount: 0, corrected: false });
    expect(await close()).toEqual({ totalCount: 0, corrected: false });
    expect(await prisma.searchWord.findMany({ where: { word: { startsWith: 'wegweisertest' } } })).toEqual(
      [],
    );
  });
});
