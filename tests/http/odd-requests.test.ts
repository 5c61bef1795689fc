import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Described, faultOf, oddRequests } from '../faults/odd-requests.ts';
import { openHub, type TestHub } from '../support/hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await openHub();
});
afterAll(() => hub.database.close());

const told = async (path: string, init?: RequestInit) => {
  const response = await hub.app.request(path, init);
  return faultOf(response.status, await response.text());
};
const query = (text: string, variables: string) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: `{"query":${JSON.stringify(text)},"variables":${variables}}`,
});

it('three hundred odd requests have an answer that is not ours to blame', async () => {
  const described: Described = await hub.json('/openapi.json');
  const odd = oddRequests(described, 20261126);
  const faults: string[] = [];
  for (let i = 0; i < 300; i++) {
    const { path, init } = odd.next().value;
    const fault = await told(path, init);
    if (fault) faults.push(`${fault} of ${path} ${init.body ?? ''}`);
  }
  expect(faults).toEqual([]);
}, 300_000);

it('variables that stand thousands deep within each other are refused', async () => {
  const deep = (depth: number) => `{"text":${'['.repeat(depth)}1${']'.repeat(depth)}}`;
  const text = 'query($text: String!) { search(text: $text) { totalCount } }';
  for (const depth of [101, 5_000, 40_000]) {
    const answer = await hub.app.request('/graphql', query(text, deep(depth)));
    expect([depth, answer.status, await answer.json()]).toMatchObject([
      depth,
      400,
      {
        errors: [
          {
            extensions: {
              code: 'BAD_USER_INPUT',
              allowed: 'values within each other, at most 100, are allowed',
            },
          },
        ],
      },
    ]);
  }
});

it('no text with a character that the database has not is an error of ours', async () => {
  for (const slug of ['"\\u0000"', '"a\\u0000b"', '"\\ud800"', '"\\udfff"']) {
    expect(
      await told(
        '/graphql',
        query('query($slug: String!) { project(slug: $slug) { slug } }', `{"slug":${slug}}`),
      ),
    ).toBeUndefined();
    expect(
      await told('/graphql', query('query($id: ID!) { node(id: $id) { __typename } }', `{"id":${slug}}`)),
    ).toBeUndefined();
  }
});
