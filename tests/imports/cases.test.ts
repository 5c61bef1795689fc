import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CellValue, writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CatalogueRecord } from '../../api/curation/change.ts';
import type { Database } from '../../api/database/open-database.ts';
import { importFiles } from '../../api/imports/import-files.ts';
import { openHub } from '../support/hub.ts';

let database: Database;
let folder: string;
beforeAll(async () => {
  ({ database } = await openHub());
  folder = mkdtempSync(join(tmpdir(), 'cases-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.close();
});

/** What an import of a file would make of its records, or what it tells. */
async function tryImport(path: string): Promise<readonly (CatalogueRecord | null)[] | string> {
  const records: (CatalogueRecord | null)[] = [];
  return importFiles(database, [path], {
    message: 'A case',
    dryRun: true,
    onDifference: ({ after }) => records.push(after),
  }).then(
    () => records,
    (error: Error) => error.message,
  );
}

const project = {
  slug: 'a-projekt',
  title: 'Testprojekt',
  status: 'RUNNING',
  municipalities: ['08316056'],
  source_url: 'https://a.example/',
};
const shown = (record: object) => [expect.objectContaining(record)];
const onlyPhone =
  'cannot be dialled; right is one number with its area code, such as 0761 201-0 or +49 761 201-0.';
const ofMonth =
  "is what a spreadsheet makes of a month, or of a day without its year; write it anew, with an apostrophe in front: '2024-07.";

describe('a file as people give it back:', () => {
  it.each([
    ['c01-blank-rows/projects.csv', shown(project)],
    ['c02-empty-columns/projects.csv', shown(project)],
    ['c03-sep/projects.csv', shown(project)],
    ['c04-header-nbsp/projects.csv', shown(project)],
    [
      'c05-error-value/projects.csv',
      'projects.csv:2 title: "#NAME?" is a mistake that a spreadsheet has found; mend it there.',
    ],
    ['c09-invisible-title/projects.csv', 'projects.csv:2 title: "" is empty; a value is needed here.'],
    [
      'c10-future-confirmation/projects.csv',
      expect.stringMatching(
        /^projects\.csv:2 period_start: "0204-07-01" is not allowed; right is a year from 1950 to 2100\.\nprojects\.csv:2 confirmed_at: "2062-11-26" lies in the future; right is a day until today, \d{4}-\d\d-\d\d\.$/,
      ),
    ],
    ['c11-phones/contacts.csv', `contacts.csv:4 phone: "0761 201-0/-12" ${onlyPhone}`],
    ['c12-month-by-excel/projects.csv', `projects.csv:2 source_date: "Jul 24" ${ofMonth}`],
    [
      'c13-nfd/projects.csv',
      shown({ title: 'Künstliche Intelligenz in der Stadtverwaltung Müllheim'.normalize('NFC') }),
    ],
    ['c15-line-separator/projects.csv', shown({ ...project, title: 'Zeile mit Trenner' })],
    [
      'x02-error-cell/projects.xlsx',
      'projects.xlsx:2 title: "#REF!" is a mistake that the spreadsheet has found; mend it there.',
    ],
    [
      'x03-cover-sheet-first/projects.xlsx',
      shown({ ...project, source_date: '2024-07-14', budget_eur: 50000 }),
    ],
    ['x04-styled-empty-column/projects.xlsx', shown(project)],
    ['x05-styled-cell-xfd/projects.xlsx', shown(project)],
    ['x06-month-typed-in-excel/projects.xlsx', shown({ ...project, source_date: '2024-07' })],
    ['x07-float-dust/projects.xlsx', shown({ ...project, budget_eur: 50000 })],
    ['x08-numeric-phone/contacts.xlsx', shown({ slug: 'x-9', phone: '07612010' })],
  ])('%s', async (path, expected) => {
    expect(await tryImport(fileURLToPath(new URL(`cases/${path}`, import.meta.url)))).toEqual(expected);
  });
});

/** A table of one new project with some columns as they are given. */
async function tryCsv(columns: Record<string, string>, delimiter = ',') {
  const all = { ...project, municipalities: '08316056', region_wide: 'false', ...columns };
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const lines = [Object.keys(all), Object.values(all)].map((cells) => cells.map(cell).join(delimiter));
  const file = join(folder, 'projects.csv');
  writeFileSync(file, `${lines.join('\n')}\n`);
  return tryImport(file);
}

describe('of its kind:', () => {
  it.each([
    [
      'a mistake of a German Excel',
      { title: '#BEZUG!' },
      'title: "#BEZUG!" is a mistake that a spreadsheet has found; mend it there.',
    ],
    [
      'one of LibreOffice',
      { title: 'Err:502' },
      'title: "Err:502" is a mistake that a spreadsheet has found; mend it there.',
    ],
    [
      'a column that was too narrow',
      { source_date: '########' },
      'source_date: "########" is a mistake that a spreadsheet has found; mend it there.',
    ],
    [
      'a value that R does not have',
      { website: 'NA' },
      'website: "NA" is what a program writes for a value it does not have; leave the cell empty.',
    ],
    [
      'two addresses',
      { website: 'https://a.example/ https://b.example/' },
      'website: "https://a.example/ https://b.example/" is not one web address; right is one, without blanks.',
    ],
    [
      'a letter that was lost',
      { title: 'M\uFFFDllheim' },
      'title: "M�llheim" holds �, which stands for a letter that was lost; write it anew.',
    ],
    [
      'half a character',
      { summary_de: 'a\uFFFEb' },
      'summary_de: "a\uFFFEb" holds what is no character; remove it.',
    ],
    [
      'a month that is none',
      { period_start: '2024-13' },
      'period_start: "2024-13" is no date; right are 2016, 2016-07 and 2016-07-14.',
    ],
    [
      'an American day',
      { period_start: '7/4/2024' },
      'period_start: "7/4/2024" is no date; right are 2016, 2016-07 and 2016-07-14.',
    ],
    [
      'a source of tomorrow',
      { source_date: '2099' },
      expect.stringMatching(/source_date: "2099" lies in the future/),
    ],
    [
      'a title longer than a row of an index',
      { title: 'x'.repeat(3000) },
      expect.stringMatching(/title: "x+…" has 3000 characters; at most 500 have room here\.$/),
    ],
    [
      'a summary longer than the search has room for',
      { summary_de: 'ab '.repeat(400_000) },
      expect.stringMatching(/has 1199999 characters; at most 20000 have room here\.$/),
    ],
  ])('%s is refused', async (_what, columns, expected) => {
    const told = await tryCsv(columns);
    expect(
      typeof expected === 'string' && typeof told === 'string' ? told.replace('projects.csv:2 ', '') : told,
    ).toEqual(expected);
  });

  it.each([
    ['a month with its name', { period_start: 'Juli 2024' }, { period_start: '2024-07' }],
    ['a month with a point', { period_start: '07.2024' }, { period_start: '2024-07' }],
    ['a day with its midnight', { period_start: '2024-07-14 00:00:00' }, { period_start: '2024-07-14' }],
    ['a text kept by a formula', { period_start: '="2024-07"' }, { period_start: '2024-07' }],
    ['a whole number of a column with gaps', { budget_eur: '50000.0' }, { budget_eur: 50000 }],
    ['a soft hyphen in a word', { title: 'Digitali\u00ADsierung' }, { title: 'Digitalisierung' }],
    ['a family of one picture', { title: 'Für 👨‍👩‍👧' }, { title: 'Für 👨‍👩‍👧' }],
  ])('%s is understood', async (_what, columns, expected) => {
    expect(await tryCsv(columns)).toEqual(shown(expected));
  });

  it('a month with a sharp eye: the first of the month is told where a spreadsheet may have made it of one', async () => {
    const { slug, source_date } = await database.prisma.$queryRaw<[{ slug: string; source_date: string }]>`
      SELECT slug, source_date FROM project WHERE source_date ~ '^\\d{4}-\\d\\d$' ORDER BY slug LIMIT 1`.then(
      ([row]) => row,
    );
    const file = join(folder, 'projects.csv');
    writeFileSync(file, `slug;source_date\n${slug};01.${source_date.slice(5)}.${source_date.slice(0, 4)}\n`);
    expect(await tryImport(file)).toBe(
      `projects.csv:2 source_date: "${source_date}-01" is the beginning of ${source_date}, as it stands in the catalogue; a spreadsheet makes one of the other: write ${source_date} there, with an apostrophe in front.`,
    );
  });

  it('a choice of columns can be given back', async () => {
    const file = join(folder, 'projects.csv');
    writeFileSync(file, 'slug,status\nfrelo-leihraeder,DISCONTINUED\n');
    expect(await tryImport(file)).toEqual(shown({ slug: 'frelo-leihraeder', status: 'DISCONTINUED' }));
  });

  const header = ['slug', 'title', 'status', 'municipalities', 'region_wide', 'source_url'];
  const row: CellValue[] = ['a-projekt', 'Testprojekt', 'RUNNING', '08316056', false, 'https://a.example/'];
  const tryXlsx = async (...sheets: Parameters<typeof writeXlsx>[0]['sheets']) => {
    const file = join(folder, 'projects.xlsx');
    writeFileSync(file, await writeXlsx({ sheets }));
    return tryImport(file);
  };

  it('a formula whose result is not in the file is refused', async () => {
    const rows = [header, row.with(1, null)];
    const cells = new Map([['1,1', { formula: 'A1&"!"' }]]);
    expect(await tryXlsx({ name: 'Daten', rows, cells })).toBe(
      'projects.xlsx:2 title: "=A1&\\"!\\"" is a formula whose result is not in the file; open it in a spreadsheet program and save it again.',
    );
  });

  it('a hidden sheet in front is passed over, and a second table is told', async () => {
    const old = { name: 'Alt', rows: [header, row.with(1, 'Alt')] };
    const now = { name: 'Daten', rows: [header, row] };
    expect(await tryXlsx({ ...old, hidden: true }, now)).toEqual(shown(project));
    expect(await tryXlsx(old, now)).toBe(
      'projects.xlsx: has this table in several sheets: Alt, Daten; keep one of them.',
    );
  });

  it('a title that has become a date is told', async () => {
    const rows = [header, row.with(1, new Date('2024-02-01T00:00:00Z'))];
    expect(await tryXlsx({ name: 'Daten', rows })).toBe(
      'projects.xlsx:2 title: "2024-02-01" has become a date in a spreadsheet; write it anew, in a cell for text.',
    );
  });
});

it('of very many wrong rows the first hundred of each kind are told, and how many there are', async () => {
  const rows = Array.from(
    { length: 3000 },
    (_, at) => `p-${at},T,NONSENSE,${at < 150 ? 'x' : ''},false,https://a.example/`,
  );
  const file = join(folder, 'projects.csv');
  writeFileSync(file, `slug,title,status,period_start,region_wide,source_url\n${rows.join('\n')}\n`);
  const lines = String(await tryImport(file)).split('\n');
  expect(lines.filter((line) => line.includes(' status: "NONSENSE"'))).toHaveLength(100);
  expect(lines.filter((line) => line.includes(' period_start: "x"'))).toHaveLength(100);
  expect(lines.slice(200)).toEqual([
    'projects.csv: status: and 2,900 more like the ones above.',
    'projects.csv: period_start: and 50 more like the ones above.',
  ]);
});
