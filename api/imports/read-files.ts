import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Column, EntityName } from '../catalogue/model/entity.ts';
import type { Change, Value } from '../curation/change.ts';
import { cleanText } from '../curation/clean-text.ts';
import { type Storage, storageOf, storages } from '../curation/storage.ts';
import type { FoundFiles } from './find-files.ts';
import { type JoinFile, joinFiles, partFiles, tableName } from './join-files.ts';
import { type Cell, CellError } from './lines.ts';
import type { ImportMistakes } from './problem.ts';
import { readCell } from './read-cell.ts';
import { readCsv } from './read-csv.ts';
import { headOf, readTable, type Table, type TableColumns, type TableHead } from './read-table.ts';
import { readWorkbook } from './read-workbook.ts';

/** The changes that a file of records asks for, and where each of them stands. */
export type ReadFile = {
  readonly storage: Storage;
  /** It brings some columns of records that have a file of their own. */
  readonly isPart: boolean;
  readonly table: TableHead;
  readonly changes: readonly Change[];
  readonly lineOf: ReadonlyMap<string, number>;
};

/** A row of a join file, with the keys it is about. */
export type JoinRow = {
  readonly line: number;
  readonly parent: string;
  readonly other: string;
  /** As the list of the parent has it: `key` or `key:value`. */
  readonly entry: string;
};

export type ReadJoin = {
  readonly joinFile: JoinFile;
  readonly table: TableHead;
  readonly rows: readonly JoinRow[];
};

export type ReadFiles = { readonly files: readonly ReadFile[]; readonly joins: readonly ReadJoin[] };

/** Reads files of the catalogue; what cannot be read is told. */
export async function readFiles(found: FoundFiles, mistakes: ImportMistakes): Promise<ReadFiles> {
  const files: ReadFile[] = [];
  for (const storage of storages) {
    const { entity } = storage;
    const columns = importedColumns(storage);
    const derived = entity.columns.filter((column) => column.derived).map(({ name }) => name);
    const known = [...columns.map(({ name }) => name), ...derived];
    const table = await openTable(found.get(entity.name), { needed: [entity.key], known }, mistakes);
    if (table) files.push({ storage, isPart: false, ...readRows(table, storage, columns, mistakes) });
  }
  for (const partFile of partFiles) {
    const { entity, columns } = partFile;
    const storage = storageOf(entity);
    const known = columns.map(({ name }) => name);
    const table = await openTable(
      found.get(tableName(partFile)),
      { needed: [storage.entity.key], known },
      mistakes,
    );
    if (!table) continue;
    const own = files.find((file) => file.storage === storage)?.table;
    for (const column of table.columns)
      if (column !== storage.entity.key && own?.columns.includes(column))
        mistakes.tell({
          file: table.file,
          line: table.header,
          column,
          value: column,
          message: `is a column of ${own.file} as well; one of the two may bring it.`,
        });
    files.push({ storage, isPart: true, ...readRows(table, storage, columns, mistakes) });
  }
  const joins: ReadJoin[] = [];
  for (const joinFile of joinFiles) {
    const names = joinFile.columns.map(({ name }) => name);
    const needed = joinFile.columns.filter(({ required }) => required).map(({ name }) => name);
    const table = await openTable(found.get(tableName(joinFile)), { needed, known: names }, mistakes);
    if (table) joins.push({ joinFile, ...readJoinRows(table, joinFile, mistakes) });
  }
  return { files, joins };
}

/** The columns of an entity's own file. */
const importedColumns = ({ entity, columns }: Storage): readonly Column[] =>
  columns.filter(
    ({ name }) => !joinFiles.some((file) => file.entity === entity.name && file.column === name),
  );

async function openTable(
  path: string | undefined,
  columns: TableColumns,
  mistakes: ImportMistakes,
): Promise<Table | null> {
  if (path === undefined) return null;
  const file = basename(path);
  const bytes = readFileSync(path);
  // Most of its cells name columns: a line that explains one column is no header.
  const isHeader = (row: readonly Cell[]) => {
    const names = row
      .map((cell) => cleanText(typeof cell === 'object' ? cell.text : cell).toLowerCase())
      .filter((name) => name !== '');
    const known = names.filter((name) => columns.known.includes(name) || columns.needed.includes(name));
    return columns.needed.every((name) => names.includes(name)) && known.length * 2 > names.length;
  };
  const lines = /\.xlsx$/i.test(file)
    ? await readWorkbook(file, bytes, isHeader, mistakes)
    : readCsv(file, bytes, mistakes);
  return readTable(file, lines, columns, mistakes);
}

/** The value of each cell that can be read, by column. */
function* readValues(
  table: Table,
  columns: readonly Column[],
  mistakes: ImportMistakes,
): Generator<{ line: number; values: Record<string, Value> }> {
  for (const { line, cells } of table.rows) {
    const values: Record<string, Value> = {};
    for (const column of columns) {
      const cell = cells.get(column.name);
      if (cell === undefined) continue;
      try {
        values[column.name] = readCell(cell, column, table.german);
      } catch (error) {
        if (!(error instanceof CellError)) throw error;
        const value = typeof cell === 'object' ? cell.text : cell;
        mistakes.tell({ file: table.file, line, column: column.name, value, message: error.message });
      }
    }
    yield { line, values };
  }
}

function readRows(
  table: Table,
  { entity }: Storage,
  columns: readonly Column[],
  mistakes: ImportMistakes,
): Pick<ReadFile, 'table' | 'changes' | 'lineOf'> {
  const changes: Change[] = [];
  const lineOf = new Map<string, number>();
  for (const { line, values } of readValues(table, columns, mistakes)) {
    const { [entity.key]: key, ...set } = values;
    const tell = (value: string, message: string, kind?: string) =>
      mistakes.tell({ file: table.file, line, column: entity.key, value, message }, kind);
    const first = typeof key === 'string' ? lineOf.get(key) : undefined;
    if (key === null) tell('', 'is empty; a value is needed here.');
    else if (first !== undefined)
      tell(String(key), `stands in line ${first} already; every key may stand once.`, 'twice');
    else if (typeof key === 'string') {
      lineOf.set(key, line);
      changes.push({ entity: entity.name, key, set });
    }
  }
  return { table: headOf(table), changes, lineOf };
}

function readJoinRows(
  table: Table,
  { columns }: JoinFile,
  mistakes: ImportMistakes,
): Pick<ReadJoin, 'table' | 'rows'> {
  const [parent, other, ...details] = columns;
  const lineOf = new Map<string, number>();
  const rows: JoinRow[] = [];
  for (const { line, values } of readValues(table, columns, mistakes)) {
    const tell = (column: string, value: string, message: string, kind?: string) =>
      mistakes.tell({ file: table.file, line, column, value, message }, kind);
    for (const { name } of [parent, other])
      if (values[name] === null) tell(name, '', 'is empty; a value is needed here.');
    const [parentKey, otherKey] = [values[parent.name], values[other.name]];
    if (typeof parentKey !== 'string' || typeof otherKey !== 'string') continue;
    const pair = `${parentKey} ${otherKey}`;
    const first = lineOf.get(pair);
    if (first !== undefined) {
      tell(other.name, otherKey, `stands in line ${first} already for the same ${parent.name}.`, 'twice');
      continue;
    }
    lineOf.set(pair, line);
    const entry = [otherKey, ...details.map(({ name }) => String(values[name] ?? ''))].join(':');
    rows.push({ line, parent: parentKey, other: otherKey, entry });
  }
  return { table: headOf(table), rows };
}

/** Entities of which a row was lost to a mistake in the file: what its key was is not known. */
export const incompleteOf = ({ files }: ReadFiles): Set<EntityName> =>
  new Set(
    files
      .filter(({ isPart }) => !isPart)
      .filter(({ table, storage }) => !table.complete || !table.columns.includes(storage.entity.key))
      .map(({ storage }) => storage.entity.name),
  );
