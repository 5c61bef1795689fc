import { TextDecoder } from 'node:util';
import { CsvError, parse } from 'csv-parse/sync';
import type { Problem } from './problem.ts';

/** A line of a file with its cells by column. */
export type TableRow = { readonly line: number; readonly cells: Readonly<Record<string, string>> };
export type Table = {
  readonly file: string;
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  /** False where a row could not be read at all. */
  readonly complete: boolean;
  /** With semicolons, as a German spreadsheet writes: its cells may be German as well. */
  readonly german: boolean;
};

export type TableColumns = {
  readonly required: readonly string[];
  readonly known: readonly string[];
  /** Columns that mean something only side by side. */
  readonly together: readonly (readonly [string, string])[];
};

/** The rows of a file with the lines they begin in, and whether they are all. */
export type Lines = { readonly lines: readonly Line[]; readonly whole: boolean; readonly german: boolean };

/**
 * Reads CSV as people and programs write it: UTF-8 with or without BOM, comma or semicolon, any line ends.
 * @returns the rows that can be read; what cannot is a problem.
 */
export function readTable(
  file: string,
  bytes: Uint8Array,
  expected: TableColumns,
  problems: Problem[],
): Table {
  const complain = complaints(file, problems);
  return tableOf(file, split(decode(bytes, complain), complain), expected, problems);
}

const complaints =
  (file: string, problems: Problem[]): Complain =>
  (line, message, column = '', value = '') =>
    problems.push({ file, line, column, value, message });

/** A table from rows of text, the first of which is the header. */
export function tableOf(
  file: string,
  { lines, whole, german }: Lines,
  expected: TableColumns,
  problems: Problem[],
): Table {
  const complain = complaints(file, problems);
  const [header, ...body] = lines;
  if (!header) {
    if (whole) complain(1, `is empty; the header is ${expected.known.join(',')}.`);
    return { file, columns: [], rows: [], complete: false, german };
  }
  const columns = header.cells;
  checkHeader(header, expected, complain);
  const fits = ({ cells }: Line) => cells.length === columns.length;
  for (const { line, cells } of body.filter((row) => !fits(row)))
    complain(line, `has ${cells.length} cells; the header has ${columns.length}.`);
  const rows = body.filter(fits).map(({ line, cells }) => ({
    line,
    cells: Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ''])),
  }));
  return { file, columns, rows, complete: whole && rows.length === body.length, german };
}

type Line = { readonly line: number; readonly cells: readonly string[] };
type Complain = (line: number, message: string, column?: string, value?: string) => void;

function checkHeader({ line, cells }: Line, { required, known, together }: TableColumns, complain: Complain) {
  for (const column of required)
    if (!cells.includes(column)) complain(line, 'is missing; this column is needed.', column);
  for (const pair of together)
    for (const [given, other] of [pair, pair.toReversed()] as [string, string][])
      if (cells.includes(given) && !cells.includes(other))
        complain(line, `is missing; it is needed beside ${given}.`, other);
  cells.forEach((column, index) => {
    if (!known.includes(column))
      complain(line, `is no column of this file; there are ${known.join(', ')}.`, column, column);
    else if (cells.indexOf(column) < index) complain(line, 'stands in the header twice.', column, column);
  });
}

function decode(bytes: Uint8Array, complain: Complain): string | null {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    return decoder.decode(bytes);
  } catch {
    complain(firstBadLine(bytes, decoder), 'is not UTF-8; save the file as «CSV UTF-8».');
    return null;
  }
}

function firstBadLine(bytes: Uint8Array, decoder: TextDecoder): number {
  let line = 1;
  for (let start = 0; start <= bytes.length; line++) {
    const newline = bytes.indexOf(10, start);
    const end = newline === -1 ? bytes.length : newline;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      break;
    }
    start = end + 1;
  }
  return line;
}

const newlinesIn = (cells: readonly string[]) =>
  cells.reduce((count, cell) => count + cell.split('\n').length - 1, 0);

/** The rows up to the first misplaced quote: behind it, nobody can tell where a row ends. */
function split(text: string | null, complain: Complain): Lines {
  const lines: Line[] = [];
  if (text === null) return { lines, whole: false, german: false };
  // One kind of line end, also within cells: a file is the same records on every system.
  const unix = text.replace(/\r\n?/g, '\n');
  const [firstLine = ''] = unix.split('\n', 1);
  const delimiter = firstLine.split(';').length > firstLine.split(',').length ? ';' : ',';
  const german = delimiter === ';';
  let end = 0;
  try {
    parse(unix, {
      bom: true,
      delimiter,
      relax_column_count: true,
      on_record: (cells: string[], info) => {
        end = info.lines;
        // Empty lines are passed over here and not by the parser, which would not count them.
        if (cells.length > 1 || cells[0] !== '') lines.push({ line: end - newlinesIn(cells), cells });
        return null;
      },
    });
    return { lines, whole: true, german };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (error.code === 'CSV_QUOTE_NOT_CLOSED') complain(end + 1, 'has a quote that is never closed.');
    else
      complain(
        Number((error as CsvError & { lines?: number }).lines ?? end + 1),
        'has a quote in the wrong place; a cell with quotes stands in quotes, those in it written twice.',
      );
    return { lines, whole: false, german };
  }
}
