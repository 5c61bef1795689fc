import { colToLetter, writeXlsx } from 'hucre/xlsx';
import type { ColumnType } from '../../catalogue/model/entity.ts';
import type { Row } from '../../catalogue/query/page.ts';
import { meaningOf } from '../../texts/catalogue/meaning.ts';
import { unzip, type ZipEntry, zip } from '../files/zip.ts';
import { licenceOf } from '../licences.ts';
import { asXml } from '../xml.ts';
import type { Content } from './format.ts';
import { type CellFormat, numberFormats, rowWriter } from './xlsx-rows.ts';

const widths: Readonly<Record<ColumnType, number>> = {
  key: 26,
  text: 44,
  integer: 12,
  number: 12,
  boolean: 12,
  date: 12,
  url: 40,
  email: 32,
  phone: 20,
  timestamp: 20,
};

const words = {
  de: {
    data: 'Daten',
    about: 'Spalten',
    column: 'Spalte',
    meaning: 'Bedeutung',
    values: 'Werte',
    licence: 'Lizenz',
    source: 'Namensnennung',
  },
  en: {
    data: 'Data',
    about: 'Columns',
    column: 'Column',
    meaning: 'Meaning',
    values: 'Values',
    licence: 'Licence',
    source: 'Attribution',
  },
  fr: {
    data: 'Données',
    about: 'Colonnes',
    column: 'Colonne',
    meaning: 'Signification',
    values: 'Valeurs',
    licence: 'Licence',
    source: 'Mention',
  },
};

/**
 * The workbook is made by a library: header, widths, filter, styles and the second sheet. Only the rows are put
 * in while they come, so that memory does not grow with them: what the library itself writes as a stream has one
 * sheet alone, no filter, and no bold header that its column does not share.
 */
export async function* writeWorkbook(content: Content): AsyncGenerator<Uint8Array> {
  const parts = await unzip(await workbook(content));
  yield* zip(entries(parts, content));
}

const sheetPath = 'xl/worksheets/sheet1.xml';

function* entries(parts: Awaited<ReturnType<typeof unzip>>, content: Content): Generator<ZipEntry> {
  const styles = stylesOf(textAt(parts, 'xl/styles.xml'));
  for (const { path, bytes } of parts)
    yield { path, content: path === sheetPath ? sheet(textAt(parts, path), content, styles) : bytes };
}

const textAt = (parts: Awaited<ReturnType<typeof unzip>>, path: string) =>
  new TextDecoder().decode(parts.find((part) => part.path === path)?.bytes);

/** Header row and frame from the workbook, the rows in between. */
async function* sheet(frame: string, { columns, pages }: Content, styles: Record<CellFormat, number>) {
  const end = frame.indexOf('</sheetData>');
  const write = rowWriter(columns, styles);
  let last = 1;
  yield frame.slice(0, end);
  for await (const rows of pages) yield rows.map((row: Row) => write(row, ++last)).join('');
  yield frame
    .slice(end)
    .replace(/<autoFilter ref="[^"]*"/, `<autoFilter ref="A1:${colToLetter(columns.length - 1)}${last}"`);
}

/** The workbook with its header and its second sheet, and without a row. */
async function workbook({ hub, dataset, columns, lang }: Content): Promise<Uint8Array> {
  // A workbook says when it was changed: when the catalogue was, so that the same rows are the same bytes.
  const { createdAt } = await hub.database.revision.current();
  const t = words[lang];
  const licence = licenceOf(hub, dataset);
  const bold = { font: { bold: true } };
  const about = [
    [dataset.title[lang]],
    [dataset.description[lang]],
    [t.licence, licence.name, licence.url],
    ...hub.region.attribution[lang].map((line) => [t.source, line]),
    [],
    [t.column, t.meaning, t.values],
    ...columns.map((column) => [column.name, meaningOf(column, lang), column.values?.join(' | ') ?? '']),
  ];
  return writeXlsx({
    properties: { modified: createdAt },
    sheets: [
      {
        name: t.data,
        columns: columns.map((column) => ({ width: Math.max(widths[column.type], column.name.length + 4) })),
        rows: [columns.map(({ name }) => name)],
        cells: new Map(columns.map(({ name }, index) => [`0,${index}`, { value: name, style: bold }])),
        freezePane: { rows: 1 },
        autoFilter: { range: `A1:${colToLetter(columns.length - 1)}1` },
      },
      {
        name: t.about,
        columns: [{ width: 28, style: bold }, { width: 80 }, { width: 60 }],
        rows: about.map((row) => row.map(asXml)),
      },
      // Not shown: one cell in each format, so that the library makes the styles that the rows use.
      {
        name: 'formats',
        veryHidden: true,
        columns: used.map((numFmt) => ({ numFmt })),
        rows: [used.map(() => 'x')],
      },
    ],
  });
}

const used = Object.values(numberFormats).filter((code) => code !== undefined);

/** Which of the workbook's styles has each number format. */
function stylesOf(stylesXml: string): Record<CellFormat, number> {
  const formats = new Map(
    [...stylesXml.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(([, id, code]) => [
      code,
      id,
    ]),
  );
  const cellStyles = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(stylesXml)?.[1] ?? '';
  const ids = [...cellStyles.matchAll(/<xf numFmtId="(\d+)"/g)].map(([, id]) => id);
  const styleOf = (format: CellFormat) => {
    const code = numberFormats[format];
    return code ? ids.indexOf(formats.get(code)) : 0;
  };
  return { text: styleOf('text'), day: styleOf('day'), moment: styleOf('moment'), plain: 0 };
}
