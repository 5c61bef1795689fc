import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Column, EntityName } from '../catalogue/model/entity.ts';
import { type Storage, storages, type Value } from '../curation/storage.ts';
import type { FoundFiles } from './find-files.ts';
import { checkPairs, type JoinFile, joinFiles, type PartFile, partFiles } from './join-files.ts';
import type { Problem } from './problem.ts';
import { CellError, readCell } from './read-cell.ts';
import { readTable, type Table, tableOf } from './read-table.ts';
import { readWorkbook } from './read-workbook.ts';

/** A record and where each of its values stands. */
export type ReadRecord = {
  readonly file: string;
  readonly line: number;
  /** Without those that could not be read. */
  readonly values: Readonly<Record<string, Value>>;
  /** The cells as they stand in the file. */
  readonly cells: Readonly<Record<string, string>>;
};

export type JoinRow = { readonly joinFile: JoinFile; readonly record: ReadRecord };
export type PartRow = { readonly partFile: PartFile; readonly record: ReadRecord };

export type Folder = {
  readonly records: ReadonlyMap<EntityName, readonly ReadRecord[]>;
  /** Entities of which a row was lost to a mistake in the file: what its key was is not known. */
  readonly incomplete: ReadonlySet<EntityName>;
  readonly partRows: readonly PartRow[];
  /** The join files that are there, and their rows. */
  readonly joined: readonly JoinFile[];
  readonly joinRows: readonly JoinRow[];
};

/** Reads files of the catalogue; what is wrong is added to `problems`. */
export async function readFiles(files: FoundFiles, problems: Problem[]): Promise<Folder> {
  const records = new Map<EntityName, ReadRecord[]>();
  const incomplete = new Set<EntityName>();
  for (const storage of storages) {
    const { entity } = storage;
    const columns = importedColumns(storage);
    const derived = entity.columns.filter((column) => column.derived).map(({ name }) => name);
    const table = await readFile(
      files.get(entity.name),
      { columns, derived, together: storage.together },
      problems,
    );
    if (!table) continue;
    const read = readRows(table, columns, problems);
    problems.push(...checkKeys(entity.key, read));
    records.set(entity.name, read);
    if (!table.complete || !table.columns.includes(entity.key)) incomplete.add(entity.name);
  }
  const partRows: PartRow[] = [];
  for (const partFile of partFiles) {
    const { columns, entity } = partFile;
    const table = await readFile(files.get(partFile.file.replace('.csv', '')), { columns }, problems);
    if (!table) continue;
    const own = records.get(entity)?.[0];
    for (const { name } of columns.slice(1).filter(({ name }) => own && name in own.cells))
      problems.push({
        file: table.file,
        line: 1,
        column: name,
        value: name,
        message: `is a column of ${own?.file} as well; one of the two may bring it.`,
      });
    const read = readRows(table, columns, problems);
    problems.push(...checkKeys(columns[0].name, read));
    partRows.push(...read.map((record) => ({ partFile, record })));
  }
  const joined = joinFiles.filter(({ file }) => files.has(file.replace('.csv', '')));
  const joinRows: JoinRow[] = [];
  for (const joinFile of joined) {
    const table = await readFile(files.get(joinFile.file.replace('.csv', '')), joinFile, problems);
    const rows = table ? readRows(table, joinFile.columns, problems) : [];
    problems.push(...checkPairs(joinFile, rows));
    joinRows.push(...rows.map((record) => ({ joinFile, record })));
  }
  return { records, incomplete, partRows, joined, joinRows };
}

/** The columns of an entity's own file. */
export const importedColumns = ({ entity, columns }: Storage): readonly Column[] =>
  columns.filter(
    ({ name }) => !joinFiles.some((file) => file.entity === entity.name && file.column === name),
  );

type Expected = {
  readonly columns: readonly Column[];
  /** Columns that exports have and an import ignores. */
  readonly derived?: readonly string[];
  readonly together?: Storage['together'] | undefined;
};

async function readFile(
  path: string | undefined,
  { columns, derived = [], together = [] }: Expected,
  problems: Problem[],
): Promise<Table | null> {
  if (path === undefined) return null;
  const file = basename(path);
  const required = columns.filter((column) => column.required).map(({ name }) => name);
  const known = [...columns.map(({ name }) => name), ...derived];
  const expected = { required, known, together };
  const bytes = readFileSync(path);
  if (!/\.xlsx$/i.test(file)) return readTable(file, bytes, expected, problems);
  return tableOf(file, await readWorkbook(file, bytes, problems), expected, problems);
}

function readRows(table: Table, columns: readonly Column[], problems: Problem[]): ReadRecord[] {
  return table.rows.map(({ line, cells }) => {
    const values: Record<string, Value> = {};
    for (const column of columns) {
      const cell = cells[column.name];
      if (cell === undefined) continue;
      try {
        values[column.name] = readCell(cell, column, table.german);
      } catch (error) {
        if (!(error instanceof CellError)) throw error;
        problems.push({ file: table.file, line, column: column.name, value: cell, message: error.message });
      }
    }
    return { file: table.file, line, values, cells };
  });
}

function checkKeys(column: string, records: readonly ReadRecord[]): Problem[] {
  const lineOf = new Map<Value, number>();
  return records.flatMap(({ file, line, values, cells }): Problem[] => {
    const recordKey = values[column];
    if (recordKey === undefined) return [];
    const first = lineOf.get(recordKey);
    lineOf.set(recordKey, first ?? line);
    if (first === undefined) return [];
    const message = `stands in line ${first} already; every key may stand once.`;
    return [{ file, line, column, value: cells[column] ?? '', message }];
  });
}
