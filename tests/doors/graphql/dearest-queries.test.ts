import { beforeAll, describe, expect, it } from 'vitest';
import { schema } from '../../../api/doors/graphql/schema.ts';
import { readSettings } from '../../../api/settings/settings.ts';
import { argumentsFrom, dearestQuery, firstRecords } from '../../support/dearest-query.ts';
import { openHub, type TestHub } from '../../support/hub.ts';

let hub: TestHub;
let given: Readonly<Record<string, string>>;
beforeAll(async () => {
  hub = await openHub();
  given = argumentsFrom((await hub.query(firstRecords)).data as never);
  return () => hub.database.close();
});

describe('the dearest query that the limits allow', () => {
  it.each(Object.keys(schema.getQueryType()!.getFields()))(
    'below %s comes near to their cost, and takes two dozen SQL statements at most',
    async (name) => {
      const { query, cost } = dearestQuery(schema, name, given[name] ?? '', readSettings({}));
      let errors: unknown;
      const statements = await hub.countStatements(async () => {
        errors = (await hub.query(query)).errors;
      });
      expect(errors).toBeUndefined();
      expect(cost).toBeGreaterThan(50_000);
      expect(statements).toBeLessThanOrEqual(24);
    },
  );
});
