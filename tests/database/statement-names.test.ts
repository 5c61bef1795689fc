import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../api/database/sql.ts';
import { statementNames } from '../../api/database/statement-names.ts';
import { referenceQuery } from '../bench/reference-query.ts';
import { openHub, type TestHub } from '../support/hub.ts';

describe('the names of statements', () => {
  it('are given from the second time on, and stay', () => {
    const named = statementNames();
    expect([named('a'), named('b'), named('b'), named('a'), named('b')]).toEqual([
      {},
      {},
      { name: 'hub_0' },
      { name: 'hub_1' },
      { name: 'hub_0' },
    ]);
  });

  it('are taken from those asked least of late, and never given twice', () => {
    const named = statementNames(2);
    for (const text of ['a', 'a', 'b', 'b', 'a', 'c']) named(text);
    expect(named('a')).toEqual({ name: 'hub_0' });
    expect([named('b'), named('b')]).toEqual([{}, { name: 'hub_2' }]);
  });
});

describe('a database', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await openHub();
    return () => hub.database.close();
  });

  /** What its connections have prepared: all are asked at once. */
  async function prepared(): Promise<string[]> {
    const ask = () =>
      hub.database.rows<{ statement: string }>(
        sql`SELECT statement FROM pg_prepared_statements, pg_sleep(0.2) WHERE name LIKE 'hub_%'`,
        'once',
      );
    const rows = await Promise.all(Array.from({ length: 10 }, ask));
    return [...new Set(rows.flat().map(({ statement }) => statement))];
  }

  it('keeps the plans of the lists that are asked repeatedly', async () => {
    await hub.query(referenceQuery);
    expect(await prepared()).toEqual([]);
    let statements = 0;
    for (let i = 0; i < 3; i++) statements = await hub.countStatements(() => hub.query(referenceQuery));
    expect(await prepared()).toHaveLength(statements);
  });

  it('keeps no plan of a search for words, however often it is asked', async () => {
    const before = (await prepared()).length;
    for (let i = 0; i < 3; i++) await hub.page('/search?q=breitband');
    const kept = (await prepared()).filter((statement) => statement.includes('tsquery'));
    expect([kept, (await prepared()).length > before]).toEqual([[], true]);
  });

  it('keeps no plan of a file, however often it is read', async () => {
    const before = (await prepared()).length;
    for (let i = 0; i < 3; i++) await hub.text('/data/projects.csv?text=breitband&columns=slug');
    expect(await prepared()).toHaveLength(before);
  });
});
