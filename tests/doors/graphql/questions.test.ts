import { beforeAll, describe, expect, it } from 'vitest';
import { openHub, type TestHub } from '../../support/hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await openHub();
  return () => hub.database.close();
});

const data = async (query: string, variables?: object) => {
  const { data: found, errors } = await hub.query(query, variables);
  expect(errors).toBeUndefined();
  return found as never as Record<string, never>;
};
const names = ({ edges }: { edges: { node: { name: string } }[] }) => edges.map(({ node }) => node.name);

describe('which municipalities work on a field, near me, of my size class?', () => {
  it('means one project with the field and the status', async () => {
    const { both, running, inField } = await data(`{
      both: municipalities(filter: { field: "menschen-mitnehmen", status: COMPLETED, near: "08316056", km: 20 }) { edges { node { name } } }
      running: municipalities(filter: { field: "menschen-mitnehmen", status: RUNNING, near: "08316056", km: 20, sizeClass: FROM_20000 }) { edges { node { name } } }
      inField: municipalities(filter: { field: "menschen-mitnehmen", near: "08316056", km: 20, sizeClass: [BELOW_5000, FROM_5000] }) { edges { node { name } } }
    }`);
    expect(names(both!)).toEqual(['Elzach', 'Waldkirch', 'Winden im Elztal']);
    expect(names(running!)).toEqual(['Emmendingen']);
    expect(names(inField!)).toEqual(['Elzach', 'Gutach im Breisgau', 'Sexau', 'Winden im Elztal']);
  });
});

describe('whom can we call?', () => {
  it('is answered with reasons in words and numbers and with the contact', async () => {
    const { municipality } = await data(`{
      municipality(ags: "08315039") { name peers(field: "digilab", first: 1) { totalCount withoutContact peers {
        score municipality { name } contact { organisation } projects { title status } strategies { title }
        reasons { code points value text(lang: DE) } } } } }`);
    expect(municipality).toMatchInlineSnapshot(`
      {
        "name": "Friedenweiler",
        "peers": {
          "peers": [
            {
              "contact": null,
              "municipality": {
                "name": "Eisenbach (Hochschwarzwald)",
              },
              "projects": [
                {
                  "status": "RUNNING",
                  "title": "Zukunft.Raum.Schwarzwald",
                },
              ],
              "reasons": [
                {
                  "code": "SIZE",
                  "points": 29,
                  "text": "2.138 Einwohner (hier 2.035)",
                  "value": 2138,
                },
                {
                  "code": "KIND",
                  "points": 10,
                  "text": "dieselbe Art von Kommune",
                  "value": null,
                },
                {
                  "code": "DISTANCE",
                  "points": 18,
                  "text": "5,2 km entfernt (Luftlinie)",
                  "value": 5.2,
                },
                {
                  "code": "NEIGHBOUR",
                  "points": 10,
                  "text": "grenzt an",
                  "value": null,
                },
                {
                  "code": "DISTRICT",
                  "points": 10,
                  "text": "im selben Landkreis",
                  "value": null,
                },
                {
                  "code": "STAGE",
                  "points": 8,
                  "text": "hat ein laufendes Projekt",
                  "value": null,
                },
                {
                  "code": "EXPERIENCE",
                  "points": 2,
                  "text": "ein Projekt dazu",
                  "value": 1,
                },
                {
                  "code": "CONTACT",
                  "points": 3,
                  "text": "über das Rathaus zu erreichen",
                  "value": null,
                },
              ],
              "score": 90,
              "strategies": [],
            },
          ],
          "totalCount": 5,
          "withoutContact": 2,
        },
      }
    `);
  });

  it('gives every municipality of a list its own, in a number of statements that does not grow', async () => {
    const query = (first: number) =>
      `{ municipalities(first: ${first}) { edges { node { name peers(field: "menschen-mitnehmen") { peers {
        municipality { name } call { organisation } project { title } projects { title } } } } } } }`;
    const few = await hub.countStatements(() => data(query(2)));
    const many = await hub.countStatements(() => data(query(77)));
    expect(many).toBe(few);
  });

  it('has those who can be called themselves before those behind the Landkreis, and these once', async () => {
    const { municipality } = (await data(
      `{ municipality(ags: "08316042") { peers(first: 100) { totalCount withoutContact peers { municipality { name } also { name } contact { slug } call { step organisation } } } } }`,
    )) as never as {
      municipality: {
        peers: {
          totalCount: number;
          withoutContact: number;
          peers: {
            municipality: { name: string };
            also: { name: string }[];
            call: { step: string; organisation: string };
          }[];
        };
      };
    };
    const { peers, totalCount, withoutContact } = municipality.peers;
    const shared = peers
      .filter(({ also }) => also.length > 0)
      .map(({ municipality: first, also, call }) => [
        call.step,
        call.organisation,
        [first, ...also].map(({ name }) => name).sort(),
      ]);
    // The Landkreis Emmendingen is ahead itself: who is behind its office is told with it.
    expect(shared).toEqual([
      [
        'OWN_OFFICE',
        'Landratsamt Emmendingen',
        ['Denzlingen', 'Emmendingen', 'Endingen am Kaiserstuhl', 'Waldkirch'],
      ],
      [
        'DISTRICT_OFFICE',
        'Landratsamt Breisgau-Hochschwarzwald',
        [
          'Bad Krozingen',
          'Breisach am Rhein',
          'Bötzingen',
          'Gundelfingen',
          'Heitersheim',
          'Hinterzarten',
          'Kirchzarten',
          'Löffingen',
          'Merzhausen',
          'Schallstadt',
          'Schluchsee',
          'St. Peter',
          'Titisee-Neustadt',
        ],
      ],
    ]);
    expect(peers.findIndex(({ call }) => call.step === 'DISTRICT_OFFICE')).toBe(peers.length - 1);
    expect([totalCount, peers.length, withoutContact]).toEqual([52, 52, 16]);
  });

  it('comes with the record as data, in the language asked for', async () => {
    const response = await hub.app.request('/municipalities/08315039.json?field=digilab&lang=en');
    const { peers } = (await response.json()) as { peers: { best: object[] } };
    expect({ ...peers, best: peers.best.slice(0, 1) }).toMatchInlineSnapshot(`
      {
        "best": [
          {
            "ags": "08315031",
            "also": [],
            "call": {
              "contact": null,
              "email": "info@eisenbach.de",
              "municipality": "08315031",
              "organisation": "Gemeinde Eisenbach (Hochschwarzwald)",
              "phone": null,
              "phone_uri": null,
              "place": "Eisenbach (Hochschwarzwald)",
              "postcode": "79871",
              "role": null,
              "step": "OWN_OFFICE",
              "street": "Bei der Kirche 1",
              "unit": null,
              "url": "/municipalities/08315031",
              "website": "https://www.eisenbach.de",
              "why": "town hall; ask for this work",
            },
            "contact": null,
            "name": "Eisenbach (Hochschwarzwald)",
            "project": {
              "period_end": null,
              "period_start": "2022-07",
              "slug": "zukunft-raum-schwarzwald",
              "status": "RUNNING",
              "title": "Zukunft.Raum.Schwarzwald",
              "url": "/projects/zukunft-raum-schwarzwald",
            },
            "projects": [
              {
                "period_end": null,
                "period_start": "2022-07",
                "slug": "zukunft-raum-schwarzwald",
                "status": "RUNNING",
                "title": "Zukunft.Raum.Schwarzwald",
                "url": "/projects/zukunft-raum-schwarzwald",
              },
            ],
            "reasons": [
              {
                "code": "SIZE",
                "points": 29,
                "text": "2,138 inhabitants (here 2,035)",
                "value": 2138,
              },
              {
                "code": "KIND",
                "points": 10,
                "text": "the same kind of municipality",
                "value": null,
              },
              {
                "code": "DISTANCE",
                "points": 18,
                "text": "5.2 km away (as the crow flies)",
                "value": 5.2,
              },
              {
                "code": "NEIGHBOUR",
                "points": 10,
                "text": "shares a border",
                "value": null,
              },
              {
                "code": "DISTRICT",
                "points": 10,
                "text": "in the same district",
                "value": null,
              },
              {
                "code": "STAGE",
                "points": 8,
                "text": "has a running project",
                "value": null,
              },
              {
                "code": "EXPERIENCE",
                "points": 2,
                "text": "one project on this",
                "value": 1,
              },
              {
                "code": "CONTACT",
                "points": 3,
                "text": "can be reached through the town hall",
                "value": null,
              },
            ],
            "score": 90,
            "strategies": [],
            "url": "/municipalities/08315031",
          },
        ],
        "total": 5,
        "without_contact": 2,
      }
    `);
  });

  it('has the town hall where there is no contact, and says how many have neither', async () => {
    const { municipality } = await data(
      `{ municipality(ags: "08315039") { peers(field: "qualifizierung") { totalCount withoutContact peers { municipality { name } project { title } call { step organisation } } } } }`,
    );
    expect(municipality).toEqual({
      peers: {
        totalCount: 2,
        withoutContact: 0,
        peers: [
          {
            municipality: { name: 'Müllheim im Markgräflerland' },
            project: { title: 'Künstliche Intelligenz in der Stadtverwaltung Müllheim' },
            call: { step: 'OWN_OFFICE', organisation: 'Stadt Müllheim im Markgräflerland' },
          },
          {
            municipality: { name: 'Herbolzheim' },
            project: { title: 'Stabsstelle mit Digitalisierungsbeauftragter der Stadt Herbolzheim' },
            call: { step: 'OWN_OFFICE', organisation: 'Stadt Herbolzheim' },
          },
        ],
      },
    });
  });
});

describe('coverage', () => {
  it('by field: for the local strategy nobody volunteered', async () => {
    const { coverage } =
      await data(`{ coverage(by: FIELD) { field { slug } municipalities withProject withStrategy
      withContact withActiveContact whiteSpots volunteers } }`);
    expect(
      (coverage as never as { field: { slug: string }; volunteers: boolean }[]).map((row) => [
        row.field.slug,
        ...Object.values(row).slice(1),
      ]),
    ).toEqual([
      ['digilab', 77, 5, 0, 1, 0, 72, true],
      ['lokale-strategie', 77, 7, 5, 1, 0, 68, false],
      ['service-bw', 77, 5, 0, 3, 0, 72, true],
      ['menschen-mitnehmen', 77, 16, 0, 1, 0, 61, true],
      ['e-akte', 77, 2, 0, 1, 0, 75, true],
      ['qualifizierung', 77, 2, 0, 0, 0, 75, true],
    ]);
  });

  it('by size class: small municipalities have no strategy, and are missing in the fields', async () => {
    const { all, strategy } = await data(`{
      all: coverage(by: SIZE_CLASS) { sizeClass municipalities withProject withStrategy withContact whiteSpots }
      strategy: coverage(by: SIZE_CLASS, field: "lokale-strategie") { sizeClass municipalities withStrategy whiteSpots } }`);
    expect((all as never as object[]).map((row) => Object.values(row))).toEqual([
      ['BELOW_5000', 46, 45, 0, 3, 1],
      ['FROM_5000', 14, 14, 1, 0, 0],
      ['FROM_10000', 10, 10, 1, 1, 0],
      ['FROM_20000', 4, 4, 2, 2, 0],
      ['FROM_100000', 1, 1, 1, 1, 0],
      [null, 2, 2, 0, 2, 0],
    ]);
    expect((strategy as never as object[]).map((row) => Object.values(row))).toEqual([
      ['BELOW_5000', 46, 0, 43],
      ['FROM_5000', 14, 1, 12],
      ['FROM_10000', 10, 1, 9],
      ['FROM_20000', 4, 2, 2],
      ['FROM_100000', 1, 1, 0],
      [null, 2, 0, 2],
    ]);
  });

  it('by district and by kind, under a filter of municipalities', async () => {
    const { district, kind } = await data(`{
      district: coverage(by: DISTRICT, filter: { kind: [STADT, GEMEINDE] }) { district { name } municipalities withProject }
      kind: coverage(by: KIND, field: "e-akte") { kind municipalities withProject whiteSpots } }`);
    expect(district).toEqual([
      { district: { name: 'Breisgau-Hochschwarzwald' }, municipalities: 49, withProject: 48 },
      { district: { name: 'Emmendingen' }, municipalities: 22, withProject: 22 },
    ]);
    expect((kind as never as object[]).map((row) => Object.values(row))).toEqual([
      ['STADTKREIS', 1, 1, 0],
      ['LANDKREIS', 2, 0, 2],
      ['GROSSE_KREISSTADT', 3, 0, 3],
      ['STADT', 13, 1, 12],
      ['GEMEINDE', 58, 0, 58],
    ]);
  });

  it.each(['FIELD', 'DISTRICT', 'SIZE_CLASS', 'KIND'])(
    'by %s counts as many white spots as the list has',
    async (by) => {
      const { coverage } = (await data(
        `{ coverage(by: ${by}, field: "e-akte") { whiteSpots } }`,
      )) as never as {
        coverage: { whiteSpots: number }[];
      };
      const { whiteSpots } = await data('{ whiteSpots(field: "e-akte") { totalCount } }');
      expect(coverage.reduce((sum, row) => sum + row.whiteSpots, 0)).toBe(
        (whiteSpots as never as { totalCount: number }).totalCount,
      );
    },
  );
});

describe('white spots', () => {
  it('are the municipalities with nothing, in a field or at all, under the filters of municipalities', async () => {
    const { all, small } = await data(`{
      all: whiteSpots { edges { node { name projects { totalCount } strategies { totalCount } } } }
      small: whiteSpots(field: "menschen-mitnehmen", filter: { near: "08316056", km: 8 }) { edges { node { name } } } }`);
    expect(all).toMatchInlineSnapshot(`
      {
        "edges": [
          {
            "node": {
              "name": "Eichstetten am Kaiserstuhl",
              "projects": {
                "totalCount": 0,
              },
              "strategies": {
                "totalCount": 0,
              },
            },
          },
        ],
      }
    `);
    expect(names(small!)).toEqual(['Denzlingen', 'Glottertal', 'Heuweiler', 'Simonswald']);
  });
});

describe('who plans the same?', () => {
  it('finds the ideas and plans of others on the same topic', async () => {
    const { municipality, project } = await data(`{
      municipality(ags: "08315074") { name samePlans { totalCount edges { node { slug status } } } }
      project(slug: "freiburg-ki-einbuergerung") { samePlans { totalCount } } }`);
    expect(municipality).toEqual({
      name: 'Müllheim im Markgräflerland',
      samePlans: {
        totalCount: 4,
        edges: [
          { node: { slug: 'freiburg-ebnet-welchental-glasfaser', status: 'PLANNED' } },
          { node: { slug: 'zvbbh-dunkelgraue-flecken-2025', status: 'PLANNED' } },
          { node: { slug: 'zvbbh-lueckenschluss', status: 'PLANNED' } },
          { node: { slug: 'verbund-breitband-simonswald-gutach-winden-biederbach', status: 'PLANNED' } },
        ],
      },
    });
    expect(project).toEqual({ samePlans: { totalCount: 0 } });
  });

  it('names each topic with plans of different municipalities', async () => {
    const { jointPlans } = await data(
      '{ jointPlans { field { slug } topic { slug } projects { slug } municipalities { ags } } }',
    );
    const [breitband] = jointPlans as never as { municipalities: object[] }[];
    expect(jointPlans).toHaveLength(1);
    expect(breitband).toMatchObject({
      field: null,
      topic: { slug: 'breitband' },
      projects: [
        { slug: 'freiburg-ebnet-welchental-glasfaser' },
        { slug: 'zvbbh-dunkelgraue-flecken-2025' },
        { slug: 'muellheim-neuenburg-glasfaser' },
        { slug: 'zvbbh-lueckenschluss' },
        { slug: 'verbund-breitband-simonswald-gutach-winden-biederbach' },
      ],
    });
    expect(breitband!.municipalities).toHaveLength(20);
  });
});
