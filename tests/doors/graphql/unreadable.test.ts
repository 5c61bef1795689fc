import { beforeAll, describe, expect, it } from 'vitest';
import { openHub, type TestHub } from '../../support/hub.ts';
import { mistake, mistakesIn, mistakesOf, type Told } from '../../support/mistakes.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await openHub();
  return () => hub.database.close();
});

/** Texts that are no query. */
const unreadable: Record<string, Told> = {
  '{ projects': ['<EOF>', 'a name is needed', 'Syntax Error: Expected Name, found <EOF>.'],
  ' ': ['<EOF>', 'allowed are query, fragment and {', 'Syntax Error: Unexpected <EOF>.'],
  '{ __typename } }': ['}', 'allowed are query, fragment and {', 'Syntax Error: Unexpected "}".'],
  'quer { __typename }': [
    'quer',
    'allowed are query, fragment and {',
    'Syntax Error: Unexpected Name "quer".',
  ],
  '{ topics { } }': ['}', 'a name is needed', 'Syntax Error: Expected Name, found "}".'],
  '{ topics(order: ) { totalCount } }': [')', 'a value is needed', 'Syntax Error: Unexpected ")".'],
  '{ topics(filter: { text: [1 }) { totalCount } }': [
    '}',
    'a value is needed',
    'Syntax Error: Unexpected "}".',
  ],
  'query ($n Int) { projects(first: $n) { totalCount } }': [
    'Int',
    '":" is needed',
    'Syntax Error: Expected ":", found Name "Int".',
  ],
  'query ($n: Int = $m) { projects(first: $n) { totalCount } }': [
    '$m',
    'a value without variables is needed',
    'Syntax Error: Unexpected variable "$m" in constant value.',
  ],
  'fragment on on Query { __typename }': [
    'on',
    'a name other than on is needed',
    'Syntax Error: Unexpected Name "on".',
  ],
  '{ topic(slug: "ki) { name } }': [
    '"ki) { name } }',
    'a text ends with " in its line, or stands between """ and """',
    'Syntax Error: Unterminated string.',
  ],
  '{ topic(slug: """ki) { name } }': [
    '"""ki) { name } }',
    'a text ends with " in its line, or stands between """ and """',
    'Syntax Error: Unterminated string.',
  ],
  "{ topic(slug: 'ki') { name } }": [
    "'",
    'a text stands between double quotes: "text"',
    'Syntax Error: Unexpected single quote character (\'), did you mean to use a double quote (")?',
  ],
  '{ topic(slug: "\\x") { name } }': [
    '\\x',
    'allowed are \\" \\\\ \\/ \\b \\f \\n \\r \\t \\u00e4 \\u{e4}',
    'Syntax Error: Invalid character escape sequence: "\\x".',
  ],
  '{ topic(slug: "\\u12") { name } }': [
    '\\u12',
    'allowed are \\" \\\\ \\/ \\b \\f \\n \\r \\t \\u00e4 \\u{e4}',
    'Syntax Error: Invalid Unicode escape sequence: "\\u12")".',
  ],
  '{ topic(slug: "ki" "x") { name } }': [
    '"x"',
    'a name is needed',
    'Syntax Error: Expected Name, found String "x".',
  ],
  '{ projects(first: 0x1) { totalCount } }': [
    'x1',
    'a number is needed, such as 5, 0.5 or 5e10',
    'Syntax Error: Invalid number, expected digit but got: "x".',
  ],
  '{ projects(first: 01) { totalCount } }': [
    '1',
    'a number is needed, such as 5, 0.5 or 5e10',
    'Syntax Error: Invalid number, unexpected digit after 0: "1".',
  ],
  '{ töpics }': [
    'ö',
    'allowed are names, numbers, "texts" and ! $ & ( ) ... : = @ [ ] { | }',
    'Syntax Error: Unexpected character: U+00F6.',
  ],
  '{ topics ? }': [
    '?',
    'allowed are names, numbers, "texts" and ! $ & ( ) ... : = @ [ ] { | }',
    'Syntax Error: Unexpected character: "?".',
  ],
  '"All" { __typename }': [
    '"All"',
    'allowed are query, fragment and {',
    'Syntax Error: Unexpected description, descriptions are not supported on shorthand queries.',
  ],
};

/** Bodies of a POST that ask for nothing that could be answered. */
const bodies: Record<string, Told> = {
  '{': [
    '{',
    'one object in JSON is needed: {"query": "{ projects { totalCount } }"}',
    'body: "{" is not allowed; one object in JSON is needed: {"query": "{ projects { totalCount } }"}.',
  ],
  null: [
    null,
    'one object in JSON is needed: {"query": "{ projects { totalCount } }"}',
    'body: null is not allowed; one object in JSON is needed: {"query": "{ projects { totalCount } }"}.',
  ],
  '[{"query": "{ __typename }"}]': [
    [{ query: '{ __typename }' }],
    'one object in JSON is needed: {"query": "{ projects { totalCount } }"}',
    'body: [{"query":"{ __typename }"}] is not allowed; one object in JSON is needed: {"query": "{ projects { totalCount } }"}.',
  ],
  '{}': [
    null,
    'a query is needed, such as { projects { totalCount } }',
    'query: null is not allowed; a query is needed, such as { projects { totalCount } }.',
  ],
  '{"query": 5}': [
    5,
    'a query is needed, such as { projects { totalCount } }',
    'query: 5 is not allowed; a query is needed, such as { projects { totalCount } }.',
  ],
  '{"query": "{ __typename }", "q": 1}': [
    'q',
    'allowed are query, operationName, variables, extensions',
    'body: "q" is not allowed; allowed are query, operationName, variables, extensions.',
  ],
  '{"query": "{ __typename }", "variables": [1]}': [
    [1],
    'an object in JSON is needed, or nothing',
    'variables: [1] is not allowed; an object in JSON is needed, or nothing.',
  ],
  '{"query": "{ __typename }", "extensions": "x"}': [
    'x',
    'an object in JSON is needed, or nothing',
    'extensions: "x" is not allowed; an object in JSON is needed, or nothing.',
  ],
  '{"query": "{ __typename }", "operationName": 5}': [
    5,
    'the name of an operation of the query is needed, or nothing',
    'operationName: 5 is not allowed; the name of an operation of the query is needed, or nothing.',
  ],
  '{"query": "query A { __typename } query B { __typename }"}': [
    null,
    'allowed are A, B',
    'operationName: null is not allowed; allowed are A, B.',
  ],
  '{"query": "query A { __typename }", "operationName": "B"}': [
    'B',
    'allowed are A',
    'operationName: "B" is not allowed; allowed are A.',
  ],
  '{"query": "mutation { x }"}': [
    'mutation',
    'only query is allowed',
    'operation: "mutation" is not allowed; only query is allowed.',
  ],
  '{"query": "fragment A on Query { __typename }"}': [
    null,
    'a query is needed, such as { projects { totalCount } }',
    'operationName: null is not allowed; a query is needed, such as { projects { totalCount } }.',
  ],
};

/** Addresses that ask for nothing that could be answered. */
const addresses: Record<string, Told> = {
  '': [
    '',
    'a query is needed, such as { projects { totalCount } }',
    'query: "" is not allowed; a query is needed, such as { projects { totalCount } }.',
  ],
  '?query={__typename}&variables={': [
    '{',
    'an object in JSON is needed, or nothing',
    'variables: "{" is not allowed; an object in JSON is needed, or nothing.',
  ],
  '?query={__typename}&variables=5': [
    5,
    'an object in JSON is needed, or nothing',
    'variables: 5 is not allowed; an object in JSON is needed, or nothing.',
  ],
  '?query={__typename}&extensions=x': [
    'x',
    'an object in JSON is needed, or nothing',
    'extensions: "x" is not allowed; an object in JSON is needed, or nothing.',
  ],
  '?query={__typename}&operationName=A': [
    'A',
    'no operation has a name',
    'operationName: "A" is not allowed; no operation has a name.',
  ],
  '?query=mutation{x}': [
    'mutation',
    'only query is allowed',
    'operation: "mutation" is not allowed; only query is allowed.',
  ],
};

describe('what cannot be read is told with what stands there and what is expected:', () => {
  it.each(Object.entries(unreadable))('the query %s', async (query, expected) => {
    expect(await mistakesIn(hub, JSON.stringify({ query }))).toEqual([mistake(expected)]);
    // Yoga keeps what it could not read.
    expect(await mistakesIn(hub, JSON.stringify({ query }))).toEqual([mistake(expected)]);
  });

  it.each(Object.entries(bodies))('the body %s', async (body, expected) => {
    expect(await mistakesIn(hub, body)).toEqual([mistake(expected)]);
  });

  it.each(Object.entries(addresses))('the address %s', async (search, expected) => {
    expect(await mistakesOf(hub, `/graphql${search}`)).toEqual([mistake(expected)]);
  });

  it('the method', async () => {
    expect(await mistakesOf(hub, '/graphql', { method: 'PUT' })).toEqual([
      mistake(['PUT', 'allowed are GET, POST', 'method: "PUT" is not allowed; allowed are GET, POST.']),
    ]);
  });
});
