import { GraphQLError } from 'graphql';
import { pino } from 'pino';
import { beforeAll, describe, expect, it } from 'vitest';
import { toCallerError } from '../../../api/doors/graphql/errors/caller-errors.ts';
import { readSettings } from '../../../api/settings/settings.ts';
import { freiburg, openHub, type TestHub } from '../../support/hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await openHub();
  return () => hub.database.close();
});

const idOf = (text: string) => Buffer.from(text).toString('base64');
const cursorOf = (list: string) => Buffer.from(JSON.stringify([list, 'x', 'x'])).toString('base64url');

const slugs = 'allowed are digilab, e-akte, lokale-strategie, menschen-mitnehmen, qualifizierung, service-bw';
const sizes = 'allowed are 0 to 100; read on with a cursor';
const statuses = 'allowed are COMPLETED, DISCONTINUED, IDEA, PLANNED, RUNNING, UNKNOWN';
const topicFilters = 'allowed are changedSince, field, municipality, slug, text';
const aCursor = 'a cursor that this hub gave out is needed';
const aMoment = 'allowed is a date (2016-07-14) or a moment (2016-07-14T12:00:00Z)';
const anId =
  'the id of a Municipality, FieldOfAction, Topic, Contact, Project, Strategy, Event as this hub gave it out is needed';
const ofProjects = cursorOf('projects in the order TITLE');

type Mistake = [what: string, query: string, path: string | null, value: unknown, allowed: string];

/** Found by the hub while it answers: told as `argument: value is not allowed; what is.` with the path of the field. */
const ofArguments: [...Mistake, argument: string][] = [
  ['too many', '{ projects(first: 101) { totalCount } }', 'projects', 101, sizes, 'first'],
  [
    'fewer than none',
    '{ field(slug: "ki") { slug } projects(last: -1) { totalCount } }',
    'projects',
    -1,
    sizes,
    'last',
  ],
  [
    'too many within a record',
    '{ municipality(ags: "08316056") { projects(first: 101) { totalCount } } }',
    'municipality.projects',
    101,
    sizes,
    'first',
  ],
  ['too many revisions', '{ revisions(first: 101) { number } }', 'revisions', 101, sizes, 'first'],
  [
    'too many changes',
    '{ changes(sinceRevision: 0, first: 101) { totalCount } }',
    'changes',
    101,
    sizes,
    'first',
  ],
  [
    'both ends of a list',
    '{ projects(first: 1, last: 1) { totalCount } }',
    'projects',
    { first: 1, last: 1 },
    'they exclude each other; ask for one of them',
    'first, last',
  ],
  [
    'a malformed cursor',
    '{ projects(after: "nonsense") { totalCount } }',
    'projects',
    'nonsense',
    aCursor,
    'after',
  ],
  [
    'a cursor of another order',
    `{ projects(order: SLUG, before: "${ofProjects}") { totalCount } }`,
    'projects',
    ofProjects,
    'it belongs to projects in the order TITLE, this list is projects in the order SLUG',
    'before',
  ],
  [
    'a cursor of another list',
    `{ strategies(after: "${ofProjects}") { totalCount } }`,
    'strategies',
    ofProjects,
    'it belongs to projects in the order TITLE, this list is strategies in the order TITLE',
    'after',
  ],
  [
    'a cursor of another list for changes',
    `{ changes(sinceRevision: 0, after: "${ofProjects}") { totalCount } }`,
    'changes',
    ofProjects,
    'it belongs to projects in the order TITLE, this list is changes',
    'after',
  ],
  [
    'a malformed date',
    '{ projects(filter: { confirmedSince: "2016-13" }) { totalCount } }',
    'projects',
    '2016-13',
    'allowed is a date: 2016, 2016-07 or 2016-07-14',
    'filter.confirmedSince',
  ],
  [
    'a malformed moment',
    '{ projects(filter: { changedSince: "yesterday" }) { totalCount } }',
    'projects',
    'yesterday',
    aMoment,
    'filter.changedSince',
  ],
  [
    'a malformed moment of changes',
    '{ changes(since: "2020-13") { totalCount } }',
    'changes',
    '2020-13',
    aMoment,
    'since',
  ],
  [
    'a malformed box',
    '{ projects(filter: { bbox: "1,2,3" }) { totalCount } }',
    'projects',
    '1,2,3',
    'allowed is west,south,east,north in degrees, such as 7.5,47.8,8.1,48.2',
    'filter.bbox',
  ],
  [
    'a malformed AGS',
    '{ municipality(ags: "abc") { name } }',
    'municipality',
    'abc',
    'allowed are 8 digits, or the 5 digits of a Landkreis',
    'ags',
  ],
  [
    'an AGS that a filter does not know',
    '{ projects(filter: { municipality: "08999999" }) { totalCount } }',
    'projects',
    '08999999',
    'there is no such municipality; /data/municipalities.csv lists them',
    'filter.municipality',
  ],
  [
    'a slug that a filter does not know',
    '{ projects(filter: { field: "breitband" }) { totalCount } }',
    'projects',
    'breitband',
    slugs,
    'filter.field',
  ],
  [
    'a slug that coverage does not know',
    '{ coverage(by: FIELD, field: "breitband") { whiteSpots } }',
    'coverage',
    'breitband',
    slugs,
    'field',
  ],
  [
    'a slug that white spots do not know',
    '{ whiteSpots(field: "breitband") { totalCount } }',
    'whiteSpots',
    'breitband',
    slugs,
    'field',
  ],
  [
    'a slug that peers do not know',
    '{ municipality(ags: "08316056") { peers(field: "breitband") { totalCount } } }',
    'municipality.peers',
    'breitband',
    slugs,
    'field',
  ],
  ['a malformed id', '{ node(id: "nonsense") { id } }', 'node', 'nonsense', anId, 'id'],
  [
    'the id of something without a page',
    `{ node(id: "${idOf('Revision:1')}") { id } }`,
    'node',
    idOf('Revision:1'),
    anId,
    'id',
  ],
  [
    'a revision that is not there yet',
    '{ changes(sinceRevision: 99) { totalCount } }',
    'changes',
    99,
    'allowed are 0 to 1, the newest revision',
    'sinceRevision',
  ],
  [
    'changes since nothing',
    '{ changes { totalCount } }',
    'changes',
    { sinceRevision: null, since: null },
    'one of them is needed, and one only',
    'sinceRevision, since',
  ],
];

/** Found by GraphQL in the variables before the hub is asked: told in its words, without a path. */
const ofVariables: [...Mistake, message: string, variables: object][] = [
  [
    'an enum value of a variable',
    'query Q($f: ProjectFilter) { projects(filter: $f) { totalCount } }',
    null,
    'x',
    statuses,
    '$f.status.1: Value "x" does not exist in "ProjectStatus" enum.',
    { f: { status: ['RUNNING', 'x'] } },
  ],
  [
    'a filter of a variable',
    'query Q($f: TopicFilter) { topics(filter: $f) { totalCount } }',
    null,
    { fields: 'x' },
    topicFilters,
    '$f: Field "fields" is not defined by type "TopicFilter". Did you mean "field"?',
    { f: { fields: 'x' } },
  ],
  [
    'a missing variable',
    'query Q($a: String!) { municipality(ags: $a) { name } }',
    null,
    null,
    'a value of the type String! is needed',
    '$a: Expected non-nullable type "String!" not to be null.',
    {},
  ],
  [
    'a null in the place of a default',
    'query Q($a: String = "08316056") { municipality(ags: $a) { name } }',
    'municipality',
    null,
    'a value of the type String! is needed',
    'Argument "ags" of non-null type "String!" must not be null.',
    { a: null },
  ],
  [
    'a fraction of a record',
    'query Q($n: Int) { projects(first: $n) { totalCount } }',
    null,
    3.5,
    'a value of the type Int is needed',
    '$n: Int cannot represent non-integer value: 3.5',
    { n: 3.5 },
  ],
];

async function told(query: string, variables?: object) {
  const { errors } = await hub.query(query, variables);
  const [{ message, path, extensions }] = errors as unknown as [
    { message: string; path?: string[]; extensions: object },
  ];
  return { message, path: path?.join('.') ?? null, ...extensions };
}

describe('a mistake of the caller is told with code, path, bad value and what is allowed:', () => {
  it.each(ofArguments)('%s', async (_what, query, path, value, allowed, argument) => {
    const message = argument.includes(', ')
      ? `${argument}: ${allowed}.`
      : `${argument}: ${JSON.stringify(value)} is not allowed; ${allowed}.`;
    expect(await told(query)).toEqual({ message, path, code: 'BAD_USER_INPUT', value, allowed });
  });

  it.each(ofVariables)('%s', async (_what, query, path, value, allowed, message, variables) => {
    expect(await told(query, variables)).toEqual({ message, path, code: 'BAD_USER_INPUT', value, allowed });
  });

  it('a value that is too long to repeat is shortened', async () => {
    const { value } = (await told(`{ node(id: "${'x'.repeat(500)}") { id } }`)) as unknown as {
      value: string;
    };
    expect(value).toBe(`"${'x'.repeat(76)}…"`);
  });
});

describe('a record that does not exist', () => {
  it('is null, whatever it is asked for by', async () => {
    const query = `{ municipality(ags: "08999999") { name } project(slug: "nie") { slug } revision(number: 99) { number }
      ${['Municipality', 'FieldOfAction', 'Topic', 'Contact', 'Project', 'Strategy', 'Event']
        .map((type) => `${type}: node(id: "${idOf(`${type}:nie`)}") { id }`)
        .join(' ')} }`;
    expect(await hub.query(query)).toEqual({
      data: {
        municipality: null,
        project: null,
        revision: null,
        Municipality: null,
        FieldOfAction: null,
        Topic: null,
        Contact: null,
        Project: null,
        Strategy: null,
        Event: null,
      },
    });
  });
});

describe('an error of our own', () => {
  it('is masked, with an id under which the log has it whole', async () => {
    const lines: string[] = [];
    const log = pino({ level: 'error' }, { write: (line: string) => lines.push(line) });
    const settings = readSettings({});
    const thrown = new GraphQLError('password=geheim', {
      path: ['projects'],
      originalError: new Error('password=geheim'),
    });
    const { message, path, extensions } = toCallerError(thrown, { ...hub, settings, log, region: freiburg });
    const [line] = lines.map((text) => JSON.parse(text));
    expect({ message, path, extensions }).toEqual({
      message: `Internal error; the hub's log has it under ${line.id}.`,
      path: ['projects'],
      extensions: { code: 'INTERNAL_SERVER_ERROR', id: line.id },
    });
    expect(line).toMatchObject({ err: { message: 'password=geheim' }, path: ['projects'] });
  });
});
