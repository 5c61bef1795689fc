import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { column } from '../catalogue/columns.ts';
import type { Column } from '../catalogue/entity.ts';
import { EngagementLevel } from '../database/generated/enums.ts';
import type { Problem } from './problem.ts';
import { CellError, readCell, type Value } from './read-cell.ts';
import { readTable, type Table } from './read-table.ts';
import { type Storage, storages } from './storage.ts';

/** A record and where each of its values stands. */
export type ReadRecord = {
  readonly file: string;
  readonly line: number;
  readonly values: Record<string, Value>;
  /** The cells as they stand in the file. */
  readonly cells: Readonly<Record<string, string>>;
};

/** A file whose rows become a list column of another entity's records. */
type JoinFile = {
  readonly file: string;
  readonly entity: string;
  readonly column: string;
  readonly columns: readonly [parent: Column, ...others: Column[]];
};

const key = (name: string, references: Column['references'] & string) =>
  column(name, 'key', '', { required: true, references });

export const joinFiles: readonly JoinFile[] = [
  {
    file: 'neighbours.csv',
    entity: 'municipalities',
    column: 'neighbours',
    columns: [key('ags', 'municipalities'), key('neighbour', 'municipalities')],
  },
  {
    file: 'engagements.csv',
    entity: 'contacts',
    column: 'engagements',
    columns: [
      key('contact', 'contacts'),
      key('field', 'fields'),
      column('level', 'text', '', { required: true, values: Object.values(EngagementLevel) }),
    ],
  },
  {
    file: 'event_outcomes.csv',
    entity: 'events',
    column: 'outcomes',
    columns: [key('event', 'events'), key('field', 'fields'), column('volunteers', 'boolean', '')],
  },
];

export type Folder = {
  /** By entity. */
  readonly records: ReadonlyMap<string, readonly ReadRecord[]>;
  /** Rows of the join files, for their references. */
  readonly joinRows: readonly { readonly joinFile: JoinFile; readonly record: ReadRecord }[];
};

/** Reads all files of a region's folder that are there; what is wrong is added to `problems`. */
export function readFolder(folder: string, problems: Problem[]): Folder {
  const records = new Map<string, ReadRecord[]>();
  for (const storage of storages) {
    const read = readEntity(folder, storage, problems);
    if (read) records.set(storage.entity.name, read);
  }
  const joinRows = joinFiles.flatMap((joinFile) => {
    const table = readFile(folder, joinFile.file, joinFile.columns, problems);
    return table ? readRows(table, joinFile.columns, problems).map((record) => ({ joinFile, record })) : [];
  });
  for (const joinFile of joinFiles)
    if (existsSync(join(folder, joinFile.file))) attach(joinFile, joinRows, records, problems);
  return { records, joinRows };
}

function readFile(
  folder: string,
  file: string,
  columns: readonly Column[],
  problems: Problem[],
): Table | null {
  const path = join(folder, file);
  if (!existsSync(path)) return null;
  const named = columns.filter((c) => !c.internal || c.type === 'date');
  return readTable(
    file,
    readFileSync(path),
    {
      required: named.filter((c) => c.required && c.type !== 'boolean').map((c) => c.name),
      known: named.map((c) => c.name),
    },
    problems,
  );
}

function readEntity(folder: string, storage: Storage, problems: Problem[]): ReadRecord[] | null {
  const { entity } = storage;
  const derived = entity.columns.filter((c) => c.derived).map((c) => ({ ...c, required: false }));
  const columns = storage.columns.filter(
    (c) => !joinFiles.some((f) => f.entity === entity.name && f.column === c.name),
  );
  const table = readFile(folder, `${entity.name}.csv`, [...columns, ...derived], problems);
  if (!table) return null;
  const records = readRows(table, columns, problems);
  const lineOf = new Map<Value, number>();
  for (const { file, line, values, cells } of records) {
    const recordKey = values[entity.key];
    if (recordKey === undefined || recordKey === null) continue;
    const first = lineOf.get(recordKey);
    if (first === undefined) lineOf.set(recordKey, line);
    else
      problems.push({
        file,
        line,
        column: entity.key,
        value: cells[entity.key] ?? '',
        message: `stands in line ${first} already; every key may stand once.`,
      });
  }
  return records;
}

function readRows(table: Table, columns: readonly Column[], problems: Problem[]): ReadRecord[] {
  return table.rows.map(({ line, cells }) => {
    const values: Record<string, Value> = {};
    for (const column of columns) {
      const cell = cells[column.name];
      if (cell === undefined) continue;
      try {
        values[column.name] = readCell(cell, column);
      } catch (error) {
        if (!(error instanceof CellError)) throw error;
        problems.push({ file: table.file, line, column: column.name, value: cell, message: error.message });
      }
    }
    return { file: table.file, line, values, cells };
  });
}

/** Gives the rows of a join file to the records they belong to, as `key` or `key:value`. */
function attach(
  joinFile: JoinFile,
  joinRows: Folder['joinRows'],
  records: ReadonlyMap<string, readonly ReadRecord[]>,
  problems: Problem[],
) {
  const [parent, ...others] = joinFile.columns;
  const lists = new Map<Value, Map<string, number>>();
  for (const { joinFile: of, record } of joinRows) {
    if (of !== joinFile) continue;
    const parentKey = record.values[parent.name] ?? null;
    const list = lists.get(parentKey) ?? new Map<string, number>();
    const [other] = others;
    const otherKey = other ? String(record.values[other.name]) : '';
    const first = [...list].find(([pair]) => pair.split(':')[0] === otherKey);
    if (first)
      problems.push({
        file: record.file,
        line: record.line,
        column: other?.name ?? '',
        value: otherKey,
        message: `stands in line ${first[1]} already for the same ${parent.name}.`,
      });
    list.set(others.map((c) => String(record.values[c.name] ?? '')).join(':'), record.line);
    lists.set(parentKey, list);
  }
  for (const record of records.get(joinFile.entity) ?? []) {
    const recordKey = record.values.slug ?? record.values.ags ?? null;
    record.values[joinFile.column] = [...(lists.get(recordKey)?.keys() ?? [])];
  }
}
