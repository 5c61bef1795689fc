import { catalogue } from '../catalogue/catalogue.ts';
import type { Column, EntityName } from '../catalogue/entity.ts';
import type { PrismaClient } from '../database/generated/client.ts';
import { name } from '../database/sql.ts';
import type { Problem } from './problem.ts';
import { type Folder, joinFiles, type ReadRecord } from './read-folder.ts';
import { storages } from './storage.ts';

/** What one cell cannot tell: keys that lead nowhere, and values that contradict each other. */
export async function checkReferences(prisma: PrismaClient, folder: Folder, problems: Problem[]) {
  const known = new Map<EntityName, Set<string>>();
  for (const { entity } of storages) {
    const stored = await prisma.$queryRaw<{ key: string }[]>`
      SELECT t.${name(entity.key)} AS key FROM ${name(entity.table)} t`;
    const given = (folder.records.get(entity.name) ?? []).map((record) => String(record.values[entity.key]));
    known.set(entity.name, new Set([...stored.map((row) => row.key), ...given]));
  }

  const check = (record: ReadRecord, columns: readonly Column[]) => {
    for (const { name: column, references } of columns) {
      if (!references || references === undefined) continue;
      for (const value of [record.values[column] ?? []].flat() as string[])
        if (!known.get(references)?.has(value))
          problems.push({
            file: record.file,
            line: record.line,
            column,
            value,
            message: `is not known: there is no such ${catalogue[references].singular} in the import or the catalogue.`,
          });
    }
  };
  for (const storage of storages) {
    const fromFiles = joinFiles
      .filter((file) => file.entity === storage.entity.name)
      .map((file) => file.column);
    const columns = storage.columns.filter((column) => !fromFiles.includes(column.name));
    for (const record of folder.records.get(storage.entity.name) ?? []) {
      check(record, columns);
      checkTogether(record, problems);
    }
  }
  for (const { joinFile, record } of folder.joinRows) check(record, joinFile.columns);
  checkNeighbours(folder, problems);
}

function checkTogether({ file, line, values, cells }: ReadRecord, problems: Problem[]) {
  const complain = (column: string, message: string) =>
    problems.push({ file, line, column, value: cells[column] ?? '', message });
  const { period_start: start, period_end: end, lead, municipalities } = values;
  if (typeof start === 'string' && typeof end === 'string') {
    // Compared as precisely as both are: 2016-07 may end in 2016.
    const precision = Math.min(start.length, end.length);
    if (end.slice(0, precision) < start.slice(0, precision))
      complain('period_end', `is before period_start (${start}).`);
  }
  const stranger = ((lead ?? []) as string[]).find(
    (ags) => !((municipalities ?? []) as string[]).includes(ags),
  );
  if (stranger) complain('lead', `names ${stranger}, which is not among municipalities.`);
  if ('owners' in values && (values.owners as string[]).length === 0)
    complain('owners', 'is empty; a strategy belongs to at least one municipality.');
}

/** A border has two sides. */
function checkNeighbours({ joinRows }: Folder, problems: Problem[]) {
  const rows = joinRows
    .filter(({ joinFile }) => joinFile.column === 'neighbours')
    .map(({ record }) => record);
  const pairs = new Set(rows.map(({ values }) => `${values.ags} ${values.neighbour}`));
  for (const { file, line, values } of rows)
    if (!pairs.has(`${values.neighbour} ${values.ags}`))
      problems.push({
        file,
        line,
        column: 'neighbour',
        value: String(values.neighbour),
        message: `stands without its other direction; add the line ${values.neighbour},${values.ags}.`,
      });
}
