import { TextDecoder } from 'node:util';
import { CsvError, parse } from 'csv-parse/sync';
import type { Line, Lines } from './lines.ts';
import type { ImportMistakes } from './problem.ts';

/** What separates cells; a German spreadsheet writes semicolons. */
const delimiters = [',', ';', '\t'] as const;

/** What Excel reads, and writes, to be told of the delimiter. */
const excelsOwnLine = /^\uFEFF?"?sep=(.)"?\n/i;

/**
 * Reads CSV as people and programs write it: UTF-8 with or without BOM; comma, semicolon or tab; any line ends.
 * @returns the rows that can be read; what cannot is a mistake.
 */
export function readCsv(file: string, bytes: Uint8Array, mistakes: ImportMistakes): Lines {
  const complain = (line: number, message: string) =>
    mistakes.tell({ file, line, column: '', value: '', message });
  const text = decode(bytes, complain);
  return text === null
    ? { lines: [], whole: false, german: false, fromSpreadsheet: false }
    : split(text, complain);
}

function decode(bytes: Uint8Array, complain: (line: number, message: string) => void): string | null {
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
function split(text: string, complain: (line: number, message: string) => void): Lines {
  const lines: Line[] = [];
  // One kind of line end, also within cells: a file is the same records on every system.
  let rest = text.replace(/\r\n?/g, '\n');
  const [ownLine, told] = excelsOwnLine.exec(rest) ?? [];
  rest = rest.slice(ownLine?.length ?? 0);
  const above = ownLine ? 1 : 0;
  const [firstLine = ''] = rest.split('\n', 1);
  const count = (delimiter: string) => firstLine.split(delimiter).length;
  const delimiter = told ?? delimiters.reduce((best, one) => (count(one) > count(best) ? one : best));
  const german = delimiter === ';';
  let end = above;
  try {
    parse(rest, {
      bom: true,
      delimiter,
      relax_column_count: true,
      on_record: (cells: string[], info) => {
        end = above + info.lines;
        // Empty lines are passed over here and not by the parser, which would not count them.
        if (cells.length > 1 || cells[0] !== '') lines.push({ line: end - newlinesIn(cells), cells });
        return null;
      },
    });
    return { lines, whole: true, german, fromSpreadsheet: german };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (error.code === 'CSV_QUOTE_NOT_CLOSED') complain(end + 1, 'has a quote that is never closed.');
    else {
      const within = (error as CsvError & { lines?: number }).lines;
      complain(
        within === undefined ? end + 1 : above + within,
        'has a quote in the wrong place; a cell with quotes stands in quotes, those in it written twice.',
      );
    }
    return { lines, whole: false, german, fromSpreadsheet: german };
  }
}
