import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { catalogue } from '../../../api/catalogue/entities/catalogue.ts';
import type { EntityName } from '../../../api/catalogue/model/entity.ts';
import { visible } from '../../../api/catalogue/model/visibility.ts';
import { identifier, sql } from '../../../api/database/sql.ts';
import { Completer } from '../../../api/doors/graphql/complete/completer.ts';
import { schema } from '../../../api/doors/graphql/schema.ts';
import { openHub, type TestHub } from '../../support/hub.ts';
import { type Operation, randomOperations } from '../../support/random-operations.ts';

/** More of them look further; the seed is fixed, so that a failure comes again. */
const runs = Number(process.env.RANDOM_OPERATIONS ?? 150);

let hub: TestHub;
let operations: Operation[];
let ofLists: Operation[];
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
  const lists = Object.keys(catalogue);
  ofLists = fc.sample(randomOperations(schema, keys, lists), { numRuns: 3 * runs, seed: 12 });
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

/** The text of an answer; by the ordinary executor alone, where the completer is of no use. */
async function textOf(operation: Operation, completed: boolean): Promise<string> {
  const isOfUse = completed
    ? undefined
    : vi.spyOn(Completer.prototype, 'isOfUse', 'get').mockReturnValue(false);
  const response = await hub.app.request('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(operation),
  });
  isOfUse?.mockRestore();
  return response.text();
}

describe('operations over the whole schema, made by chance,', () => {
  it('are answered without an internal error, and alike when other parts of them were left out between', async () => {
    for (const operation of operations) {
      const answer = await ask(operation);
      expect([...answer.codes], operation.query).not.toContain('INTERNAL_SERVER_ERROR');
      await ask({ ...operation, variables: turned(operation.variables) });
      expect(await ask(operation), operation.query).toEqual(answer);
    }
  });

  it('are answered by the completer as by the ordinary executor, to the byte', async () => {
    const answer = vi.spyOn(Completer.prototype, 'answer');
    for (const operation of [...ofLists, ...operations]) {
      const ordinary = await textOf(operation, false);
      const completed = await textOf(operation, true);
      if (!ordinary.startsWith('{"errors"')) expect(completed, operation.query).toBe(ordinary);
    }
    const given = await Promise.allSettled(answer.mock.results.map(({ value }) => value));
    answer.mockRestore();
    expect(given.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(runs / 2);
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
