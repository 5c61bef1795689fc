/**
 * `npm run offices -- FILE.xlsx --prefix 08317 --out seed/regions/ortenau`: makes `offices.csv` of a region out of the
 * address list of the German statistical offices («Anschriften der Gemeinde- und
 * Stadtverwaltungen», a workbook, new every year).
 *
 * --prefix  beginning of an AGS; may be given several times
 * --date    the date of the list, for `office_source_date`; without it the one that a sheet has in its name
 * --out     folder to write to; made where it does not exist, and an `offices.csv` in it is never overwritten.
 *           Without it the table goes to standard output
 *
 * Whoever shows the addresses names their source: © Statistisches Bundesamt (Destatis).
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { stringify } from 'csv-stringify/sync';
import { readXlsx } from 'hucre/xlsx';
import { isPartialDate } from '../api/catalogue/model/partial-date.ts';
import { officesIn, type Sheet } from './offices.ts';

const source =
  'https://www.destatis.de/DE/Themen/Laender-Regionen/Regionales/Publikationen/Downloads/anschriftenverzeichnis-5119101.html';

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      prefix: { type: 'string', multiple: true },
      date: { type: 'string' },
      out: { type: 'string' },
    },
  });
  const [path] = positionals;
  const { prefix, out } = values;
  if (!path) throw new Error('The workbook is missing: npm run offices -- FILE.xlsx --prefix 08317.');
  if (!existsSync(path)) throw new Error(`There is no file ${path}.`);
  if (!prefix || prefix.some((one) => !/^\d{2,8}$/.test(one)))
    throw new Error('--prefix is missing or no beginning of an AGS, e.g. --prefix 08317.');
  const file = out && join(out, 'offices.csv');
  if (file && existsSync(file))
    throw new Error(`${file} is there already, perhaps with more than the list knows.`);

  const sheets = (await readXlsx(readFileSync(path))).sheets as unknown as Sheet[];
  const offices = officesIn(sheets, prefix);
  if (offices.length === 0)
    throw new Error(`The list has no administration whose AGS begins with ${prefix.join(' or ')}.`);
  const date = values.date ?? dateIn(sheets);
  if (!isPartialDate(date))
    throw new Error(`--date is "${date}"; right is the date of the list, e.g. 2026-01-31.`);
  const table = stringify(
    offices.map((office) => ({
      ...office,
      office_confidence: 'OFFICIAL_LIST',
      office_source_url: source,
      office_source_date: date,
    })),
    { header: true },
  );
  if (!out || !file) {
    process.stdout.write(table);
    return;
  }
  mkdirSync(out, { recursive: true });
  writeFileSync(file, table);
  const withMail = offices.filter(({ office_email }) => office_email).length;
  process.stdout.write(`${offices.length} offices, ${withMail} with an e-mail address, written to ${file}\n`);
}

/** `Anschriften_31_01_2026`: the day that the list is of. */
function dateIn(sheets: readonly Sheet[]): string {
  const [, day, month, year] = /(\d\d)_(\d\d)_(\d{4})/.exec(sheets.map(({ name }) => name).join(' ')) ?? [];
  return year ? `${year}-${month}-${day}` : '';
}

main().catch((error: unknown) => {
  console.error((error as Error).message);
  process.exitCode = 1;
});
