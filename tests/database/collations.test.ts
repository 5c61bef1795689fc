import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../api/database/open-database.ts';
import { sql } from '../../api/database/sql.ts';
import { openEmptyDatabase } from '../support/hub.ts';

let database: Database;
beforeAll(async () => {
  database = await openEmptyDatabase();
});
afterAll(() => database.close());

/** Columns of text that are a key, lead to one, are sorted by, or stand in an index that has an order. */
const ordered = sql`
  WITH used AS (
    SELECT conrelid AS table, unnest(conkey) AS place FROM pg_constraint WHERE contype IN ('p', 'f', 'u')
    UNION
    SELECT i.indrelid, unnest(i.indkey::int2[]) FROM pg_index i
    JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am m ON m.oid = c.relam WHERE m.amname = 'btree'
  )
  SELECT t.relname || '.' || a.attname AS column, l.collname AS collation
  FROM pg_attribute a JOIN pg_class t ON t.oid = a.attrelid JOIN pg_collation l ON l.oid = a.attcollation
  WHERE t.relnamespace = 'public'::regnamespace AND t.relkind = 'r' AND t.relname <> '_prisma_migrations' AND a.attnum > 0
    AND ((a.attrelid, a.attnum) IN (SELECT used.table, used.place FROM used) OR a.attname LIKE '%\\_sort')
  ORDER BY 1`;

describe('every key and every column that is sorted by', () => {
  it('has the collation "C", so that all databases order alike', async () => {
    const columns = await database.rows<{ column: string; collation: string }>(ordered);
    expect(columns.map(({ column }) => column)).toEqual(
      expect.arrayContaining([
        'municipality.ags',
        'project.title_sort',
        'participation.project',
        'project.contact',
      ]),
    );
    expect(columns.filter(({ collation }) => collation !== 'C')).toEqual([]);
  });
});
