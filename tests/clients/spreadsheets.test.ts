import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, expect, it } from 'vitest';
import { importFiles } from '../../api/curation/import-files.ts';
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

async function download(file: string, query = ''): Promise<string> {
  const answer = await hub.app.request(`/data/${file}${query}`);
  expect(answer.status).toBe(200);
  writeFileSync(join(folder, file), Buffer.from(await answer.arrayBuffer()));
  return join(folder, file);
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
const expected = {
  count: 158,
  lead: '08311000',
  summary: awkward,
  municipalities: expect.stringMatching(/^08311000\|\d{8}\|/),
};
const asCsv = 'csv:Text - txt - csv (StarCalc):44,34,76,1';

it('LibreOffice reads XLSX with all rows, leading zeros, line breaks and no formula', async () => {
  const saved = libreOffice(await download('projects.xlsx'), asCsv);
  expect(compare(parse(readFileSync(saved), { columns: true, bom: true }))).toEqual(expected);
}, 180_000);

it('XLSX saved again by LibreOffice as XLSX, given back, makes no change', async () => {
  const saved = libreOffice(await download('projects.xlsx'), 'xlsx');
  await hub.database.prisma.project.update({ where: { slug }, data: { summaryDe: awkward } });
  expect(await importFiles(hub.database, [saved], { actor: 'test', message: 'LibreOffice' })).toMatchObject({
    revision: null,
  });
}, 180_000);

it.each(['csv', 'ndjson'])(
  'pandas reads projects.%s',
  async (format) => {
    const file = await download(`projects.${format}`);
    const read =
      format === 'csv'
        ? 'read_csv(f, dtype=str, keep_default_na=False)'
        : 'read_json(f, lines=True, dtype=False)';
    const script = `import pandas, json, sys
f = sys.argv[1]
rows = json.loads(pandas.${read}.to_json(orient='records'))
print(json.dumps([{k: '|'.join(v) if isinstance(v, list) else v for k, v in r.items()} for r in rows], default=str))`;
    expect(compare(JSON.parse(run('/usr/bin/python3', '-c', script, file)))).toEqual(expected);
  },
  120_000,
);

it('GDAL reads GeoJSON as one layer of points', async () => {
  const layer = run('ogrinfo', '-so', '-al', await download('projects.geojson'));
  expect(layer).toContain('Feature Count: 158');
  expect(layer).toContain('Geometry: Multi Point');
}, 120_000);
