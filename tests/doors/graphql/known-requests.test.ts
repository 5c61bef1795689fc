import { beforeAll, describe, expect, it } from 'vitest';
import { changeRecords } from '../../support/change.ts';
import { openHub, type TestHub } from '../../support/hub.ts';
import { whileLocked } from '../../support/while-locked.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await openHub({ QUERY_MAX_SECONDS: '1' });
  return () => hub.database.close();
});

const query = '{ topics(first: 3) { edges { node { slug name(lang: EN) url } } } }';

async function ask(body: object, accept?: string) {
  const response = await hub.app.request('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(accept !== undefined && { accept }) },
    body: JSON.stringify(body),
  });
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: await response.text(),
  };
}

/** A query is read, kept, planned and then known: the answers of one more time than that. */
const often = async (body: object, accept?: string) => {
  const answers = [];
  for (let time = 0; time < 6; time++) answers.push(await ask(body, accept));
  return answers;
};

describe('a request that is sent again and again', () => {
  it.each([
    undefined,
    '*/*',
    'application/json',
    'application/graphql-response+json',
    'application/graphql-response+json; charset=utf-8, application/json;q=0.9',
    'text/event-stream',
  ])('has the same answer with the same headers each time, to Accept: %s', async (accept) => {
    const [first, ...others] = await often({ query }, accept);
    expect(first?.body).toContain('"url":"https://hub.example');
    expect(others).toEqual(Array(5).fill(first));
  });

  it('tells its mistakes each time', async () => {
    const [first, ...others] = await often({ query: '{ topics(first: -1) { edges { node { slug } } } }' });
    expect(first?.body).toContain('BAD_USER_INPUT');
    expect(others).toEqual(Array(5).fill(first));
  });

  it('has its own answer for each value of a variable', async () => {
    const withVariable =
      'query ($first: Int!) { topics(first: $first, order: SLUG) { edges { node { slug } } } }';
    for (const first of [1, 2, 3, 1, 2, 3, 4]) {
      const { body } = await ask({ query: withVariable, variables: { first } });
      expect(JSON.parse(body).data.topics.edges).toHaveLength(first);
    }
  });

  it('tells what has changed since', async () => {
    await often({ query });
    const { slug } = JSON.parse((await ask({ query })).body).data.topics.edges[0].node;
    await changeRecords(hub.database, { topics: [{ slug, name_en: 'Changed since' }] });
    expect((await ask({ query })).body).toContain('Changed since');
  });

  it('is told when it takes too long, and is not given to others', async () => {
    await often({ query });
    const late = await whileLocked(hub, 'topic', () => ask({ query }));
    expect(late.headers['cache-control']).toBe('no-store');
    expect(late.body).toContain('The query took too long');
    expect((await ask({ query })).body).toContain('"topics"');
  });
});
