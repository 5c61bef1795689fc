import { beforeAll, describe, expect, it } from 'vitest';
import { schema } from '../../../api/doors/graphql/schema.ts';
import { readSettings } from '../../../api/settings/settings.ts';
import { dearestQuery } from '../../support/dearest-query.ts';
import { openHub, type TestHub } from '../../support/hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await openHub();
  return () => hub.database.close();
});

const id = Buffer.from('Project:frelo-leihraeder').toString('base64');
/** What fields of the query have to be given. */
const given: Readonly<Record<string, string>> = {
  changes: 'sinceRevision: 0',
  contact: 'slug: "wfr-region-freiburg"',
  coverage: 'by: FIELD',
  event: 'slug: "zukunftswerkstatt-digitale-wege-2019"',
  field: 'slug: "digilab"',
  municipality: 'ags: "08311000"',
  node: `id: "${id}"`,
  nodes: `ids: ["${id}"]`,
  project: 'slug: "frelo-leihraeder"',
  search: 'text: "digital"',
  strategy: 'slug: "freiburg-digital-gestalten"',
  topic: 'slug: "breitband"',
};

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
