import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { type CellValue, readXlsx, writeXlsx } from 'hucre/xlsx';

/** Writes another text into the second row of a file, as a person would. */
export async function editCell(file: string, keyColumn: string, column: string, text: string) {
  const bytes = readFileSync(file);
  if (file.endsWith('.xlsx')) {
    const workbook = await readXlsx(bytes);
    const rows = workbook.sheets[0]!.rows as CellValue[][];
    const at = rows[0]!.indexOf(column);
    const edited = rows.map((row, index) => (index === 1 ? row.with(at, text) : row));
    writeFileSync(file, await writeXlsx({ sheets: [{ name: 'Daten', rows: edited }] }));
    return [rows[1]![rows[0]!.indexOf(keyColumn)], rows[1]![at], text];
  }
  const delimiter = bytes.toString('utf8').split('\n', 1)[0]!.includes(';') ? ';' : ',';
  const rows: string[][] = parse(bytes, { bom: true, delimiter });
  const at = rows[0]!.indexOf(column);
  const before = rows[1]![at]!;
  rows[1]![at] = text;
  writeFileSync(file, `${delimiter === ';' ? '\ufeff' : ''}${stringify(rows, { delimiter })}`);
  return [rows[1]![rows[0]!.indexOf(keyColumn)], before.replace(/^'/, ''), text];
}
