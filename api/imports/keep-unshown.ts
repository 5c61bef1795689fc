import type { Column } from '../catalogue/model/entity.ts';
import { sqlFor, thePublic } from '../catalogue/model/visibility.ts';
import type { Change, Value } from '../curation/change.ts';
import { portionsOf } from '../curation/portions.ts';
import { type Storage, storages } from '../curation/storage.ts';
import type { PrismaClient } from '../database/generated/client.ts';
import { identifier } from '../database/sql.ts';
import { guard } from './formula-guard.ts';
import type { ImportMistakes } from './problem.ts';
import type { ReadFiles } from './read-files.ts';

/**
 * What an export shows otherwise than it is stored is no wish to change it, given back as it was shown: those cells
 * are taken out of the changes. A contact that is not public is an empty cell; and a table for a German Excel, saved
 * as another kind of file, keeps the apostrophes that nobody has typed. The first day of a month or a year that a
 * spreadsheet has made of it is told: nobody knows whether it is meant.
 */
export async function keepUnshown(
  prisma: PrismaClient,
  read: ReadFiles,
  changes: readonly Change[],
  mistakes: ImportMistakes,
): Promise<readonly Change[]> {
  const unshown = new Map<Change, string[]>();
  for (const storage of storages)
    for (const column of storage.columns) {
      const suspects = changes.filter(
        ({ entity, set }) => entity === storage.entity.name && isSuspect(column, set?.[column.name]),
      );
      if (column.type === 'date' && !isFromSpreadsheet(read, storage)) continue;
      for (const some of portionsOf(suspects))
        for (const { change, stored, isFirstDay } of await findUnshown(prisma, storage, column, some)) {
          if (isFirstDay) tellFirstDay(read, change, column, stored, mistakes);
          unshown.set(change, [...(unshown.get(change) ?? []), column.name]);
        }
    }
  return changes.map((change) => without(change, unshown.get(change) ?? []));
}

const isFromSpreadsheet = ({ files }: ReadFiles, storage: Storage) =>
  files.some((file) => file.storage === storage && file.table.fromSpreadsheet);

const firstDay = /^(\d{4}-\d\d|\d{4}-01)-01$|^\d{4}-01$/;

function isSuspect({ type, references }: Column, value: Value | undefined): boolean {
  if (references === 'contacts') return value === null;
  if (typeof value !== 'string') return false;
  return type === 'text' ? value.startsWith("'") : type === 'date' && firstDay.test(value);
}

type Unshown = { readonly change: Change; readonly stored: string; readonly isFirstDay: boolean };

/** Those of the changes whose cell is what an export or a spreadsheet makes of the value that is stored. */
async function findUnshown(
  prisma: PrismaClient,
  { entity }: Storage,
  column: Column,
  changes: readonly Change[],
): Promise<Unshown[]> {
  const byKey = new Map(changes.map((change) => [change.key, change]));
  const shown = entity.columns.find((one) => one.name === column.name)?.sql ?? column.sql;
  const rows = await prisma.$queryRaw<{ key: string; stored: string | null; shown: string | null }[]>`
    SELECT t.${identifier(entity.key)} AS key, ${sqlFor(column.sql, thePublic)} AS stored, ${sqlFor(shown, thePublic)} AS shown FROM ${identifier(entity.table.stored)} t
    WHERE t.${identifier(entity.key)} = ANY(${[...byKey.keys()]})`;
  return rows.flatMap(({ key, stored, shown: asShown }): Unshown[] => {
    const change = byKey.get(key);
    const given = change?.set?.[column.name];
    if (!change || stored === null || given === stored) return [];
    const isFirstDay = column.type === 'date' && [`${stored}-01`, `${stored}-01-01`].includes(String(given));
    const isHidden = given === null && asShown === null;
    return isFirstDay || isHidden || given === guard(stored) ? [{ change, stored, isFirstDay }] : [];
  });
}

function tellFirstDay(
  { files }: ReadFiles,
  { entity, key, set }: Change,
  { name: column }: Column,
  stored: string,
  mistakes: ImportMistakes,
) {
  const file = files.find(({ storage }) => storage.entity.name === entity);
  if (!file) return;
  const value = String(set?.[column]);
  const message = `is the beginning of ${stored}, as it stands in the catalogue; a spreadsheet makes one of the other: write ${stored} there, with an apostrophe in front.`;
  mistakes.tell(
    { file: file.table.file, line: file.lineOf.get(key) ?? 0, column, value, message },
    'first day',
  );
}

const without = (change: Change, columns: readonly string[]): Change =>
  columns.length === 0
    ? change
    : {
        ...change,
        set: Object.fromEntries(Object.entries(change.set ?? {}).filter(([name]) => !columns.includes(name))),
      };
