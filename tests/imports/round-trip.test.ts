import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { entities } from '../../api/catalogue/entities/catalogue.ts';
import { importFiles } from '../../api/imports/import-files.ts';
import { hidden, makeAwkward } from '../support/awkward.ts';
import { editCell } from '../support/edit-cell.ts';
import { openHub, type TestHub } from '../support/hub.ts';

const about = { message: 'Round trip' };
const nothing = { revision: null, added: {}, changed: {}, removed: {} };
const formats = { csv: '.csv', 'excel-de': '.csv?profile=excel-de', xlsx: '.xlsx' };

let hub: TestHub;
let folder: string;
beforeAll(async () => {
  hub = await openHub();
  folder = mkdtempSync(join(tmpdir(), 'round-trip-'));
  await makeAwkward(hub.database);
  return async () => {
    rmSync(folder, { recursive: true });
    await hub.database.close();
  };
});

async function download(name: string, format: keyof typeof formats, query = ''): Promise<string> {
  const answer = await hub.app.request(`/data/${name}${formats[format]}${query}`);
  expect(answer.status).toBe(200);
  const file = join(folder, `${name}-2026-11-24${format === 'xlsx' ? '.xlsx' : '.csv'}`);
  writeFileSync(file, Buffer.from(await answer.arrayBuffer()));
  return file;
}

const give = (file: string) => importFiles(hub.database, [file], about);

describe.each(Object.keys(formats) as (keyof typeof formats)[])('as %s', (format) => {
  it.each(entities.map(({ name }) => name))('%s, given back unchanged, make no change', async (name) => {
    expect(await give(await download(name, format))).toEqual(nothing);
  });

  it.each(entities.map((entity) => [entity.name, entity] as const))(
    '%s, with one cell edited, make exactly that change',
    async (name, entity) => {
      const file = await download(name, format);
      const column = entity.columns.find((one) => one.type === 'text' && one.required && !one.values)!;
      const [key, before, after] = await editCell(file, entity.key, column.name, `Neu: ${format}`);
      const { changed, added } = await give(file);
      expect({ changed, added }).toEqual({ changed: { [name]: 1 }, added: {} });
      const [change] = await hub.database.prisma.revisionChange.findMany({
        orderBy: { number: 'desc' },
        take: 1,
      });
      expect(change).toMatchObject({ entity: name, key, action: 'CHANGED' });
      expect(change!.before).toMatchObject({ [column.name]: before });
      expect(change!.after).toEqual({ ...(change!.before as object), [column.name]: after });
    },
  );
});

describe('a file', () => {
  it('of a filtered list removes nothing that is not in it', async () => {
    const projects = await hub.database.prisma.project.count();
    expect(await give(await download('projects', 'csv', '?field=digilab'))).toEqual(nothing);
    expect(await hub.database.prisma.project.count()).toBe(projects);
  });

  it('that shows no contact which is not public does not take it away', async () => {
    await give(await download('projects', 'csv'));
    const { contactSlug } = await hub.database.prisma.project.findUniqueOrThrow({
      where: { slug: 'frelo-leihraeder' },
    });
    expect(contactSlug).toBe(hidden);
  });

  it('for a German Excel, saved with commas, makes no change of any of the cells that it guards', async () => {
    const file = join(folder, 'contacts.csv');
    const row = ['zweckverband-gewerbepark-breisgau', "'=SUM(A1)", "''=schon mit Apostroph"];
    writeFileSync(file, stringify([['slug', 'unit', 'role_de'], row]));
    expect(await give(file)).toEqual(nothing);
    rmSync(file);
  });

  it('with empty texts in quotes for empty cells makes no change', async () => {
    const file = await download('projects', 'csv');
    const rows: string[][] = parse(readFileSync(file));
    expect(rows.flat().filter((cell) => cell === '').length).toBeGreaterThan(100);
    writeFileSync(file, stringify(rows, { quoted_empty: true }));
    expect(readFileSync(file, 'utf8')).toContain(',"",');
    expect(await give(file)).toEqual(nothing);
  });

  it('can be tried first: a dry run tells the changes and writes none', async () => {
    const file = join(folder, 'topics.csv');
    writeFileSync(file, 'slug,name_de\nwlan,Anders\nganz-neu,Neu\n');
    const revisions = await hub.database.prisma.revision.count();
    const told: string[] = [];
    const { describeChange } = await import('../../seed/describe.ts');
    const result = await importFiles(hub.database, [file], {
      ...about,
      dryRun: true,
      onDifference: (change) => told.push(describeChange(change)),
    });
    expect(result).toEqual({ revision: null, added: { topics: 1 }, changed: { topics: 1 }, removed: {} });
    expect(told).toEqual(['topics wlan: name_de "Öffentliches WLAN" -> "Anders"', 'topics ganz-neu: new']);
    expect(await hub.database.prisma.revision.count()).toBe(revisions);
    rmSync(file);
  });

  it('that is none of the catalogue is told with what would be right', async () => {
    const file = await download('who-does-what', 'csv');
    await expect(give(file)).rejects.toThrow(/^who-does-what-2026-11-24\.csv: is no file of the catalogue;/);
  });

  it('of German days, truths and commas is read as Excel writes them', async () => {
    const file = join(folder, 'municipalities.csv');
    writeFileSync(
      file,
      '\ufeffags;name;kind;source;area_km2;wfr_member;population_date\r\n8316056;Waldkirch;GROSSE_KREISSTADT;x;48,50;WAHR;31.12.2024\r\n',
    );
    await give(file);
    expect(
      await hub.database.prisma.municipality.findUniqueOrThrow({ where: { ags: '08316056' } }),
    ).toMatchObject({ areaKm2: 48.5, wfrMember: true, populationDate: '2024-12-31' });
  });
});
