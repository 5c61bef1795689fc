import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { schema } from '../../api/doors/graphql/schema.ts';

export type OddRequest = { readonly path: string; readonly init: RequestInit };

/** What `/openapi.json` says of the doors. */
export type Described = {
  readonly paths: Readonly<
    Record<
      string,
      { get?: { parameters?: readonly { name: string; in: string; schema?: { enum?: string[] } }[] } }
    >
  >;
};

/** Draws the same for the same seed: a request that failed can be sent again. */
export function drawer(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (most: number) => Math.floor(next() * most);
  const pick = <Value>(values: readonly Value[]): Value => values[below(values.length)]!;
  return { below, pick, chance: (part: number) => next() < part };
}
type Drawer = ReturnType<typeof drawer>;

/** Every bound that something has, and every character that somebody chokes on. */
const odd: readonly string[] = [
  ...[
    '',
    ' ',
    '0',
    '-1',
    '1',
    '01',
    '1e9',
    '1e400',
    '-0',
    'NaN',
    'Infinity',
    'null',
    'undefined',
    'true',
    'false',
    '[]',
    '{}',
  ],
  ...[
    '2147483647',
    '2147483648',
    '-2147483649',
    '9007199254740993',
    '99999999999999999999',
    '0.1',
    '100',
    '101',
    '1000',
    '1001',
  ],
  ...[
    '0000',
    '0000-01-01',
    '0001-01-01',
    '-0001',
    '9999-12-31',
    '10000',
    '10000-01-01',
    '294276-12-31',
    '294277-01-01',
    '5874898',
  ],
  ...[
    '2024-02-30',
    '2024-13',
    '2024-00-00',
    '2023-02-29',
    '2024-06-31T25:00:00Z',
    '2024-01-01T00:00:60Z',
    '2024-01-01T00:00:00+99:99',
  ],
  ...[
    '0000-01-01T00:00:00Z',
    '9999-12-31T23:59:59.999999999Z',
    '-4713-11-24',
    '../..',
    '2024-01-01/..',
    '../2024',
    '2024/2023',
    'infinity',
    '-infinity',
    'now',
    'epoch',
    'today',
  ],
  ...[
    '\0',
    'a\0b',
    '\u0001',
    '\u0007',
    '\u001b[0m',
    '\u007f',
    '\u0085',
    '\u00a0',
    '\u00ad',
    '\u200b',
    '\u200e',
    '\u2028',
    '\u202e',
    '\ufeff',
    '\ufffe',
    '\uffff',
  ],
  ...[
    '\ud800',
    '\udfff',
    'a\ud83d',
    '\u{1f600}',
    '\u{10ffff}',
    'e\u0301',
    'ß',
    'İ',
    'ﬀ',
    '\u0300'.repeat(300),
  ],
  ...[
    "'",
    '"',
    '`',
    "''--",
    "'; DROP TABLE project; --",
    '\\',
    '\\u0000',
    '%',
    '%%',
    '%00',
    '_',
    '$1',
    '$$',
    '{{7*7}}',
    '<script>',
    ']]>',
    '<!--',
    '&#0;',
    '=1+1',
    '@SUM(A1)',
  ],
  ...[
    '../../etc/passwd',
    '..%2f',
    '/',
    '//',
    '//evil.example',
    'http://',
    'http://[::',
    'javascript:alert(1)',
    '?',
    '#',
    '&',
    ';',
    ',',
    ',,,',
    '|',
    ':',
    '*',
    '(',
    '((((',
    ')',
    '!',
    '&|!',
    'a & b',
    "a:*'",
  ],
  ...[
    'a',
    'ab',
    'a'.repeat(199),
    'a'.repeat(200),
    'a'.repeat(201),
    'ä'.repeat(3000),
    `${'a '.repeat(100)}`,
    'a b c d e f g h i j k l m n o p q r s t u v w x y z'.repeat(3),
  ],
  ...['constructor', '__proto__', 'toString', 'hasOwnProperty', 'prototype', 'length', '__typename'],
  ...[
    'bW9yZQ==',
    'eyJhIjoxfQ==',
    'UHJvamVjdDox',
    '0:',
    ':0',
    '1:frelo-leihraeder',
    '999999999:x',
    '99999999999:x',
    '1:\0',
  ],
  ...[
    'frelo-leihraeder',
    'e-akte',
    '08316056',
    '08311000',
    '08316',
    'RUNNING',
    'DE',
    'de',
    'en',
    'fr',
    'json',
    'projects',
    'TITLE',
    'SLUG',
    '7.8,48,7.9,48.1',
    '180,-90,-180,90',
    '-180,-90,180,90',
    '7,48',
    '1,2,3,4,5,6',
    'NaN,NaN,NaN,NaN',
    '1e308,1e308,-1e308,-1e308',
  ],
];

/** Addresses that `/openapi.json` does not tell of. */
const pages: readonly string[] = [
  '/',
  '/embed',
  '/embed/builder',
  '/oembed',
  '/data',
  '/data/projects',
  '/search',
  '/insight',
  '/openapi',
  '/graphql',
  '/map/locator.svg',
  ...[
    'projects',
    'municipalities',
    'strategies',
    'contacts',
    'fields',
    'topics',
    'events',
    'data',
    'feeds',
    'ogc',
    'ogc/collections',
    'map/boundaries',
    'catalog',
    'nothing',
  ].flatMap((name) => [`/${name}`, `/${name}/{key}`, `/${name}/{key}.json`]),
  '/feeds/{key}.atom',
  '/data/{key}.csv',
  '/data/projects.{key}',
  '/ogc/collections/{key}/items',
  '/ogc/collections/projects/items/{key}',
  '/{key}',
  '/{key}/{key}',
];
const pageParameters = [
  'lang',
  'field',
  'topic',
  'status',
  'text',
  'near',
  'km',
  'bbox',
  'district',
  'municipality',
  'changedSince',
  'confirmedSince',
  'startsAfter',
  'endsBefore',
  'view',
  'layer',
  'theme',
  'height',
  'locked',
  'project',
  'url',
  'format',
  'maxwidth',
  'order',
  'columns',
  'before',
  'after',
  'limit',
  'datetime',
  'f',
  'width',
  'page',
  'q',
  'query',
  'variables',
  'operationName',
  'extensions',
];

/** Text as an address can have it: what is no text goes as bytes. */
const inAddress = (text: string, { chance }: Drawer) =>
  chance(0.02) ? '%FF%00' : encodeURIComponent(Buffer.from(text).toString()).slice(0, 6000);

/** Odd requests without end, to every door that is described, to pages, and to GraphQL. */
export function* oddRequests(described: Described, seed: number): Generator<OddRequest> {
  const draw = drawer(seed);
  const doors = Object.entries(described.paths).map(([path, { get }]) => ({
    path,
    parameters: get?.parameters ?? [],
  }));
  for (;;) {
    if (draw.chance(0.4)) yield graphqlRequest(draw);
    else {
      const { path, parameters } = draw.chance(0.6)
        ? draw.pick(doors)
        : { path: draw.pick(pages), parameters: [] };
      const names = parameters.filter((one) => one.in === 'query').map(({ name }) => name);
      const filled = path.replaceAll(/\{[^}]+\}/g, () => inAddress(draw.pick(odd), draw));
      const given = Array.from({ length: draw.below(4) }, () => {
        const name = draw.pick(names.length > 0 && draw.chance(0.9) ? names : pageParameters);
        const values = parameters.find((one) => one.name === name)?.schema?.enum;
        return `${name}=${inAddress(values && draw.chance(0.3) ? draw.pick(values) : draw.pick(odd), draw)}`;
      });
      const accept = draw.pick(['*/*', 'text/html', 'application/json', 'text/turtle', odd[0]!]);
      const headers = {
        accept,
        ...(draw.chance(0.1) && { range: `bytes=${draw.below(99)}-${draw.below(99)}` }),
      };
      yield { path: filled + (given.length > 0 ? `?${given.join('&')}` : ''), init: { headers } };
    }
  }
}

function graphqlRequest(draw: Drawer): OddRequest {
  const variables: Record<string, unknown> = {};
  const declared: string[] = [];
  const argument = (type: GraphQLInputType) => {
    const name = `v${declared.length}`;
    declared.push(`$${name}: ${type}`);
    variables[name] = value(type, draw, 0);
    return `$${name}`;
  };
  const field = (one: GraphQLField<unknown, unknown>, depth: number): string => {
    const given = one.args
      .filter(
        ({ type, defaultValue }) => (isNonNullType(type) && defaultValue === undefined) || draw.chance(0.5),
      )
      .map(({ name, type }) => `${name}: ${argument(type)}`);
    const target = getNamedType(one.type);
    return `${one.name}${given.length > 0 ? `(${given.join(', ')})` : ''}${isLeafType(target) ? '' : selection(target, depth)}`;
  };
  const selection = (type: GraphQLNamedType, depth: number): string => {
    if (!isObjectType(type) && !isInterfaceType(type)) return ' { __typename }';
    const fields = Object.values(type.getFields()).filter(
      (one) => depth < 5 || isLeafType(getNamedType(one.type)),
    );
    const through = fields.filter(({ name }) => ['edges', 'node', 'peers'].includes(name));
    const chosen = new Set([
      ...(depth < 5 ? through : []),
      ...Array.from({ length: 2 }, () => draw.pick(fields)),
    ]);
    const parts = [...chosen].filter((one) => one !== undefined).map((one) => field(one, depth + 1));
    return ` { __typename ${parts.map((part, at) => `${type.name.toLowerCase()}${depth}_${at}: ${part}`).join(' ')} }`;
  };
  const root = draw.pick(Object.values(schema.getQueryType()!.getFields()));
  const body = field(root, 0);
  const query = `query${declared.length > 0 ? `(${declared.join(', ')})` : ''} { ${body} }`;
  const depth = draw.chance(0.02) ? draw.pick([50, 5_000, 20_000]) : 0;
  if (depth > 0) variables.v0 = nested;
  const asked = JSON.stringify({ query, variables }).replace(
    `"${nested}"`,
    `${'['.repeat(depth)}1${']'.repeat(depth)}`,
  );
  return {
    path: '/graphql',
    init: { method: 'POST', headers: { 'content-type': 'application/json' }, body: asked },
  };
}

/** Stands for a list in a list in a list, deeper than a program writes one. */
const nested = 'NESTED';

function value(type: GraphQLInputType, draw: Drawer, depth: number): unknown {
  if (isNonNullType(type)) return value(type.ofType, draw, depth);
  if (draw.chance(0.05)) return null;
  if (isListType(type)) return Array.from({ length: draw.below(4) }, () => value(type.ofType, draw, depth));
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    const chosen = Array.from({ length: 1 + draw.below(3) }, () => draw.pick(fields));
    return Object.fromEntries(chosen.map((one) => [one.name, value(one.type, draw, depth + 1)]));
  }
  if (isEnumType(type)) return draw.chance(0.9) ? draw.pick(type.getValues()).name : draw.pick(odd);
  if (type.name === 'Int' && draw.chance(0.9))
    return draw.pick([0, 1, -1, 5, 100, 101, 2 ** 31 - 1, -(2 ** 31)]);
  if (type.name === 'Float' && draw.chance(0.9))
    return draw.pick([0, -0, 1e308, -1e308, 5e-324, 2 ** 53, 0.1, 50]);
  if (type.name === 'Boolean' && draw.chance(0.9)) return draw.chance(0.5);
  return draw.pick(odd);
}

/** What is wrong with an answer; undefined where it is one that a caller may be given. */
export function faultOf(status: number, body: string): string | undefined {
  // oEmbed has a status of its own for a format that is not offered.
  if (status >= 500 && status !== 501) return `${status} ${body.slice(0, 200)}`;
  return body.includes('INTERNAL_SERVER_ERROR') ? body.slice(0, 200) : undefined;
}
