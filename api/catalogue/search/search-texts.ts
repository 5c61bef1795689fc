import { commaJoin, identifier, sql, unionAll } from '../../database/sql.ts';
import { catalogue } from '../entities/catalogue.ts';
import type { EntityName } from '../model/entity.ts';
import { searchedColumns } from '../model/text-match.ts';
import { type Reader, sqlFor, visible } from '../model/visibility.ts';

export type RecordKey = { readonly entity: EntityName; readonly key: string };

/** A record by its entity and key, as they stand in its address. */
export const pathOf = ({ entity, key }: RecordKey) => `${entity}/${key}`;

/**
 * The texts that are searched of some records, as people read them: first the name, then all others that there are.
 * One statement, by their paths.
 */
export async function readSearchTexts(
  { database, viewer }: Reader,
  records: readonly RecordKey[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (records.length === 0) return new Map();
  const parts = [...new Set(records.map(({ entity }) => entity))].map((entity) => {
    const { table, key } = catalogue[entity];
    const keys = records.filter((record) => record.entity === entity).map((record) => record.key);
    const texts = commaJoin(searchedColumns(catalogue[entity]).map((column) => sqlFor(column.sql, viewer)));
    return sql`SELECT ${`${entity}/`} || t.${identifier(key)} AS record, array_remove(ARRAY[${texts}], NULL) AS texts
      FROM ${visible(table, viewer)} t WHERE t.${identifier(key)} = ANY(${keys})`;
  });
  const rows = await database.rows<{ record: string; texts: string[] }>(unionAll(parts));
  return new Map(rows.map(({ record, texts }) => [record, texts]));
}
