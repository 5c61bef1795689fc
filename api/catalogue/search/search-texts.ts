import type { Database } from '../../database/open-database.ts';
import { commaJoin, name, sql, unionAll } from '../../database/sql.ts';
import { catalogue } from '../entities/catalogue.ts';
import type { EntityName } from '../model/entity.ts';
import { searchedColumns } from '../model/text-match.ts';

export type RecordKey = { readonly entity: EntityName; readonly key: string };

/** A record by its entity and key, as they stand in its address. */
export const pathOf = ({ entity, key }: RecordKey) => `${entity}/${key}`;

/**
 * The texts that are searched of some records, as people read them: first the name, then all others that there are.
 * One statement, by their paths.
 */
export async function readSearchTexts(
  database: Database,
  records: readonly RecordKey[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (records.length === 0) return new Map();
  const parts = [...new Set(records.map(({ entity }) => entity))].map((entity) => {
    const { table, key } = catalogue[entity];
    const keys = records.filter((record) => record.entity === entity).map((record) => record.key);
    const texts = commaJoin(searchedColumns(catalogue[entity]).map((column) => column.sql));
    return sql`SELECT ${`${entity}/`} || t.${name(key)} AS record, array_remove(ARRAY[${texts}], NULL) AS texts
      FROM ${name(table)} t WHERE t.${name(key)} = ANY(${keys})`;
  });
  const rows = await database.rows<{ record: string; texts: string[] }>(unionAll(parts));
  return new Map(rows.map(({ record, texts }) => [record, texts]));
}
