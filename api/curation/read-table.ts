import { CsvError, parse } from 'csv-parse/sync';
import type { Problem } from './problem.ts';

/** A line of a file with its cells by column. */
export type TableRow = { readonly line: number; readonly cells: Readonly<Record<string, string>> };
export type Table = {
  readonly file: string;
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
};

export type TableColumns = { readonly required: readonly string[]; readonly known: readonly string[] };

/**
 * Reads CSV as people and programs write it: UTF-8 with or without BOM, comma or semicolon, any line ends.
 * @returns the rows that can be read; what cannot is a problem.
 */
export function readTable(
  file: string,
  bytes: Uint8Array,
  { required, known }: TableColumns,
  problems: Problem[],
): Table {
  const nothing: Table = { file, columns: [], rows: [] };
  const text = decode(file, bytes, problems);
  if (text === null) return nothing;
  const records = split(file, text, problems);
  if (!records) return nothing;
  const [header, ...body] = records;
  if (!header) {
    problems.push({
      file,
      line: 1,
      column: '',
      value: '',
      message: `is empty; the header is ${known.join(',')}.`,
    });
    return nothing;
  }
  const columns = header.cells;
  for (const column of required.filter((name) => !columns.includes(name)))
    problems.push({
      file,
      line: header.line,
      column,
      value: '',
      message: 'is missing; this column is needed.',
    });
  columns.forEach((column, index) => {
    if (!known.includes(column))
      problems.push({
        file,
        line: header.line,
        column,
        value: column,
        message: `is no column of this file; there are ${known.join(', ')}.`,
      });
    else if (columns.indexOf(column) < index)
      problems.push({
        file,
        line: header.line,
        column,
        value: column,
        message: 'stands in the header twice.',
      });
  });
  const rows: TableRow[] = [];
  for (const { line, cells } of body) {
    if (cells.length === columns.length)
      rows.push({
        line,
        cells: Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ''])),
      });
    else
      problems.push({
        file,
        line,
        column: '',
        value: '',
        message: `has ${cells.length} cells; the header has ${columns.length}.`,
      });
  }
  return { file, columns, rows };
}

function decode(file: string, bytes: Uint8Array, problems: Problem[]): string | null {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    return decoder.decode(bytes);
  } catch {
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
    problems.push({
      file,
      line,
      column: '',
      value: '',
      message: 'is not UTF-8; save the file as «CSV UTF-8».',
    });
    return null;
  }
}

function split(file: string, text: string, problems: Problem[]): { line: number; cells: string[] }[] | null {
  const firstLine = text.slice(0, text.search(/\r?\n|$/));
  const delimiter = firstLine.split(';').length > firstLine.split(',').length ? ';' : ',';
  try {
    const records = parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    let line = 1;
    return records.map(({ record, info }) => {
      const begins = line;
      line = info.lines + 1;
      return { line: begins, cells: record };
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number((error as CsvError & { lines?: number }).lines ?? 1);
    problems.push({ file, line, column: '', value: '', message: `is no CSV: ${error.message}` });
    return null;
  }
}
