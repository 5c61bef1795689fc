import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHub, type TestHub } from '../../support/hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await openHub();
});
afterAll(() => hub.database.close());

type Answer = {
  corrected: boolean;
  lists: {
    list: string;
    more: boolean;
    records: { key: string; name: string; match: string; parts: { text: string; matched: boolean }[] }[];
  }[];
};
const ask = async (query: string) => {
  const response = await hub.app.request(`/suggest.json?${query}`);
  return { status: response.status, answer: (await response.json()) as Answer };
};
/** Each record in a line: its list, how it matches, its name with the words in brackets. */
const lines = ({ lists }: Answer) =>
  lists.flatMap(({ list, records }) =>
    records.map(
      ({ match, parts }) =>
        `${list} | ${match} | ${parts.map(({ text, matched }) => (matched ? `[${text}]` : text)).join('')}`,
    ),
  );

describe('/suggest.json', () => {
  it('tells the best of each list, with what tells them apart', async () => {
    const { answer } = await ask('q=sexau&limit=1');
    expect(answer).toMatchInlineSnapshot(`
      {
        "corrected": false,
        "lang": "de",
        "lists": [
          {
            "list": "municipalities",
            "more": false,
            "records": [
              {
                "district": "Emmendingen",
                "key": "08316039",
                "kind": "GEMEINDE",
                "match": "NAME",
                "name": "Sexau",
                "parts": [
                  {
                    "matched": true,
                    "text": "Sexau",
                  },
                ],
                "projects": 3,
                "url": "/municipalities/08316039",
              },
            ],
          },
          {
            "list": "projects",
            "more": true,
            "records": [
              {
                "key": "sexau-app",
                "match": "BEGINNING",
                "municipalities": [
                  "Sexau",
                ],
                "name": "Sexau-App („City-App“) mit Schadensmelder",
                "parts": [
                  {
                    "matched": true,
                    "text": "Sexau",
                  },
                  {
                    "matched": false,
                    "text": "-App („City-App“) mit Schadensmelder",
                  },
                ],
                "status": "RUNNING",
                "url": "/projects/sexau-app",
              },
            ],
          },
        ],
        "query": "sexau",
        "revision": 1,
      }
    `);
  });

  it('is in the language that is asked for', async () => {
    const { answer } = await ask('q=buergerbeteiligung&list=topics&lang=en');
    expect(answer.lists[0]?.records[0]?.name).toBe('Public participation');
  });

  it('finds the beginning of a word, and the lists that are asked for alone', async () => {
    const { answer } = await ask('q=glasfas&list=topics&list=projects&limit=2');
    expect(lines(answer)).toMatchInlineSnapshot(`
      [
        "projects | BEGINNING | [Glasfaser] für dunkelgraue Flecken (Förderrunde Mai 2025)",
        "projects | BEGINNING | [Glasfaser]-Ortsnetz Breitnau",
        "topics | WORDS_IN_NAME | Breitband und [Glasfaser]",
      ]
    `);
    expect(answer.lists.map(({ more }) => more)).toEqual([true, false]);
  });

  it('finds words with typing errors, and says so', async () => {
    const { answer } = await ask('q=Glasfasser&limit=1');
    expect(answer.corrected).toBe(true);
    expect(lines(answer)).toMatchInlineSnapshot(`
      [
        "projects | TYPING_ERROR | [Glasfaser] für dunkelgraue Flecken (Förderrunde Mai 2025)",
        "topics | TYPING_ERROR | Breitband und [Glasfaser]",
        "events | TYPING_ERROR | Konstituierende Sitzung des Zweckverbands Breitband Breisgau-Hochschwarzwald",
        "contacts | TYPING_ERROR | Zweckverband Breitband Breisgau-Hochschwarzwald",
      ]
    `);
  });

  it('has no record that a search would not find', async () => {
    for (const text of ['schule', 'stadt', 'freiburg', 'e-akte', 'digital']) {
      const { answer } = await ask(`q=${text}&limit=20`);
      const kinds = answer.lists.map(({ list }) => list);
      const { data } = await hub.query(
        `{ search(text: "${text}", first: 100) { edges { kind match node { ... on Project { slug } } } } }`,
      );
      const { edges } = (data as never as { search: { edges: { match: string; node: { slug?: string } }[] } })
        .search;
      const projects = edges.flatMap(({ node: { slug }, match }) => (slug ? [`${match} ${slug}`] : []));
      const suggested = answer.lists
        .filter(({ list }) => list === 'projects')
        .flatMap(({ records }) => records.map(({ match, key }) => `${match} ${key}`));
      expect(suggested, text).toEqual(projects.slice(0, 20));
      expect(new Set(kinds).size).toBe(kinds.length);
    }
  });

  it('never tells of a contact that is not public', async () => {
    const { prisma } = hub.database;
    const found = async () => lines((await ask('q=Geheimtestamt')).answer);
    await prisma.$executeRaw`INSERT INTO contact (slug, organisation, organisation_sort, person, region_wide, source_url, changed_revision, changed_at)
      VALUES ('geheim', 'Geheimtestamt', 'geheimtestamt', 'Erika Beispiel', false, 'https://example.org', 1, now())`;
    await prisma.$executeRaw`INSERT INTO search_entry (entity, key, title, name, folded, words)
      VALUES ('contacts', 'geheim', 'Geheimtestamt', 'geheimtestamt', 'geheimtestamt', to_tsvector('german', 'geheimtestamt'))`;
    expect(await found()).toEqual([]);
    await prisma.contact.update({ where: { slug: 'geheim' }, data: { person: null } });
    expect(await found()).toEqual(['contacts | NAME | [Geheimtestamt]']);
    await prisma.contact.delete({ where: { slug: 'geheim' } });
  });

  it.each([
    ['', '?q: undefined is not allowed; a value is needed.'],
    ['q=%20', '?q: " " is not allowed; a value is needed.'],
    ['q=a&limit=21', '?limit: "21" is not allowed; allowed is a whole number from 1 to 20.'],
    [
      'q=a&list=nix',
      '?list: "nix" is not allowed; allowed are municipalities, fields, topics, contacts, projects, strategies, events.',
    ],
    ['q=a&nix=1', '?nix: "1" is not allowed; the parameters are list, q, limit, lang.'],
  ])('of %j is refused by name', async (query, message) => {
    expect(await ask(query)).toEqual({
      status: 400,
      answer: { error: { code: 'BAD_USER_INPUT', message } },
    });
  });

  it('takes the same number of SQL statements however many there are', async () => {
    const few = await hub.countStatements(() => ask('q=digital&limit=1'));
    expect(await hub.countStatements(() => ask('q=digital&limit=20'))).toBe(few);
    expect(few).toBeLessThan(9);
  });
});
