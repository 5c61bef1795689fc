import { readXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import { datasets } from '../../api/publishing/datasets/register.ts';
import { openHub, type TestHub } from '../support/hub.ts';

const awkward = '=SUM(A1) & <Ü>\nzweite Zeile; "Ende" _x0041_';
let hub: TestHub;
beforeAll(async () => {
  hub = await openHub();
  const { prisma } = hub.database;
  await prisma.project.update({
    where: { slug: 'frelo-leihraeder' },
    data: { summaryDe: awkward, sourceDate: '2020-02-03', periodStart: '2019' },
  });
  await prisma.contact.update({
    where: { slug: 'zweckverband-gewerbepark-breisgau' },
    data: { phone: '+49 7634 5108-0', unit: '-Leitung' },
  });
  return () => hub.database.close();
});

const bytes = async (path: string) => new Uint8Array(await (await hub.get(path)).arrayBuffer());

describe('a dataset as XLSX', () => {
  it.each([...datasets.keys()])('has all rows and columns of %s', async (name) => {
    const records = await (await hub.get(`/data/${name}.json`)).json();
    const { sheets } = await readXlsx(await bytes(`/data/${name}.xlsx`));
    expect(sheets[0]!.rows).toHaveLength(records.length + 1);
    expect(sheets[0]!.rows[0]).toEqual(Object.keys(records[0]));
  });

  it('keeps AGS, years and signs as text, days as dates, truth as truth', async () => {
    const columns = 'slug,municipalities,period_start,source_date,region_wide,budget_eur,summary_de';
    const answer = await bytes(`/data/projects.xlsx?order=SLUG&columns=${columns}`);
    const [header, ...rows] = (await readXlsx(answer)).sheets[0]!.rows;
    expect(header).toEqual(columns.split(','));
    const row = rows.find(([slug]) => slug === 'frelo-leihraeder')!;
    expect(row[1]).toMatch(/^08311000\|/);
    expect(row.slice(2, 5)).toEqual(['2019', new Date('2020-02-03T00:00:00Z'), false]);
    expect(row[6]).toBe(awkward);
  });

  it('has a bold, frozen header, a filter over all rows, widths, and a sheet that explains columns and licence', async () => {
    const { sheets } = await readXlsx(await bytes('/data/topics.xlsx'), { readStyles: true });
    const isBold = (cell: string) => sheets[0]!.cells?.get(cell)?.style?.font?.bold ?? false;
    expect([isBold('0,0'), isBold('0,1'), isBold('1,0')]).toEqual([true, true, false]);
    expect(sheets.map(({ name }) => name)).toEqual(['Daten', 'Spalten', 'formats']);
    expect(sheets[0]!.freezePane).toEqual({ rows: 1 });
    expect(sheets[0]!.autoFilter?.range).toBe('A1:G25');
    expect(sheets[0]!.columns?.[0]?.width).toBeGreaterThan(20);
    const about = sheets[1]!.rows.map((row) => row.join(' '));
    expect(about.join('\n')).toContain('https://www.govdata.de/dl-de/by-2-0');
    expect(about).toContain('slug Bleibender Schlüssel des Eintrags, Teil seiner Adresse. ');
    const english = (await readXlsx(await bytes('/data/topics.xlsx?lang=en'))).sheets;
    expect(english.map(({ name }) => name)).toEqual(['Data', 'Columns', 'formats']);
  });
});

describe('CSV for a German Excel', () => {
  it('has BOM, semicolons and decimal commas', async () => {
    const answer = await bytes(
      '/data/municipalities.csv?profile=excel-de&municipality=08316056&columns=ags,name,area_km2',
    );
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(answer)).toBe(
      '\ufeffags;name;area_km2\r\n08316056;Waldkirch;48,47\r\n',
    );
  });

  it('keeps months, and texts of digits, from being taken for days and numbers', async () => {
    const data = { periodEnd: '2024-07', summaryEn: '0123' };
    await hub.database.prisma.project.update({ where: { slug: 'frelo-leihraeder' }, data });
    const columns = 'slug,period_start,period_end,source_date,summary_en';
    const text = await (await hub.get(`/data/projects.csv?profile=excel-de&columns=${columns}`)).text();
    expect(text).toContain('\r\nfrelo-leihraeder;2019;"=""2024-07""";2020-02-03;"=""0123"""\r\n');
  });

  it('guards texts that would be formulas, and no telephone number', async () => {
    const text = await (await hub.get('/data/contacts.csv?profile=excel-de&columns=slug,unit,phone')).text();
    expect(text).toContain("\r\nzweckverband-gewerbepark-breisgau;'-Leitung;+49 7634 5108-0\r\n");
  });

  it('is refused under another name', async () => {
    const answer = await hub.get('/data/topics.csv?profile=excel');
    expect(answer.status).toBe(400);
    expect((await answer.json()).error.message).toBe(
      '?profile: "excel" is not allowed; allowed are rfc4180, excel-de.',
    );
  });
});
