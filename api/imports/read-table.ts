import { cleanText } from '../curation/clean-text.ts';
import type { Cell, Lines } from './lines.ts';
import type { ImportMistakes } from './problem.ts';

export type TableRow = { readonly line: number; readonly cells: ReadonlyMap<string, Cell> };

/** A file with its cells by column. */
export type Table = {
  readonly file: string;
  /** The line of its header. */
  readonly header: number;
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  /** False where a row could not be read at all. */
  readonly complete: boolean;
} & Omit<Lines, 'lines' | 'whole'>;

/** A file without its cells: they take more memory than what is read from them. */
export type TableHead = Omit<Table, 'rows'>;

export const headOf = ({ rows, ...head }: Table): TableHead => head;

export type TableColumns = {
  /** Without them nothing can be read. */
  readonly needed: readonly string[];
  readonly known: readonly string[];
};

/** Above the header people write what they like, but not more. */
const mostLinesAbove = 10;

/** A table from the lines of a file: what is around it and says nothing is passed over. */
export function readTable(
  file: string,
  { lines, whole, ...origin }: Lines,
  expected: TableColumns,
  mistakes: ImportMistakes,
): Table {
  const complain = (line: number, message: string, column = '', value = '') =>
    mistakes.tell({ file, line, column, value, message });
  const full = lines.filter(({ cells }) => cells.some((cell) => textOf(cell) !== ''));
  const above = full
    .slice(0, mostLinesAbove)
    .findIndex(({ cells }) => namesIn(cells).some((name) => expected.needed.includes(name)));
  const [header, ...body] = full.slice(Math.max(above, 0));
  if (!header) {
    if (whole) complain(1, `is empty; the header is ${expected.known.join(',')}.`);
    return { file, header: 1, columns: [], rows: [], complete: false, ...origin };
  }
  const columns = namesIn(header.cells);
  // A column without a name and without a value is none; the last ones are no mistake of the length of a line either.
  const width = columns.findLastIndex((name) => name !== '') + 1;
  for (const [at, name] of columns.entries()) {
    if (name !== '') continue;
    const line = body.find(({ cells }) => textOf(cells[at]) !== '');
    if (line && at < width)
      complain(line.line, `stands in column ${at + 1}, which has no name.`, '', textOf(line.cells[at]));
  }
  const named = columns.slice(0, width);
  checkHeader(header.line, named, expected, complain);
  const rows = body.flatMap(({ line, cells }): TableRow[] => {
    const length = Math.max(
      cells.findLastIndex((cell) => textOf(cell) !== '') + 1,
      Math.min(cells.length, width),
    );
    if (length !== width) {
      mistakes.tell(
        { file, line, column: '', value: '', message: `has ${length} cells; the header has ${width}.` },
        'cells',
      );
      return [];
    }
    const entries = named.flatMap((name, at): [string, Cell][] => (name ? [[name, cells[at] ?? '']] : []));
    return [{ line, cells: new Map(entries) }];
  });
  const complete = whole && rows.length === body.length;
  return { file, header: header.line, columns: named, rows, complete, ...origin };
}

const textOf = (cell: Cell | undefined): string => {
  const text = typeof cell === 'object' ? cell.text : (cell ?? '');
  return text.trim();
};

/** The names of a header, whatever blanks, capitals and invisible characters a program has added. */
const namesIn = (cells: readonly Cell[]): string[] =>
  cells.map((cell) => cleanText(textOf(cell)).toLowerCase());

function checkHeader(
  line: number,
  columns: readonly string[],
  { needed, known }: TableColumns,
  complain: (line: number, message: string, column?: string, value?: string) => void,
) {
  for (const column of needed)
    if (!columns.includes(column)) complain(line, 'is missing; this column is needed.', column);
  for (const [at, column] of columns.entries()) {
    if (column === '') continue;
    if (!known.includes(column))
      complain(line, `is no column of this file; there are ${known.join(', ')}.`, column, column);
    else if (columns.indexOf(column) < at) complain(line, 'stands in the header twice.', column, column);
  }
}
