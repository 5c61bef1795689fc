import type { Value } from '../curation/change.ts';
import type { InvalidChanges, Problem } from '../curation/problem.ts';
import type { ImportMistakes, Mistake } from './problem.ts';
import { incompleteOf, type JoinRow, type ReadFile, type ReadFiles, type ReadJoin } from './read-files.ts';

/** Tells what the catalogue refuses by the places in the files where it stands. */
export function placeProblems(read: ReadFiles, refused: InvalidChanges, mistakes: ImportMistakes) {
  const incomplete = incompleteOf(read);
  const told = new Set<string>();
  for (const problem of refused.problems) {
    // Of a row that could not be read nobody knows the key.
    if (problem.references && incomplete.has(problem.references)) continue;
    const mistake = placeOf(read, problem);
    if (!mistake) continue;
    const place = `${mistake.file}:${mistake.line} ${mistake.column} ${mistake.message}`;
    if (!told.has(place) || problem.kind !== 'missing') mistakes.tell(mistake, problem.kind);
    told.add(place);
  }
  for (const { last, count } of refused.more) {
    const mistake = placeOf(read, last);
    if (mistake && last.kind !== 'missing') mistakes.tell(mistake, last.kind, count);
  }
}

function placeOf(read: ReadFiles, problem: Problem): Mistake | undefined {
  const { entity, key } = problem.change;
  const files = read.files.filter(({ storage, lineOf }) => storage.entity.name === entity && lineOf.has(key));
  const file = files.find(({ table }) => table.columns.includes(problem.column)) ?? files[0];
  const joins = read.joins.filter(({ joinFile }) => joinFile.entity === entity);
  const join = joins.find(({ joinFile }) => joinFile.column === problem.column);
  if (join) return inJoin(join, problem);
  if (file) return inFile(file, problem);
  // A record that a join file alone speaks of: it is that one which leads nowhere.
  const parents = joins.flatMap((one) => {
    const row = one.rows.find(({ parent }) => parent === key);
    return row ? [{ join: one, row }] : [];
  });
  const [first] = parents;
  if (!first) return undefined;
  const [parent] = first.join.joinFile.columns;
  const message =
    problem.kind === 'missing'
      ? `is not known: there is no such ${parent.name} in the import or the catalogue.`
      : problem.message;
  return at(first.join.table.file, first.row.line, parent.name, key, message);
}

function inFile({ table, lineOf, storage }: ReadFile, problem: Problem): Mistake | undefined {
  const { kind, column, value, change, message } = problem;
  const line = lineOf.get(change.key) ?? 0;
  if (kind !== 'missing') return at(table.file, line, column, value, inWords(message));
  // Of a cell that could not be read more has been told.
  if (table.columns.includes(column)) return undefined;
  return at(
    table.file,
    table.header,
    column,
    '',
    `is missing; a new ${storage.entity.singular} needs this column.`,
  );
}

function inJoin({ table, rows, joinFile }: ReadJoin, problem: Problem): Mistake {
  const [parent, other, detail] = joinFile.columns;
  const [key = '', value] = String(problem.value ?? '').split(':');
  const row: JoinRow | undefined = rows.find((one) => one.parent === problem.change.key && one.other === key);
  const isDetail = problem.message.startsWith('is not allowed') && detail !== undefined;
  const [column, told] = isDetail ? [detail.name, value] : [row ? other.name : parent.name, key];
  return at(table.file, row?.line ?? 0, column, told, inWords(problem.message));
}

const inWords = (message: string) =>
  message.replace(/^(is not known: there is no such [^.]*)\.$/, '$1 in the import or the catalogue.');

const at = (
  file: string,
  line: number,
  column: string,
  value: Value | undefined,
  message: string,
): Mistake => ({
  file,
  line,
  column,
  value: Array.isArray(value) ? value.join('|') : String(value ?? ''),
  message,
});
