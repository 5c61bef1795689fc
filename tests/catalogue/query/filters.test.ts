import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { entities } from '../../../api/catalogue/entities/catalogue.ts';
import { sizeClassOf } from '../../../api/catalogue/model/sizes.ts';
import { freiburg, openHub, type TestHub } from '../../support/hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await openHub();
  return () => hub.database.close();
});

type Row = Record<string, string>;
const read = (file: string): Row[] =>
  parse(readFileSync(`${freiburg.folder}/${file}.csv`), { columns: true, bom: true });
const files = Object.fromEntries(
  [
    'municipalities',
    'fields',
    'topics',
    'contacts',
    'projects',
    'strategies',
    'events',
    'event_outcomes',
    'neighbours',
    'offices',
  ].map((file) => [file, read(file)]),
) as Record<string, Row[]>;

const list = (cell: string | undefined) => (cell ? cell.split('|') : []);
const byAgs = new Map(files.municipalities!.map((row) => [row.ags!, row]));
const place = (ags: string) => byAgs.get(ags)!;
const size = (m: Row) => sizeClassOf(m.population ? Number(m.population) : null);

/** The same distance by another way: the angle between two vectors. */
function kilometres(a: Row, b: Row): number {
  if (!a.latitude || !b.latitude) return Number.NaN;
  const vector = ({ latitude, longitude }: Row) => {
    const [phi, lambda] = [latitude, longitude].map((degrees) => (Number(degrees) * Math.PI) / 180) as [
      number,
      number,
    ];
    return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)];
  };
  const [p, q] = [vector(a), vector(b)];
  const dot = p.reduce((sum, value, at) => sum + value * q[at]!, 0);
  return Math.acos(Math.min(1, dot)) * 6371.0088;
}

const placesOf: Record<string, (row: Row) => string[]> = {
  municipalities: (row) => [row.ags!],
  projects: (row) => list(row.municipalities),
  strategies: (row) => list(row.owners),
  contacts: (row) => list(row.municipality),
};
const somePlace = (entity: string, holds: (m: Row) => boolean) => (row: Row) =>
  placesOf[entity]!(row).some((ags) => holds(place(ags)));
const outcomes = (event: Row) => files.event_outcomes!.filter((outcome) => outcome.event === event.slug);
const projectsOf = (m: Row) => files.projects!.filter((row) => list(row.municipalities).includes(m.ags!));
const strategiesOf = (m: Row) => files.strategies!.filter((row) => list(row.owners).includes(m.ags!));
const neighbours = (ags: string) =>
  files.neighbours!.filter((row) => row.ags === ags).map((row) => row.neighbour!);

const placeCases = (entity: string): [string, (row: Row) => boolean][] => [
  [
    'municipality=08311000&municipality=08315',
    somePlace(entity, (m) => ['08311000', '08315'].includes(m.ags!)),
  ],
  ['district=08316', somePlace(entity, (m) => m.district === '08316' || m.ags === '08316')],
  ['kind=LANDKREIS&kind=STADTKREIS', somePlace(entity, (m) => /KREIS$/.test(m.kind!))],
  ['sizeClass=FROM_5000', somePlace(entity, (m) => size(m) === 'FROM_5000')],
  ['neighbourOf=08316056', somePlace(entity, (m) => neighbours('08316056').includes(m.ags!))],
  ['near=08316056', somePlace(entity, (m) => kilometres(m, place('08316056')) <= 20)],
  ['near=08311000&km=7.5', somePlace(entity, (m) => kilometres(m, place('08311000')) <= 7.5)],
  [
    'bbox=7.5,47.8,7.7,47.95',
    somePlace(
      entity,
      (m) =>
        Number(m.longitude) >= 7.5 &&
        Number(m.longitude) <= 7.7 &&
        Number(m.latitude) >= 47.8 &&
        Number(m.latitude) <= 47.95,
    ),
  ],
  [
    'near=08311000&km=15&sizeClass=BELOW_5000&kind=STADT',
    somePlace(
      entity,
      (m) => kilometres(m, place('08311000')) <= 15 && size(m) === 'BELOW_5000' && m.kind === 'STADT',
    ),
  ],
];
const periodCases: [string, (row: Row) => boolean][] = [
  ['startedSince=2019-05', (row) => Boolean(row.period_start) && row.period_start! >= '2019-05'],
  ['startedUntil=2018', (row) => Boolean(row.period_start) && row.period_start!.slice(0, 4) <= '2018'],
  ['endedSince=2022', (row) => Boolean(row.period_end) && row.period_end! >= '2022'],
  ['endedUntil=2022-06', (row) => Boolean(row.period_end) && row.period_end!.slice(0, 7) <= '2022-06'],
];
const confirmationCases: [string, (row: Row) => boolean][] = [
  ['confirmedSince=2020', (row) => Boolean(row.confirmed_at) && row.confirmed_at! >= '2020'],
  ['notConfirmedSince=2020', (row) => !row.confirmed_at || row.confirmed_at < '2020'],
];
const changedCases: [string, (row: Row) => boolean][] = [
  ['changedSince=2020', () => true],
  ['changedSince=2999-01-01T00:00:00%2B01:00', () => false],
];
const contactCases: [string, (row: Row) => boolean][] = [
  ['hasContact=true', (row) => Boolean(row.contact)],
  ['hasContact=false', (row) => !row.contact],
  [
    'contact=zweckverband-breitband-breisgau-hochschwarzwald',
    (row) => row.contact === 'zweckverband-breitband-breisgau-hochschwarzwald',
  ],
];
const answers = (email: string | undefined, phone: string | undefined) => Boolean(email || phone);
const officeAnswers = (ags: string) =>
  files.offices!.some((o) => o.ags === ags && answers(o.office_email, o.office_phone));
const contactAnswers = (slug: string | undefined) =>
  files.contacts!.some((c) => c.slug === slug && answers(c.email, c.phone));
const workAnswers = (entity: string) => (row: Row) =>
  contactAnswers(row.contact) || placesOf[entity]!(row).some(officeAnswers);
const reachableCases = (holds: (row: Row) => boolean): [string, (row: Row) => boolean][] => [
  ['reachable=true', holds],
  ['reachable=false', (row) => !holds(row)],
];
const inField = (slug: string) => (row: Row) => list(row.fields).includes(slug);
const saying = (word: string) => (row: Row) =>
  Object.values(row).some((cell) => cell.toLowerCase().includes(word));

const cases: Record<string, [string, (row: Row) => boolean][]> = {
  municipalities: [
    ...placeCases('municipalities'),
    ['field=e-akte', (m) => projectsOf(m).some(inField('e-akte'))],
    ['topic=ki', (m) => projectsOf(m).some((p) => list(p.topics).includes('ki'))],
    ['status=IDEA', (m) => projectsOf(m).some((p) => p.status === 'IDEA')],
    [
      'field=menschen-mitnehmen&status=COMPLETED',
      (m) => projectsOf(m).some((p) => inField('menschen-mitnehmen')(p) && p.status === 'COMPLETED'),
    ],
    ['strategyStatus=UNKNOWN', (m) => strategiesOf(m).some((s) => s.status === 'UNKNOWN')],
    ['wfrMember=true', (m) => m.wfr_member === 'true'],
    [
      'missingIn=e-akte&missingIn=digilab',
      (m) => !projectsOf(m).some((p) => inField('e-akte')(p) || inField('digilab')(p)),
    ],
    ['hasProject=false', (m) => projectsOf(m).length === 0],
    ['hasStrategy=true', (m) => strategiesOf(m).length > 0],
    ['hasContact=true', (m) => files.contacts!.some((c) => c.municipality === m.ags)],
    ...reachableCases((m) => officeAnswers(m.ags!)),
    ['text=denzlingen', (m) => m.name === 'Denzlingen'],
    ...changedCases,
  ],
  projects: [
    ...placeCases('projects'),
    ['field=e-akte&field=qualifizierung', (p) => inField('e-akte')(p) || inField('qualifizierung')(p)],
    ['topic=ki', (p) => list(p.topics).includes('ki')],
    ['status=COMPLETED&status=IDEA', (p) => ['COMPLETED', 'IDEA'].includes(p.status!)],
    ['role=LEAD', (p) => list(p.lead).length > 0],
    ['role=LEAD&municipality=08315', (p) => list(p.lead).includes('08315')],
    ['regionWide=true', (p) => p.region_wide === 'true'],
    ['reusable=true', (p) => p.reusable === 'true'],
    ['fundingProgramme=DigitalPakt%20Schule', (p) => p.funding_programme === 'DigitalPakt Schule'],
    ['sourceSince=2019-05', (p) => Boolean(p.source_date) && p.source_date! >= '2019-05'],
    ['sourceUntil=2018', (p) => Boolean(p.source_date) && p.source_date!.slice(0, 4) <= '2018'],
    ...contactCases,
    ...reachableCases(workAnswers('projects')),
    ...periodCases,
    ...confirmationCases,
    ...changedCases,
    ['slug=frelo-leihraeder', (row) => row.slug === 'frelo-leihraeder'],
    ['text=hackathon', saying('hackathon')],
  ],
  strategies: [
    ...placeCases('strategies'),
    ['field=lokale-strategie', inField('lokale-strategie')],
    ['status=UNKNOWN', (s) => s.status === 'UNKNOWN'],
    ['adoptedSince=2019-12', (s) => Boolean(s.adopted_on) && s.adopted_on! >= '2019-12'],
    ['adoptedUntil=2019', (s) => Boolean(s.adopted_on) && s.adopted_on!.slice(0, 4) <= '2019'],
    ...contactCases,
    ...reachableCases(workAnswers('strategies')),
    ...periodCases,
    ...confirmationCases,
    ...changedCases,
    ['slug=freiburg-digital-gestalten', (row) => row.slug === 'freiburg-digital-gestalten'],
    ['text=neuenburg', saying('neuenburg')],
  ],
  contacts: [
    ...placeCases('contacts'),
    ['field=service-bw', inField('service-bw')],
    ['activeIn=service-bw', () => false],
    ['regionWide=true', (c) => c.region_wide === 'true'],
    ...reachableCases((c) => answers(c.email, c.phone)),
    ...confirmationCases,
    ...changedCases,
    ['slug=gemeinde-kirchzarten', (row) => row.slug === 'gemeinde-kirchzarten'],
    ['text=kirchzarten', saying('kirchzarten')],
  ],
  events: [
    ['field=digilab', (e) => outcomes(e).some((o) => o.field === 'digilab')],
    ['volunteers=false', (e) => outcomes(e).some((o) => o.volunteers === 'false')],
    [
      'volunteers=true&field=lokale-strategie',
      (e) => outcomes(e).some((o) => o.field === 'lokale-strategie' && o.volunteers === 'true'),
    ],
    ['participantsPrecision=ALMOST', (e) => e.participants_precision === 'ALMOST'],
    ['since=2019-07', (e) => e.date! >= '2019-07'],
    ['until=2019', (e) => e.date!.slice(0, 4) <= '2019'],
    ...changedCases,
    ['slug=digitaltag-freiburg-2021', (row) => row.slug === 'digitaltag-freiburg-2021'],
    ['text=hackathon', saying('hackathon')],
  ],
  fields: [
    [
      'municipality=08316017',
      (f) => files.projects!.some((p) => inField(f.slug!)(p) && list(p.municipalities).includes('08316017')),
    ],
    [
      'volunteers=false',
      (f) => files.event_outcomes!.some((o) => o.field === f.slug && o.volunteers === 'false'),
    ],
    ...changedCases,
    ['slug=digilab', (row) => row.slug === 'digilab'],
    ['text=digilab', (f) => f.slug === 'digilab'],
  ],
  topics: [
    [
      'field=e-akte',
      (t) => files.projects!.some((p) => inField('e-akte')(p) && list(p.topics).includes(t.slug!)),
    ],
    [
      'municipality=08316017',
      (t) =>
        files.projects!.some(
          (p) => list(p.municipalities).includes('08316017') && list(p.topics).includes(t.slug!),
        ),
    ],
    ...changedCases,
    ['slug=bildung', (row) => row.slug === 'bildung'],
    ['text=breitband', (t) => t.slug === 'breitband'],
  ],
};

describe.each(entities.map((entity) => [entity.name, entity] as const))('%s', (name, entity) => {
  const rows = cases[name]!;

  it('have a case here for every filter', () => {
    const tried = new Set(rows.flatMap(([query]) => [...new URLSearchParams(query).keys()]));
    expect([...tried].sort()).toEqual(Object.keys(entity.filters).sort());
  });

  it.each(rows)('by %s are those of the files, in the URL and in GraphQL', async (query, holds) => {
    const expected = files[name]!.filter(holds)
      .map((row) => row[entity.key])
      .sort();
    const parameters = new URLSearchParams(query);

    const response = await hub.app.request(`/data/${name}.json?columns=${entity.key}&${query}`);
    const found = ((await response.json()) as Row[]).map((row) => row[entity.key]).sort();
    expect(found).toEqual(expected);

    const filter: Record<string, unknown> = {};
    for (const parameter of parameters.keys()) {
      const { type, list: several } = entity.filters[parameter]!;
      const values = parameters.getAll(parameter).map((value) => {
        if (type === 'boolean') return value === 'true';
        return type === 'number' ? Number(value) : value;
      });
      filter[parameter] = several ? values : values[0];
    }
    const typeName =
      name === 'fields' ? 'FieldOfAction' : entity.singular[0]!.toUpperCase() + entity.singular.slice(1);
    const answer = (await hub.query(
      `query ($filter: ${typeName}Filter) { ${name}(first: 100, filter: $filter) { totalCount } }`,
      { filter },
    )) as never as { data: Record<string, { totalCount: number }> };
    expect(answer.data[name]!.totalCount).toBe(expected.length);
  });
});

describe('a bad filter', () => {
  it.each([
    ['km=5', '?km: "5" is not allowed; it completes ?near, which is missing.'],
    ['near=08311000&km=0', '?km: "0" is not allowed; allowed is a number from 0.1 to 1000.'],
    ['near=08311000&km=5km', '?km: "5km" is not allowed; allowed is a number from 0.1 to 1000.'],
    [
      'near=08315',
      '?near: "08315" is not allowed; there is no such municipality with a point (a Landkreis has none); /data/municipalities.csv lists them.',
    ],
    ['near=08311000&near=08316056', '?near: ["08311000","08316056"] is not allowed; one value only.'],
    [
      'bbox=7.5,47.8,7.7',
      '?bbox: "7.5,47.8,7.7" is not allowed; allowed is west,south,east,north in degrees, such as 7.5,47.8,8.1,48.2.',
    ],
    [
      'bbox=7.7,47.8,7.5,48',
      '?bbox: "7.7,47.8,7.5,48" is not allowed; allowed is west,south,east,north in degrees, such as 7.5,47.8,8.1,48.2.',
    ],
    [
      'changedSince=2026-02-30T10:00:00Z',
      '?changedSince: "2026-02-30T10:00:00Z" is not allowed; allowed is a date (2016-07-14) or a moment (2016-07-14T12:00:00Z).',
    ],
    [
      'startedUntil=14.07.2016',
      '?startedUntil: "14.07.2016" is not allowed; allowed is a date: 2016, 2016-07 or 2016-07-14.',
    ],
    ['hasContact=yes', '?hasContact: "yes" is not allowed; allowed are true and false.'],
    [
      'sizeClass=SMALL',
      '?sizeClass: "SMALL" is not allowed; allowed are BELOW_5000, FROM_5000, FROM_10000, FROM_20000, FROM_100000.',
    ],
  ])('?%s is refused by name', async (query, message) => {
    const response = await hub.app.request(`/data/projects.json?${query}`);
    expect(response.status).toBe(400);
    expect(((await response.json()) as { error: { message: string } }).error.message).toBe(message);
  });
});
