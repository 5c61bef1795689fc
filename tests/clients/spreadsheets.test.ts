import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, expect, it } from 'vitest';
import { openHub, type TestHub } from '../support/hub.ts';

const slug = 'frelo-leihraeder';
const awkward = '=SUM(A1) Zeile eins\nZeile "zwei"; größer <besser>';
let hub: TestHub;
let folder: string;
beforeAll(async () => {
  hub = await openHub();
  folder = mkdtempSync(join(tmpdir(), 'clients-'));
  await hub.database.prisma.project.update({ where: { slug }, data: { summaryDe: awkward } });
  return async () => {
    rmSync(folder, { recursive: true });
    await hub.database.close();
  };
});

async function download(path: string): Promise<string> {
  const answer = await hub.app.request(`/data/${path}`);
  expect(answer.status).toBe(200);
  const file = join(folder, path.split('?')[0]!);
  writeFileSync(file, Buffer.from(await answer.arrayBuffer()));
  return file;
}

const run = (program: string, ...given: string[]) =>
  execFileSync(program, given, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], timeout: 120_000 });

/** Saves a file again with LibreOffice. */
function libreOffice(file: string, target: string, ...more: string[]): string {
  const out = join(folder, 'saved');
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  run('soffice', profile, '--headless', ...more, '--convert-to', target, '--outdir', out, file);
  return join(out, `projects.${target.split(':')[0]}`);
}

type Row = Record<string, string>;
const compare = (rows: Row[]) => {
  const row = rows.find((one) => one.slug === slug)!;
  return { count: rows.length, lead: row.lead, summary: row.summary_de, municipalities: row.municipalities };
};
/** GDAL writes a list as JSON. */
const listsJoined = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, cell]) => [
      name,
      cell.startsWith('[') ? JSON.parse(cell).join('|') : cell,
    ]),
  );
const expected = {
  count: 158,
  lead: '08311000',
  summary: awkward,
  municipalities: expect.stringMatching(/^08311000\|\d{8}\|/),
};
const asCsv = 'csv:Text - txt - csv (StarCalc):44,34,76,1';

const asTexts = Array.from({ length: 40 }, (_, at) => `${at + 1}/2`).join('/');

it.each([
  ['XLSX', '.xlsx', [], {}],
  ['CSV, its columns as texts', '.csv', [`--infilter=CSV:44,34,76,1,${asTexts}`], {}],
  [
    // Without being told, a spreadsheet takes one AGS alone for a number; the importer gives the zero back.
    'CSV for a German Excel as a double click does, guarded against formulas',
    '.csv?profile=excel-de',
    ['--infilter=CSV:59,34,76,1,,1031,false,true'],
    { lead: '8311000', summary: `'${awkward}` },
  ],
])(
  'LibreOffice reads %s: all rows, umlauts, line breaks, no formula',
  async (_what, file, opened, spoilt) => {
    const saved = libreOffice(await download(`projects${file}`), asCsv, ...opened);
    const rows: Row[] = parse(readFileSync(saved), { columns: true, bom: true });
    expect(compare(rows)).toEqual({ ...expected, ...spoilt });
  },
);

it.each([
  ['csv', 'read_csv(f, dtype=str, keep_default_na=False)'],
  ['json', 'read_json(f, dtype=False)'],
  ['ndjson', 'read_json(f, lines=True, dtype=False)'],
])('pandas reads projects.%s', async (format, read) => {
  const script = `import pandas, json, sys
f = sys.argv[1]
rows = json.loads(pandas.${read}.to_json(orient='records'))
print(json.dumps([{k: '|'.join(v) if isinstance(v, list) else v for k, v in r.items()} for r in rows], default=str))`;
  const file = await download(`projects.${format}`);
  expect(compare(JSON.parse(run('/usr/bin/python3', '-c', script, file)))).toEqual(expected);
});

it.each(['csv', 'geojson'])('GDAL reads projects.%s', async (format) => {
  const file = await download(`projects.${format}`);
  const rows: Row[] = parse(run('ogr2ogr', '-f', 'CSV', '/vsistdout/', file), { columns: true });
  expect(compare(rows.map(listsJoined))).toEqual(expected);
});

it('GDAL reads GeoJSON as one layer of points', async () => {
  const layer = run('ogrinfo', '-so', '-al', await download('projects.geojson'));
  expect(layer).toContain('Feature Count: 158');
  expect(layer).toContain('Geometry: Multi Point');
});
