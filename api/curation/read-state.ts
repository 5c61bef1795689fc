import { thePublic } from '../catalogue/model/visibility.ts';
import { selectList } from '../catalogue/query/page.ts';
import type { Prisma } from '../database/generated/client.ts';
import { identifier } from '../database/sql.ts';
import type { CatalogueRecord } from './change.ts';
import { normalise, type Storage } from './storage.ts';

/** The records of those keys as they are stored, by key. */
export async function readState(
  transaction: Pick<Prisma.TransactionClient, '$queryRaw'>,
  storage: Storage,
  keys: readonly string[],
): Promise<Map<string, CatalogueRecord>> {
  const { entity, columns } = storage;
  const rows = await transaction.$queryRaw<CatalogueRecord[]>`
    SELECT ${selectList(columns, thePublic)} FROM ${identifier(entity.table.stored)} t WHERE t.${identifier(entity.key)} = ANY(${keys})`;
  return new Map(rows.map((row) => [String(row[entity.key]), normalise(storage, row)]));
}
