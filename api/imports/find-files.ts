import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { storages } from '../curation/storage.ts';
import { joinFiles, partFiles, tableName } from './join-files.ts';
import type { ImportMistakes } from './problem.ts';

/** Paths of the files of the catalogue, by the name of their table. */
export type FoundFiles = ReadonlyMap<string, string>;

const tables = [...storages.map(({ entity }) => entity.name), ...[...partFiles, ...joinFiles].map(tableName)];

/** `projects.csv`, and as browsers save a download: `projects-2026-11-24.xlsx`, `projects (1).csv`. */
const tableOf = (path: string) =>
  /\.(csv|xlsx)$/i.test(path)
    ? tables.find((table) => new RegExp(`^${table}([ ._(-].*)?\\.(csv|xlsx)$`, 'i').test(basename(path)))
    : undefined;

/**
 * Finds the files of the catalogue among files and in folders. In a folder what is none of them is left alone;
 * a file that was named and is none is a problem.
 */
export function findFiles(paths: readonly string[], mistakes: ImportMistakes): FoundFiles {
  const found = new Map<string, string>();
  const complain = (file: string, message: string) =>
    mistakes.tell({ file, line: 0, column: '', value: '', message });
  for (const path of paths) {
    const isFolder = statSync(path).isDirectory();
    const files = isFolder ? readdirSync(path).map((file) => join(path, file)) : [path];
    for (const file of files.sort()) {
      const table = tableOf(file);
      const other = table && found.get(table);
      if (!table && !isFolder)
        complain(
          basename(file),
          `is no file of the catalogue; its name begins with one of ${tables.join(', ')} and ends with .csv or .xlsx.`,
        );
      else if (other) complain(basename(file), `stands beside ${basename(other)}; one file for each table.`);
      else if (table) found.set(table, file);
    }
    if (isFolder && found.size === 0) complain(path, 'holds no file of the catalogue.');
  }
  return found;
}
