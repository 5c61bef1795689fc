import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entities } from '../../api/catalogue/entities/catalogue.ts';
import { importFiles } from '../../api/imports/import-files.ts';
import { describeChange } from '../../seed/describe.ts';
import { makeAwkward } from '../support/awkward.ts';
import { editCell } from '../support/edit-cell.ts';
import { openHub, type TestHub } from '../support/hub.ts';

/** Of a table for machines the columns are opened as texts, as whoever wants them as they are has to. */
const asTexts = Array.from({ length: 40 }, (_, at) => `${at + 1}/2`).join('/');
const german = '--infilter=CSV:59,34,76,1,,1031,false,true';
const csv = (separator: number) => `csv:Text - txt - csv (StarCalc):${separator},34,76,1`;

/** A file as it is downloaded, how LibreOffice opens it, and as what it saves it again. */
const ways = {
  'CSV as CSV': ['.csv', [`--infilter=CSV:44,34,76,1,${asTexts}`], csv(44)],
  'CSV as XLSX': ['.csv', [`--infilter=CSV:44,34,76,1,${asTexts}`], 'xlsx'],
  'CSV for a German Excel as CSV': ['.csv?profile=excel-de', [german], csv(59)],
  'CSV for a German Excel as CSV with commas': ['.csv?profile=excel-de', [german], csv(44)],
  'CSV for a German Excel as XLSX': ['.csv?profile=excel-de', [german], 'xlsx'],
  'XLSX as CSV': ['.xlsx', [], csv(44)],
  'XLSX as XLSX': ['.xlsx', [], 'xlsx'],
} as const;
const about = { message: 'Saved again by LibreOffice' };

let hub: TestHub;
let folder: string;
beforeAll(async () => {
  hub = await openHub();
  folder = mkdtempSync(join(tmpdir(), 'saved-again-'));
  await makeAwkward(hub.database);
  // Digits alone lose their zeros in a CSV that is opened with a double click; the importer mends that of AGS only.
  const data = { summaryEn: '0123 to begin with' };
  await hub.database.prisma.project.update({ where: { slug: 'frelo-leihraeder' }, data });
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await hub.database.close();
});

/** Every dataset that can be edited, opened by LibreOffice and saved again. */
async function savedAgain([path, opened, target]: (typeof ways)[keyof typeof ways]) {
  const [, extension] = /^\.(\w+)/.exec(path)!;
  const files: string[] = [];
  for (const { name } of entities) {
    const answer = await hub.app.request(`/data/${name}${path}`);
    const file = join(folder, `${name}.${extension}`);
    writeFileSync(file, Buffer.from(await answer.arrayBuffer()));
    files.push(file);
  }
  const out = mkdtempSync(join(folder, 'saved-'));
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const convert = ['--headless', ...opened, '--convert-to', target, '--outdir', out, ...files];
  execFileSync('soffice', [profile, ...convert], { stdio: 'ignore' });
  return (name: string) => join(out, `${name}.${target.split(':')[0]}`);
}

const give = (file: string) => importFiles(hub.database, [file], about);

describe('saved again by LibreOffice', () => {
  it.each(Object.entries(ways))(
    '%s makes no change, and with one cell edited exactly that change',
    async (name, way) => {
      const file = await savedAgain(way);
      const told: string[] = [];
      const onDifference = (change: Parameters<typeof describeChange>[0]) =>
        told.push(describeChange(change));
      for (const { name } of entities)
        await importFiles(hub.database, [file(name)], { ...about, dryRun: true, onDifference });
      expect(told).toEqual([]);

      for (const entity of entities) {
        const column = entity.columns.find((one) => one.type === 'text' && one.required && !one.values)!;
        const text = `Neu äöü "${name}"; +49`;
        const [key, before, after] = await editCell(file(entity.name), entity.key, column.name, text);
        expect(await give(file(entity.name))).toMatchObject({ changed: { [entity.name]: 1 }, added: {} });
        const [change] = await hub.database.prisma.revisionChange.findMany({
          orderBy: { number: 'desc' },
          take: 1,
        });
        expect(change).toMatchObject({
          entity: entity.name,
          key: expect.stringMatching(new RegExp(`^0?${key}$`)),
        });
        expect(change!.before).toMatchObject({ [column.name]: before });
        expect(change!.after).toEqual({ ...(change!.before as object), [column.name]: after });
      }
    },
  );
});
