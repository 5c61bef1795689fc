import { catalogue } from '../catalogue/entities/catalogue.ts';
import type { Column, EntityName } from '../catalogue/model/entity.ts';
import { storages } from '../curation/storage.ts';
import type { PrismaClient } from '../database/generated/client.ts';
import { identifier } from '../database/sql.ts';
import type { Problem } from './problem.ts';
import { type Folder, importedColumns, type ReadRecord } from './read-files.ts';

/** What one cell cannot tell: keys that lead nowhere, and values that contradict each other. */
export async function checkReferences(prisma: PrismaClient, folder: Folder, problems: Problem[]) {
  const known = new Map<EntityName, Set<string>>();
  for (const { entity } of storages) {
    const stored = await prisma.$queryRaw<{ key: string }[]>`
      SELECT t.${identifier(entity.key)} AS key FROM ${identifier(entity.table.stored)} t`;
    // As written: a key that is wrong in its own row is told there, not again at every reference.
    const given = (folder.records.get(entity.name) ?? []).map(({ cells }) => cells[entity.key]?.trim() ?? '');
    known.set(entity.name, new Set([...stored.map((row) => row.key), ...given]));
  }

  const check = (record: ReadRecord, columns: readonly Column[]) => {
    for (const { name: column, references } of columns) {
      if (!references || folder.incomplete.has(references)) continue;
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
    const columns = importedColumns(storage);
    for (const record of folder.records.get(storage.entity.name) ?? []) {
      check(record, columns);
      checkTogether(record, problems);
    }
  }
  for (const { partFile, record } of folder.partRows) check(record, partFile.columns);
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
  if (Array.isArray(values.owners) && values.owners.length === 0)
    complain('owners', 'is empty; a strategy belongs to at least one municipality.');
  checkDistrict(values, complain);
}

/** Five digits are a Landkreis, eight a municipality within one or on its own. */
function checkDistrict(
  { ags, kind, district }: ReadRecord['values'],
  complain: (column: string, message: string) => void,
) {
  if (typeof ags === 'string' && kind && (ags.length === 5) !== (kind === 'LANDKREIS'))
    complain('kind', `does not go with the AGS ${ags}; a Landkreis, and nothing else, has 5 digits.`);
  if (typeof district === 'string' && district.length !== 5)
    complain('district', 'is no Landkreis; right are 5 digits.');
}

/** A border has two sides. */
function checkNeighbours({ joinRows }: Folder, problems: Problem[]) {
  const rows = joinRows
    .filter(({ joinFile, record }) => joinFile.column === 'neighbours' && isPair(record))
    .map(({ record }) => record);
  const pairs = new Set(rows.map(({ values }) => `${values.ags} ${values.neighbour}`));
  for (const { file, line, values } of rows) {
    const complain = (message: string) =>
      problems.push({ file, line, column: 'neighbour', value: String(values.neighbour), message });
    if (values.ags === values.neighbour) complain('is the municipality itself.');
    else if (!pairs.has(`${values.neighbour} ${values.ags}`))
      complain(`stands without its other direction; add the line ${values.neighbour},${values.ags}.`);
  }
}

const isPair = ({ values }: ReadRecord) => values.ags !== undefined && values.neighbour !== undefined;
