import { readXlsx } from 'hucre/xlsx';
import type { Problem } from './problem.ts';
import type { Lines } from './read-table.ts';

type Cell = string | number | boolean | Date | null | undefined;

const dayInMs = 86_400_000;
/** Spreadsheets count days from here. */
const firstDay = Date.UTC(1899, 11, 30);

/** The first sheet of an XLSX file as rows of text; what is no such file is a problem. */
export async function readWorkbook(file: string, bytes: Uint8Array, problems: Problem[]): Promise<Lines> {
  try {
    const [sheet] = (await readXlsx(bytes)).sheets;
    const rows = (sheet?.rows ?? []) as Cell[][];
    const width = rows[0]?.length ?? 0;
    const lines = rows.flatMap((row, index) => {
      const cells = Array.from({ length: Math.max(width, row.length) }, (_, at) => textOf(row[at]));
      return cells.every((text) => text === '') ? [] : [{ line: index + 1, cells }];
    });
    return { lines, whole: true, german: false };
  } catch (error) {
    const message = `is no XLSX file that can be read (${(error as Error).message}); save it as «Excel workbook (.xlsx)».`;
    problems.push({ file, line: 0, column: '', value: '', message });
    return { lines: [], whole: false, german: false };
  }
}

function textOf(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (!(cell instanceof Date)) return String(cell).replace(/\r\n?/g, '\n');
  const days = (cell.getTime() - firstDay) / dayInMs;
  // A year that somebody wrote into a cell for days: 2016 has become the day of that number, in 1905.
  if (Number.isInteger(days) && days >= 1900 && days < 2200) return String(days);
  const text = cell.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text;
}
