import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../../api/catalogue/entities/catalogue.ts';
import type { EntityName } from '../../../api/catalogue/model/entity.ts';
import { visible } from '../../../api/catalogue/model/visibility.ts';
import { identifier, sql } from '../../../api/database/sql.ts';
import { schema } from '../../../api/doors/graphql/schema.ts';
import { openHub, type TestHub } from '../../support/hub.ts';
import { type Operation, randomOperations } from '../../support/random-operations.ts';

/** More of them look further; the seed is fixed, so that a failure comes again. */
const runs = Number(process.env.RANDOM_OPERATIONS ?? 150);

let hub: TestHub;
let operations: Operation[];
beforeAll(async () => {
  hub = await openHub({ QUERY_MAX_ALIASES: '500' });
  const keys = {} as Record<EntityName, string[]>;
  for (const { name, table, key } of Object.values(catalogue)) {
    const rows = await hub.database.rows<{ key: string }>(
      sql`SELECT t.${identifier(key)} AS key FROM ${visible(table, hub.viewer)} t ORDER BY 1`,
    );
    keys[name] = rows.map((row) => row.key);
  }
  operations = fc.sample(randomOperations(schema, keys), { numRuns: runs, seed: 11 });
});
afterAll(() => hub.database.close());

/** Where several things are wrong, which of them is told first is a matter of time. */
const ask = async ({ query, variables }: Operation) => {
  const { data, errors = [] } = await hub.query(query, variables);
  return {
    data,
    codes: new Set(errors.map((error) => (error as { extensions?: { code?: string } }).extensions?.code)),
  };
};

const turned = (variables: Operation['variables']) =>
  Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [name, typeof value === 'boolean' ? !value : value]),
  );

describe('operations over the whole schema, made by chance,', () => {
  it('are answered without an internal error, and alike when other parts of them were left out between', async () => {
    for (const operation of operations) {
      const answer = await ask(operation);
      expect([...answer.codes], operation.query).not.toContain('INTERNAL_SERVER_ERROR');
      await ask({ ...operation, variables: turned(operation.variables) });
      expect(await ask(operation), operation.query).toEqual(answer);
    }
  });

  it('ask for every field of the query that does not tell of the history', () => {
    const asked = operations.map(({ query }) => query).join(' ');
    const fields = Object.keys(schema.getQueryType()?.getFields() ?? {});
    expect(fields.filter((name) => !asked.includes(` ${name}`))).toEqual([
      'changes',
      'revision',
      'revisions',
    ]);
  });
});
