import { createHash } from 'node:crypto';
import { ApolloClient, CombinedGraphQLErrors, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { createPersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { relayStylePagination } from '@apollo/client/utilities';
import { Client, fetchExchange } from '@urql/core';
import { persistedExchange } from '@urql/exchange-persisted';
import { beforeAll, describe, expect, it } from 'vitest';
import { serveHub } from '../support/serve.ts';

let hub: Awaited<ReturnType<typeof serveHub>>;
let slugs: string[];
beforeAll(async () => {
  hub = await serveHub();
  const all = await fetch(`${hub.base}/data/projects.json?order=SLUG&columns=slug`);
  slugs = ((await all.json()) as { slug: string }[]).map(({ slug }) => slug);
  return () => hub.close();
});

type Page = {
  projects: { edges: { node: { slug: string } }[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
};
const page = gql`
  query Page($after: String) {
    projects(after: $after, first: 50, order: SLUG) {
      edges { cursor node { id slug } }
      pageInfo { endCursor hasNextPage }
    }
  }
`;
const slugsOf = ({ projects }: Page) => projects.edges.map(({ node }) => node.slug);

type Told = { method: string; hash: boolean; query: boolean; status: number; code: string | null };

/** A `fetch` that notes what a client sent and what it was told. */
function noting() {
  const told: Told[] = [];
  const fetcher: typeof fetch = async (input, init) => {
    const sent = init?.body
      ? JSON.parse(String(init.body))
      : Object.fromEntries(new URL(String(input)).searchParams);
    const answer = await fetch(input, init);
    const { errors } = (await answer.clone().json()) as { errors?: { extensions: { code: string } }[] };
    const extensions = typeof sent.extensions === 'string' ? JSON.parse(sent.extensions) : sent.extensions;
    told.push({
      method: init?.method ?? 'GET',
      hash: Boolean(extensions?.persistedQuery),
      query: Boolean(sent.query),
      status: answer.status,
      code: errors?.[0]?.extensions.code ?? null,
    });
    return answer;
  };
  return { told, fetcher };
}

function apollo(fetcher: typeof fetch, useGETForHashedQueries: boolean) {
  const sha256 = (query: string) => createHash('sha256').update(query).digest('hex');
  return new ApolloClient({
    cache: new InMemoryCache({
      typePolicies: { Query: { fields: { projects: relayStylePagination(['filter', 'order']) } } },
    }),
    link: createPersistedQueryLink({ sha256, useGETForHashedQueries }).concat(
      new HttpLink({ uri: `${hub.base}/graphql`, fetch: fetcher }),
    ),
  });
}

function urql(fetcher: typeof fetch, preferGetForPersistedQueries: boolean) {
  return new Client({
    url: `${hub.base}/graphql`,
    fetch: fetcher,
    preferGetMethod: false,
    exchanges: [persistedExchange({ preferGetForPersistedQueries }), fetchExchange],
  });
}

const refused = { hash: true, query: false, status: 200, code: 'PERSISTED_QUERY_NOT_SUPPORTED' };
const answered = { method: 'POST', hash: false, query: true, status: 200, code: null };

describe.each(['POST', 'GET'])('a client that first sends a hash by %s', (method) => {
  it('is refused once and sends the query from then on: Apollo Client', async () => {
    const { told, fetcher } = noting();
    const client = apollo(fetcher, method === 'GET');
    const first = await client.query<Page>({ query: page });
    const after = first.data!.projects.pageInfo.endCursor;
    const second = await client.query<Page>({ query: page, variables: { after }, fetchPolicy: 'no-cache' });
    expect({ told, slugs: [...slugsOf(first.data!), ...slugsOf(second.data!)] }).toEqual({
      told: [{ method, ...refused }, answered, answered],
      slugs: slugs.slice(0, 100),
    });
  });

  it('is refused once and sends the query from then on: urql', async () => {
    const { told, fetcher } = noting();
    const client = urql(fetcher, method === 'GET');
    const first = await client.query<Page>(page, {});
    const after = first.data!.projects.pageInfo.endCursor;
    const second = await client.query<Page>(page, { after });
    expect({ told, slugs: [...slugsOf(first.data!), ...slugsOf(second.data!)] }).toEqual({
      // It repeats the refused request by the method it chose for the hash.
      told: [{ method, ...refused }, { ...answered, method }, answered],
      slugs: slugs.slice(0, 100),
    });
  });
});

it('Apollo Client joins the pages of a list to the whole of it', async () => {
  const client = apollo(fetch, false);
  let after: string | undefined;
  for (let more = true; more; ) {
    const { data } = await client.query<Page>({
      query: page,
      variables: { after },
      fetchPolicy: 'network-only',
    });
    more = data!.projects.pageInfo.hasNextPage;
    after = data!.projects.pageInfo.endCursor;
  }
  expect(slugsOf(client.readQuery<Page>({ query: page })!)).toEqual(slugs);
});

const mistakes = [
  [
    'an argument',
    gql`{ projects(first: 101) { totalCount } }`,
    'first: 101 is not allowed; allowed are 0 to 100; read on with a cursor.',
    ['projects'],
  ],
  [
    'a field',
    gql`{ projects { amount } }`,
    'Cannot query field "amount" on type "ProjectConnection".',
    undefined,
  ],
] as const;

describe.each(mistakes)('a mistake in %s is told in words, with code and path', (_, query, message, path) => {
  const expected = { message, code: 'BAD_USER_INPUT', path };

  it('by Apollo Client', async () => {
    const error = await apollo(fetch, false)
      .query({ query })
      .catch((thrown) => thrown);
    expect(CombinedGraphQLErrors.is(error)).toBe(true);
    const [first] = (error as CombinedGraphQLErrors).errors;
    expect({ message: first!.message, code: first!.extensions!.code, path: first!.path }).toEqual(expected);
  });

  it('by urql', async () => {
    const { error, data } = await urql(fetch, false).query(query, {});
    const [first] = error!.graphQLErrors;
    expect(data ?? null).toBeNull();
    expect({ message: first!.message, code: first!.extensions.code, path: first!.path }).toEqual(expected);
  });
});
