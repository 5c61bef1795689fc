import { known } from '../../map-widget/model/known.ts';
import type { Column } from '../catalogue/model/entity.ts';
import { fold } from '../catalogue/model/fold.ts';
import { searchedColumns } from '../catalogue/model/text-match.ts';
import type { Prisma } from '../database/generated/client.ts';
import { commaJoin, identifier, raw, type Sql, sql } from '../database/sql.ts';
import type { CatalogueRecord, Difference } from './change.ts';
import { portionsOf } from './portions.ts';
import { type Join, type Storage, sortValues, storages } from './storage.ts';

type Transaction = Prisma.TransactionClient;

const sqlTypes: Readonly<Record<Column['type'], string>> = {
  key: 'text',
  text: 'text',
  integer: 'integer',
  number: 'double precision',
  boolean: 'boolean',
  date: 'text',
  url: 'text',
  email: 'text',
  phone: 'text',
  timestamp: 'timestamptz',
};

/** Columns whose SQL type is an enum, by table. */
const enumTypes: Readonly<Record<string, string>> = {
  'municipality.kind': 'municipality_kind',
  'municipality.office_confidence': 'office_confidence',
  'project.status': 'project_status',
  'strategy.status': 'strategy_status',
  'event.participants_precision': 'count_precision',
};

const rowset = (rows: readonly object[], types: Readonly<Record<string, string>>): Sql =>
  sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(${commaJoin(
    Object.entries(types).map(([column, type]) => sql`${identifier(column)} ${raw(type)}`),
  )})`;

/** Rows go into a table as one JSON parameter. */
export const insertRows = (
  transaction: Transaction,
  table: string,
  types: Readonly<Record<string, string>>,
  rows: readonly object[],
) => {
  const columns = commaJoin(Object.keys(types).map(identifier));
  return transaction.$executeRaw`
    INSERT INTO ${identifier(table)} (${columns}) SELECT ${columns} FROM ${rowset(rows, types)}`;
};

type Revision = { readonly number: number; readonly createdAt: Date };

/** Brings the catalogue to what the differences say: first what stays, then what goes, each behind what it refers to. */
export async function writeDifferences(
  transaction: Transaction,
  differences: readonly Difference[],
  revision: Revision,
) {
  for (const storage of storages) {
    const staying = differences.flatMap(({ entity, after }) =>
      after && entity === storage.entity.name ? [after] : [],
    );
    await writeRecords(transaction, storage, parentsFirst(staying), revision);
  }
  for (const { entity } of [...storages].reverse()) {
    const going = differences.filter((one) => one.action === 'REMOVED' && one.entity === entity.name);
    for (const some of portionsOf(going)) {
      const keys = some.map(({ key }) => key);
      await transaction.$executeRaw`DELETE FROM ${identifier(entity.table.stored)} WHERE ${identifier(entity.key)} = ANY(${keys})`;
    }
  }
}

/** A Landkreis before its municipalities, also where they are written in several portions. */
const parentsFirst = (records: readonly CatalogueRecord[]) => [
  ...records.filter(({ kind }) => kind === 'LANDKREIS'),
  ...records.filter(({ kind }) => kind !== 'LANDKREIS'),
];

/** Writes records with their joins and search entries; those that exist are replaced. */
async function writeRecords(
  transaction: Transaction,
  storage: Storage,
  records: readonly CatalogueRecord[],
  revision: Revision,
) {
  for (const some of portionsOf(records)) await writeRows(transaction, storage, some, revision);
  // Records of one portion may refer to those of another: a neighbour is a municipality as well.
  for (const some of portionsOf(records)) {
    for (const join of storage.joins) await writeJoin(transaction, storage, join, some);
    await writeSearchEntries(transaction, storage, some);
  }
}

async function writeRows(
  transaction: Transaction,
  storage: Storage,
  records: readonly CatalogueRecord[],
  { number, createdAt }: Revision,
) {
  const { entity, sortColumn } = storage;
  const types: Record<string, string> = {};
  for (const column of storage.columns)
    if (!column.list)
      types[column.name] = enumTypes[`${entity.table.stored}.${column.name}`] ?? sqlTypes[column.type];
  if (sortColumn) types[sortColumn.to] = 'text';
  types.changed_revision = 'integer';
  types.changed_at = 'timestamptz';

  const columns = Object.keys(types);
  const rows = records.map((record) => ({
    ...record,
    ...sortValues(storage, record),
    changed_revision: number,
    changed_at: createdAt.toISOString(),
  }));
  await transaction.$executeRaw`
    INSERT INTO ${identifier(entity.table.stored)} (${commaJoin(columns.map(identifier))})
    SELECT ${commaJoin(columns.map(identifier))} FROM ${rowset(rows, types)}
    ON CONFLICT (${identifier(entity.key)}) DO UPDATE SET ${commaJoin(
      columns.map((column) => sql`${identifier(column)} = EXCLUDED.${identifier(column)}`),
    )}`;
}

async function writeJoin(
  transaction: Transaction,
  { entity }: Storage,
  { table, parent, columns, rows }: Join,
  records: readonly CatalogueRecord[],
) {
  const keys = records.map((record) => record[entity.key]);
  await transaction.$executeRaw`DELETE FROM ${identifier(table)} WHERE ${identifier(parent)} = ANY(${keys})`;
  const all = records.flatMap((record) =>
    rows(record).map((row) => ({ ...row, [parent]: record[entity.key] })),
  );
  const types = { [parent]: 'text', ...columns };
  if (all.length > 0) await insertRows(transaction, table, types, all);
}

async function writeSearchEntries(
  transaction: Transaction,
  { entity }: Storage,
  records: readonly CatalogueRecord[],
) {
  const texts = searchedColumns(entity);
  const named = known(texts[0], `name of ${entity.name}`);
  const rows = records.map((record) => {
    const title = record[named.name];
    return {
      entity: entity.name,
      key: record[entity.key],
      title,
      name: fold(String(title)),
      folded: fold(
        [record[entity.key], ...texts.map((column) => record[column.name])]
          .filter((text) => text !== null)
          .join(' '),
      ),
    };
  });
  await transaction.$executeRaw`
    INSERT INTO search_entry (entity, key, title, name, folded, words)
    SELECT entity, key, title, name, folded,
      setweight(to_tsvector('german', name), 'A') || to_tsvector('german', folded)
    FROM ${rowset(rows, { entity: 'text', key: 'text', title: 'text', name: 'text', folded: 'text' })}
    ON CONFLICT (entity, key) DO UPDATE
    SET title = EXCLUDED.title, name = EXCLUDED.name, folded = EXCLUDED.folded, words = EXCLUDED.words`;
}
