import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { Completer } from '../../../api/doors/graphql/complete/completer.ts';
import { jsonOf } from '../../../api/doors/graphql/complete/json-of.ts';
import { openHub, type TestHub } from '../../support/hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await openHub();
  return () => hub.database.close();
});
afterEach(() => vi.restoreAllMocks());

const post = (query: string, variables: object) =>
  hub.app.request('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });

/** The text of an answer, and what the completer made of the query: nothing where it was not asked. */
async function askOnce(query: string, variables: object = {}) {
  const answer = vi.spyOn(Completer.prototype, 'answer');
  const response = await post(query, variables);
  const [made] = await Promise.allSettled(answer.mock.results.map(({ value }) => value));
  return { text: await response.text(), completed: made?.status };
}

/** The same of a query that is known. */
async function ask(query: string, variables: object = {}) {
  await post(query, variables);
  return askOnce(query, variables);
}

describe('the completer', () => {
  it('answers lists with all that hangs on their records', async () => {
    const query = `query ($first: Int, $lang: Language!) { fields(first: $first) { totalCount pageInfo { hasNextPage endCursor }
      edges { cursor node { id name(lang: $lang) url changedAt projects(first: 1) { nodes { status fields { slug } } } } } } }`;
    const { text, completed } = await ask(query, { first: 2, lang: 'EN' });
    expect(completed).toBe('fulfilled');
    expect(JSON.parse(text)).toMatchObject({ data: { fields: { totalCount: 6, edges: [{}, {}] } } });
  });

  it('gives names that objects of the language have for themselves', async () => {
    const { text, completed } = await ask('{ topics(first: 1) { __proto__: nodes { constructor: slug } } }');
    expect(completed).toBe('fulfilled');
    expect(text).toMatch(/^{"data":{"topics":{"__proto__":\[{"constructor":"[^"]+"}\]}}}$/);
  });

  it('gives an empty object where all that is asked of it is left out', async () => {
    expect(await ask('{ topics { totalCount @skip(if: true) } }')).toEqual({
      text: '{"data":{"topics":{}}}',
      completed: 'fulfilled',
    });
  });

  it.each([
    ['an error', '{ municipalities(first: 2) { nodes { projects(first: 500) { totalCount } } } }'],
    ['a promise', '{ projects(first: 2) { nodes { whomToCall { organisation } } } }'],
    ['a list that cannot be read', '{ projects(first: 500) { totalCount } topics { totalCount } }'],
  ])('leaves %s to the ordinary executor, and no list is read again', async (_what, query) => {
    const completer = vi.spyOn(Completer.prototype, 'isOfUse', 'get').mockReturnValue(false);
    let ordinary = '';
    const statements = await hub.countStatements(async () => {
      ordinary = (await askOnce(query)).text;
    });
    completer.mockReturnValue(true);
    const again = await hub.countStatements(async () => {
      expect(await askOnce(query)).toEqual({ text: ordinary, completed: 'rejected' });
    });
    expect(again).toBe(statements);
  });

  it('does not ask for a field again that has once given a promise', async () => {
    const query = '{ projects(first: 1) { nodes { whomToCall { phone } } } }';
    await ask(query);
    expect((await askOnce(query)).completed).toBeUndefined();
  });

  it('is made for what is asked for again', async () => {
    const query = '{ topics(first: 1) { nodes { slug } } }';
    const first = await askOnce(query);
    expect(first.completed).toBeUndefined();
    expect(await askOnce(query)).toEqual({ text: first.text, completed: 'fulfilled' });
  });
});

describe('jsonOf', () => {
  it('writes what JSON.stringify writes', () => {
    const text = fc.string({
      unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    });
    fc.assert(
      fc.property(
        fc.oneof(text, fc.string({ unit: 'grapheme' }), fc.double(), fc.integer(), fc.boolean(), fc.json()),
        (value) => {
          expect(jsonOf(value)).toBe(JSON.stringify(value));
        },
      ),
      { seed: 13, numRuns: 2000 },
    );
  });
});
