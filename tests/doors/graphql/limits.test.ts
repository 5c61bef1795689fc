import { getIntrospectionQuery, parse } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { exampleQueries } from '../../../api/doors/graphql/example-queries.ts';
import { limits } from '../../../api/doors/graphql/limits/limits.ts';
import { measure } from '../../../api/doors/graphql/limits/measure.ts';
import { schema } from '../../../api/doors/graphql/schema.ts';
import { readSettings } from '../../../api/settings/settings.ts';
import { openHub, type TestHub } from '../../support/hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await openHub();
  return () => hub.database.close();
});

const names = (count: number, write: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => write(i)).join(' ');
const nested = (field: string, times: number) =>
  `${field} { `.repeat(times) + 'ags'.padEnd(3) + ' }'.repeat(times);

/** Hostile queries, each with what is said to it. */
const hostile: [what: string, query: string, answer: string][] = [
  [
    'wide aliased lists',
    `{ ${names(100, (i) => `a${i}: projects { totalCount }`)} }`,
    '100 aliases; at most 60 are allowed (QUERY_MAX_ALIASES)',
  ],
  [
    'lists within lists',
    '{ municipalities(first: 100) { edges { node { projects(first: 100) { edges { node { contact { projects(first: 100) { edges { node { title } } } } } } } } } } }',
    'at most 100000 are allowed (QUERY_MAX_COST)',
  ],
  [
    'lists within lists by a variable',
    'query Q($n: Int = 100) { municipalities(first: $n) { edges { node { projects(first: $n) { edges { node { participations { municipality { name } } } } } } } } }',
    'at most 100000 are allowed (QUERY_MAX_COST)',
  ],
  [
    'deep nesting',
    `{ municipality(ags: "08316056") { ${nested('district', 30)} } }`,
    '32 fields within each other; at most 15 are allowed (QUERY_MAX_DEPTH)',
  ],
  [
    'a fragment cycle',
    '{ projects { edges { node { ...A } } } } fragment A on Project { ...B } fragment B on Project { ...A }',
    'Cannot spread fragment "A" within itself via "B".',
  ],
  [
    'fragments that double',
    `{ municipality(ags: "08316056") { ...F0 } } ${names(30, (i) => `fragment F${i} on Municipality { a${i}: neighbours { ...F${i + 1} } b${i}: neighbours { ...F${i + 1} } }`)} fragment F30 on Municipality { ags }`,
    'at most 100000 are allowed (QUERY_MAX_COST)',
  ],
  [
    'endless tokens',
    `{ ${names(3000, () => '__typename')} }`,
    '3002 names, values and brackets; at most 2000 are allowed (QUERY_MAX_TOKENS)',
  ],
  [
    'a list of values without end',
    `{ projects(filter: { field: [${names(3000, (i) => `"f${i}"`)}] }) { totalCount } }`,
    '3016 names, values and brackets; at most 2000 are allowed (QUERY_MAX_TOKENS)',
  ],
  [
    'one directive many times',
    `{ __typename ${names(200, () => '@include(if: true)')} }`,
    'The directive "@include" can only be used once at this location.',
  ],
  [
    'directives on many fields',
    `{ ${names(100, () => '__typename @include(if: true)')} }`,
    '100 directives; at most 60 are allowed (QUERY_MAX_DIRECTIVES)',
  ],
  [
    'a deep look into the schema',
    '{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }',
    'The query asks for lists of the schema 3 times within each other; at most 2 are allowed.',
  ],
];

describe('a hostile query', () => {
  it.each(hostile)('%s: is refused before a statement runs', async (_what, query, answer) => {
    let errors: { message: string; extensions: { code: string; value?: unknown; allowed?: string } }[] = [];
    const statements = await hub.countStatements(async () => {
      errors = ((await hub.query(query)).errors ?? []) as never;
    });
    expect(errors.map(({ message }) => message).join('\n')).toContain(answer);
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    const [, found, allowed] = /(\d+) .*(at most .*) Ask/.exec(errors[0]!.message.replace(')', '')) ?? [];
    if (allowed) expect(errors[0]!.extensions).toMatchObject({ value: Number(found) });
    expect(statements).toBe(0);
  });

  it('with huge variables is refused by its size', async () => {
    const body = JSON.stringify({ query: '{ __typename }', variables: { text: 'x'.repeat(200_000) } });
    const headers = { 'content-type': 'application/json', 'content-length': String(body.length) };
    const response = await hub.app.request('/graphql', { method: 'POST', headers, body });
    expect([response.status, await response.json()]).toEqual([
      413,
      {
        errors: [
          {
            message: 'The request is too large: at most 100 kB are allowed (QUERY_MAX_KB), it has 201 kB.',
            extensions: {
              code: 'BAD_USER_INPUT',
              value: 201,
              allowed: 'at most 100 kB are allowed (QUERY_MAX_KB)',
            },
          },
        ],
      },
    ]);
  });

  it('in a batch is refused', async () => {
    const body = JSON.stringify([{ query: '{ __typename }' }, { query: '{ __typename }' }]);
    const response = await hub.app.request('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('one object in JSON is needed');
  });
});

describe('normal use', () => {
  const settings = readSettings({});
  const usual = [
    ...exampleQueries.map(({ title, query }) => [title, query]),
    ['introspection', getIntrospectionQuery()],
  ];

  it.each(usual)('%s: needs at most half of every limit', (_title, query = '') => {
    const counts = measure({ schema, document: parse(query, { maxTokens: settings.QUERY_MAX_TOKENS / 2 }) });
    for (const limit of Object.keys(limits) as (keyof typeof limits)[])
      expect(counts[limit], limit).toBeLessThanOrEqual(settings[limit] / 2);
  });
});
