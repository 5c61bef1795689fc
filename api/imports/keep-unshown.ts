import type { Column } from '../catalogue/model/entity.ts';
import { sqlFor, thePublic } from '../catalogue/model/visibility.ts';
import { type CatalogueRecord, type Storage, storages } from '../curation/storage.ts';
import type { PrismaClient } from '../database/generated/client.ts';
import { identifier } from '../database/sql.ts';
import { guard } from './formula-guard.ts';

/** Keys are asked for in portions of this many. */
const portion = 1000;

/**
 * What an export shows otherwise than it is stored is no wish to change it, given back as it was shown: those cells
 * are taken out of the records. A contact that is not public is an empty cell; and a table for a German Excel, saved
 * as another kind of file, keeps the apostrophes that nobody has typed.
 */
export async function keepUnshown(
  prisma: PrismaClient,
  records: ReadonlyMap<string, readonly CatalogueRecord[]>,
): Promise<Map<string, readonly CatalogueRecord[]>> {
  const kept = new Map<string, readonly CatalogueRecord[]>();
  for (const storage of storages) {
    const given = records.get(storage.entity.name);
    if (given) kept.set(storage.entity.name, await withoutUnshown(prisma, storage, given));
  }
  return kept;
}

async function withoutUnshown(
  prisma: PrismaClient,
  storage: Storage,
  records: readonly CatalogueRecord[],
): Promise<readonly CatalogueRecord[]> {
  const { key } = storage.entity;
  let left = records;
  for (const column of storage.columns) {
    const suspects = records.filter((record) => isSuspect(column, record[column.name]));
    const unshown = new Set<unknown>();
    for (let start = 0; start < suspects.length; start += portion) {
      const some = suspects.slice(start, start + portion);
      for (const one of await findUnshown(prisma, storage, column, some)) unshown.add(one);
    }
    if (unshown.size > 0)
      left = left.map((record) => (unshown.has(record[key]) ? without(record, column.name) : record));
  }
  return left;
}

const isSuspect = ({ type, references }: Column, value: unknown) =>
  references === 'contacts'
    ? value === null
    : type === 'text' && typeof value === 'string' && value[0] === "'";

/** The keys of those records whose cell is what an export makes of the value that is stored. */
async function findUnshown(
  prisma: PrismaClient,
  { entity }: Storage,
  column: Column,
  records: readonly CatalogueRecord[],
): Promise<unknown[]> {
  const given = new Map(records.map((record) => [record[entity.key], record[column.name]]));
  const shown = entity.columns.find((one) => one.name === column.name)?.sql ?? column.sql;
  const stored = await prisma.$queryRaw<{ key: string; stored: unknown; shown: unknown }[]>`
    SELECT t.${identifier(entity.key)} AS key, ${sqlFor(column.sql, thePublic)} AS stored,
      ${sqlFor(shown, thePublic)} AS shown FROM ${identifier(entity.table.stored)} t
    WHERE t.${identifier(entity.key)} = ANY(${[...given.keys()]})`;
  return stored.flatMap((row) => {
    const hides = row.stored !== null && row.shown === null && given.get(row.key) === null;
    const guards = typeof row.stored === 'string' && given.get(row.key) === guard(row.stored);
    return hides || guards ? [row.key] : [];
  });
}

const without = (record: CatalogueRecord, column: string): CatalogueRecord =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== column));
