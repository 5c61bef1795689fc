import { readXlsx, type Sheet, type Cell as SheetCell } from 'hucre/xlsx';
import type { Cell, Lines } from './lines.ts';
import type { ImportMistakes } from './problem.ts';

const dayInMs = 86_400_000;
/** Spreadsheets count days from here. */
const firstDay = Date.UTC(1899, 11, 30);

/**
 * The sheet of an XLSX file that holds the table, as rows of text; what is no such file is a mistake.
 * @param isHeader tells the header of the table from other rows: in front of it there may be sheets with notes.
 */
export async function readWorkbook(
  file: string,
  bytes: Uint8Array,
  isHeader: (row: readonly Cell[]) => boolean,
  mistakes: ImportMistakes,
): Promise<Lines> {
  const complain = (message: string) => mistakes.tell({ file, line: 0, column: '', value: '', message });
  const origin = { german: false, fromSpreadsheet: true };
  const unread = { lines: [], whole: false, ...origin };
  let sheets: readonly Sheet[];
  try {
    ({ sheets } = await readXlsx(bytes, { readStyles: true }));
  } catch (error) {
    complain(
      `is no XLSX file that can be read (${(error as Error).message}); save it as «Excel workbook (.xlsx)».`,
    );
    return unread;
  }
  const isHidden = ({ hidden, veryHidden }: Sheet) => Boolean(hidden || veryHidden);
  const tables = sheets.filter((sheet) => linesOf(sheet, 10).some(({ cells }) => isHeader(cells)));
  const shown = tables.filter((sheet) => !isHidden(sheet));
  if (shown.length > 1) {
    complain(
      `has this table in several sheets: ${shown.map(({ name }) => name).join(', ')}; keep one of them.`,
    );
    return unread;
  }
  if (tables.length > 0 && shown.length === 0) {
    complain(
      `has this table in a hidden sheet alone (${tables.map(({ name }) => name).join(', ')}); show it.`,
    );
    return unread;
  }
  const sheet = shown[0] ?? sheets.find((one) => !isHidden(one));
  return { lines: sheet ? linesOf(sheet) : [], whole: true, ...origin };
}

function linesOf(sheet: Sheet, most = sheet.rows.length) {
  const merged = mergedCells(sheet);
  return sheet.rows.slice(0, most).map((row, index) => ({
    line: index + 1,
    cells: row.map((value, at): Cell => {
      const place = `${index},${at}`;
      if (merged.has(place))
        return { text: '', wrong: 'is merged with the cell beside or above it; undo that, and fill both.' };
      return readCell(value, sheet.cells?.get(place));
    }),
  }));
}

/** All but the first of the cells that are one: they look as if they had its value, and have none. */
function mergedCells({ merges = [] }: Sheet): Set<string> {
  const merged = new Set<string>();
  for (const { startRow, startCol, endRow, endCol } of merges)
    for (let row = startRow; row <= endRow; row++)
      for (let column = startCol; column <= endCol; column++)
        if (row !== startRow || column !== startCol) merged.add(`${row},${column}`);
  return merged;
}

function readCell(value: unknown, details: SheetCell | undefined): Cell {
  if (details?.type === 'error')
    return { text: String(value), wrong: 'is a mistake that the spreadsheet has found; mend it there.' };
  if (details?.formula !== undefined && (value === null || value === undefined))
    return {
      text: `=${details.formula}`,
      wrong:
        'is a formula whose result is not in the file; open it in a spreadsheet program and save it again.',
    };
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return readDate(value, details?.style?.numFmt);
  if (typeof value === 'number') return String(withoutDust(value));
  return String(value).replace(/\r\n?/g, '\n');
}

/** A spreadsheet calculates with fifteen digits; those behind them are no part of the number. */
function withoutDust(value: number): number {
  const rounded = Number(value.toPrecision(15));
  return String(rounded).length + 3 < String(value).length ? rounded : value;
}

/** A date as precise as its cell shows it: of «Jul 24» nobody has typed the day. */
function readDate(date: Date, format = ''): Cell {
  const days = (date.getTime() - firstDay) / dayInMs;
  const shown = format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').toLowerCase();
  const text = date.toISOString().replace(/T00:00:00\.000Z$/, '');
  if (/[ymd]/.test(shown)) {
    if (!shown.includes('y'))
      return { text, isDate: true, wrong: 'shows no year in its cell; write the year as well.' };
    if (!shown.includes('m')) return { text: text.slice(0, 4), isDate: true };
    if (!shown.includes('d')) return { text: text.slice(0, 7), isDate: true };
  }
  // A year that somebody wrote into a cell for days: 2016 has become the day of that number, in 1905.
  if (Number.isInteger(days) && days >= 1900 && days < 2200) return { text: String(days), isDate: true };
  return { text, isDate: true };
}
