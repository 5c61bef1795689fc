import { setImmediate as nextRound } from 'node:timers/promises';
import { inspect } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type DocumentNode, getOperationAST, type OperationDefinitionNode, parse } from 'graphql';
import { expect, it } from 'vitest';
import { findMistakes } from '../../../api/doors/graphql/errors/bad-query.ts';
import { oncePerShape } from '../../../api/doors/graphql/read/planned.ts';
import { isRepeated, repeatedDocuments } from '../../../api/doors/graphql/read/repeated-documents.ts';
import { schema } from '../../../api/doors/graphql/schema.ts';
import { known } from '../../../map-widget/model/known.ts';
import { openHub } from '../../support/hub.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as (options: { type: 'minor' }) => void;

const queries = Array.from({ length: 60 }, (_, i) => `{ topics(first: 2) { nodes { a${i}: slug } } }`);

/** How many of the objects that `work` gives to `see` are left after what V8 does often, and takes a millisecond. */
async function leftOf(work: (see: (one: object) => void) => Promise<void> | void): Promise<number> {
  const seen = new WeakMap<object, string>();
  await work((one) => seen.set(one, 'seen'));
  for (let times = 0; times < 4; times++) {
    await nextRound();
    collect({ type: 'minor' });
  }
  return inspect(seen, { showHidden: true, maxArrayLength: null }).split("'seen'").length - 1;
}

/** What work takes while it runs may grow old, at times. */
const few = queries.length / 4;

it('a query that is validated leaves nothing to a slow collection of garbage', async () => {
  const left = await leftOf((see) => {
    for (const query of queries) {
      const document = parse(query);
      see(document);
      expect(findMistakes(schema, document)).toEqual([]);
    }
  });
  expect(left).toBeLessThan(few);
});

it('nor does what is planned for an operation', async () => {
  const left = await leftOf((see) => {
    for (const query of queries) {
      const operation = getOperationAST(parse(query)) as OperationDefinitionNode;
      see(operation);
      oncePerShape({ operation, variableValues: {}, fieldNodes: [] }, 'test', () => ({ operation }));
    }
  });
  expect(left).toBeLessThan(few);
});

it('nor does what a query is answered with', async () => {
  const hub = await openHub();
  const field = known(schema.getQueryType()?.getFields().topics, 'field');
  const { resolve } = field;
  try {
    const left = await leftOf(async (see) => {
      field.resolve = (source, given, context, info) => {
        see((context as { outcome: object }).outcome);
        return resolve?.(source, given, context, info);
      };
      for (const query of queries) expect(await hub.query(query)).not.toHaveProperty('errors');
    });
    expect(left).toBeLessThan(few);
  } finally {
    Object.assign(field, { resolve });
    await hub.database.close();
  }
});

it('a document is kept from the second time on that it is asked for, and no more than so many', () => {
  const documents = repeatedDocuments(2);
  const ask = (query: string): DocumentNode => {
    const known = documents.get(query);
    if (known) return known;
    const document = parse(query);
    documents.set(query, document);
    return document;
  };
  const [first = '', second = '', third = ''] = queries;
  const once = ask(first);
  expect(isRepeated(once)).toBe(false);
  const kept = ask(first);
  expect(kept).not.toBe(once);
  expect(isRepeated(kept)).toBe(true);
  expect(ask(first)).toBe(kept);
  for (const query of [second, second, third, third]) ask(query);
  expect(documents.get(first)).toBeUndefined();
});

it('a document that is too long to be kept with others is not', () => {
  const documents = repeatedDocuments();
  const query = `{ topics { nodes { slug } } } ${' '.repeat(250_000)}`;
  for (let times = 0; times < 3; times++) documents.set(query, parse(query));
  expect(documents.get(query)).toBeUndefined();
});
