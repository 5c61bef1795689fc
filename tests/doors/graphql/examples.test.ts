import { type FieldNode, Kind, parse, print, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { exampleQueries } from '../../../api/doors/graphql/example-queries.ts';
import { schema } from '../../../api/doors/graphql/schema.ts';
import { openHub, type TestHub } from '../../support/hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await openHub({ QUERY_MAX_COST: '1000000000' });
  return () => hub.database.close();
});

/** The query with every list in it as long as that. */
function withListsOf(size: number, query: string): string {
  const info = new TypeInfo(schema);
  const enter = (field: FieldNode) => {
    if (!info.getFieldDef()?.args.some(({ name }) => name === 'first')) return undefined;
    const others = (field.arguments ?? []).filter(({ name }) => name.value !== 'first');
    const first = {
      kind: Kind.ARGUMENT,
      name: { kind: Kind.NAME, value: 'first' },
      value: { kind: Kind.INT, value: String(size) },
    } as const;
    return { ...field, arguments: [...others, first] };
  };
  return print(visit(parse(query), visitWithTypeInfo(info, { Field: { enter } })));
}

// What the search gives is compared in search.test.ts.
const examples = exampleQueries.filter(({ title }) => title !== 'Search everything');
const search = exampleQueries.find(({ title }) => title === 'Search everything')!;

describe('an example query', () => {
  it.each(examples)('answers on the real region: $title', async ({ title, query }) => {
    const answer = await hub.query(query);
    expect(answer).not.toHaveProperty('errors');
    const file = `answers/${title
      .toLowerCase()
      .replaceAll(/[^a-z]+/g, '-')
      .replace(/-$/, '')}.json`;
    await expect(`${JSON.stringify(answer.data, null, 2)}\n`).toMatchFileSnapshot(file);
  });

  it.each(examples)(
    'takes as many SQL statements for long lists as for short ones: $title',
    async ({ query }) => {
      const short = withListsOf(10, query);
      const long = withListsOf(60, query);
      const few = await hub.countStatements(() => hub.query(short));
      expect(await hub.countStatements(() => hub.query(long))).toBe(few);
      expect(few).toBeLessThan(25);
    },
  );

  it('takes one SQL statement for each kind of record that the search finds, however long its list is', async () => {
    const besides = async (size: number) => {
      let kinds = new Set<string>();
      const statements = await hub.countStatements(async () => {
        const { data } = await hub.query(withListsOf(size, search.query));
        const { edges } = (data as unknown as { search: { edges: { kind: string }[] } }).search;
        kinds = new Set(edges.map(({ kind }) => kind));
      });
      return statements - kinds.size;
    };
    const few = await besides(1);
    expect(few).toBe(7);
    expect([await besides(5), await besides(20), await besides(100)]).toEqual([few, few, few]);
  });
});
