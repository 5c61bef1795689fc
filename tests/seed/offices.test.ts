import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeXlsx } from 'hucre/xlsx';
import { beforeEach, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'offices-'));
  return () => rmSync(folder, { recursive: true });
});

/** As the list is built: a cover, then titles, a header in two lines, and rows from the Land to the Gemeinde. */
const header = [
  ['Anschriften der Gemeinde- und Stadtverwaltungen'],
  [
    'Land',
    '',
    'Satzart',
    'Textkennzeichen',
    '',
    'Amtlicher',
    'Amtlicher',
    'Gemeindename',
    'Verwaltung',
    'Straße und',
    'PLZ',
    'Ort',
    'E-Mail',
  ],
  [
    '',
    '',
    '',
    '',
    '',
    'Regionalschlüssel (ARS)',
    'Gemeindeschlüssel (AGS)',
    '',
    '',
    'Hausnummer',
    '',
    '',
    '',
  ],
];
const list = [
  ...header,
  [
    '08',
    'Baden-Württemberg',
    '10',
    '',
    '',
    '08',
    '',
    'Baden-Württemberg',
    'Staatsministerium',
    'Richard-Wagner-Straße 15',
    '70184',
    'Stuttgart',
    '',
  ],
  [
    '08',
    'Baden-Württemberg',
    '40',
    '43',
    'Landkreis',
    '08317',
    '',
    'Ortenaukreis',
    'Landratsamt Ortenaukreis',
    'Badstraße 20',
    '77652',
    'Offenburg',
    'landratsamt@ortenau.example',
  ],
  [
    '08',
    'Baden-Württemberg',
    '60',
    '63',
    'Stadt',
    '083170001001',
    '08317001',
    'Achern, Stadt',
    'Stadtverwaltung Achern',
    'Rathausplatz 1 - 3',
    '77855',
    'Achern',
    'stadt@achern.example',
  ],
  [
    '08',
    'Baden-Württemberg',
    '60',
    '64',
    'Gemeinde',
    '083175004005',
    '',
    'Appenweier',
    '',
    'Ortenauer Straße 13',
    77767,
    'Appenweier',
    '',
  ],
  [
    '08',
    'Baden-Württemberg',
    '60',
    '64',
    'Gemeinde',
    '083150000003',
    '08315003',
    'Au',
    'Gemeindeverwaltung Au',
    'Dorfstraße 25',
    '79280',
    'Au',
    '',
  ],
];

const run = (...given: string[]) =>
  new Promise<{ code: unknown; stdout: string; stderr: string }>((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', 'seed/read-offices.ts', ...given],
      { cwd: root },
      (error, stdout, stderr) => resolve({ code: error?.code ?? 0, stdout, stderr }),
    );
  });

async function workbook(rows: (string | number)[][]): Promise<string> {
  const path = join(folder, 'list.xlsx');
  writeFileSync(
    path,
    await writeXlsx({
      sheets: [
        { name: 'Inhalt', rows: [['Inhalt']] },
        { name: 'Anschriften_31_01_2026', rows },
      ],
    }),
  );
  return path;
}

describe('the offices command', () => {
  it('writes the offices of a region out of the list: of municipalities and of the Landkreis', async () => {
    const out = join(folder, 'ortenau');
    const given = [await workbook(list), '--prefix', '08317', '--out', out];
    expect(await run(...given)).toEqual({
      code: 0,
      stdout: `3 offices, 2 with an e-mail address, written to ${out}/offices.csv\n`,
      stderr: '',
    });
    const source =
      'OFFICIAL_LIST,https://www.destatis.de/DE/Themen/Laender-Regionen/Regionales/Publikationen/Downloads/anschriftenverzeichnis-5119101.html,2026-01-31';
    expect(readFileSync(join(out, 'offices.csv'), 'utf8').split('\n')).toEqual([
      'ags,office_organisation,office_street,office_postcode,office_place,office_email,office_confidence,office_source_url,office_source_date',
      `08317,Landratsamt Ortenaukreis,Badstraße 20,77652,Offenburg,landratsamt@ortenau.example,${source}`,
      `08317001,Stadtverwaltung Achern,Rathausplatz 1-3,77855,Achern,stadt@achern.example,${source}`,
      `08317005,Appenweier,Ortenauer Straße 13,77767,Appenweier,,${source}`,
      '',
    ]);
    const { code, stderr } = await run(...given);
    expect([code, stderr]).toEqual([
      1,
      `${out}/offices.csv is there already, perhaps with more than the list knows.\n`,
    ]);
  });

  it('tells what the workbook lacks, and which prefix has nobody', async () => {
    const given = ['--prefix', '09', '--date', '2026'];
    expect((await run(await workbook(list), ...given)).stderr).toBe(
      'The list has no administration whose AGS begins with 09.\n',
    );
    expect(
      (
        await run(
          await workbook([
            ['Name', 'Ort'],
            ['Au', 'Au'],
          ]),
          ...given,
        )
      ).stderr,
    ).toBe(
      'No sheet has the columns AGS (or ARS), name, street, postcode, place and e-mail; the sheets are Inhalt, Anschriften_31_01_2026.\n',
    );
  });
});
