import { colToLetter } from 'hucre/xlsx';
import type { Column } from '../../catalogue/model/entity.ts';
import type { Row } from '../../catalogue/query/page.ts';
import { asXml } from '../xml.ts';
import { textOf } from './csv.ts';

/** How a column's cells are formatted; the number formats by which the workbook finds each of them. */
export const numberFormats = {
  text: '@',
  day: 'yyyy-mm-dd',
  moment: 'yyyy-mm-dd hh:mm:ss',
  plain: undefined,
};
export type CellFormat = keyof typeof numberFormats;

/** Keys, telephone numbers and partial dates are text, so that no zero is lost and no year becomes a day. */
function formatOf({ type, list }: Column): CellFormat {
  if (list || type === 'key' || type === 'phone' || type === 'date') return 'text';
  return type === 'timestamp' ? 'moment' : 'plain';
}

const dayInMs = 86_400_000;
/** Excel counts days from here. */
const firstDay = Date.UTC(1899, 11, 30);
const serial = (time: number) => (time - firstDay) / dayInMs;

/** `_x0041_` is how Excel writes some characters, so that as text it is escaped itself. */
const xml = (text: string) =>
  asXml(text)
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

/**
 * Writes rows as SpreadsheetML.
 * @param styles the workbook's style for each format.
 */
export function rowWriter(columns: readonly Column[], styles: Readonly<Record<CellFormat, number>>) {
  const letters = columns.map((_, index) => colToLetter(index));
  return (row: Row, number: number): string => {
    const cells = columns.map((column, index) => {
      const at = `r="${letters[index]}${number}"`;
      return cell(row[column.name], column, at, styles);
    });
    return `<row r="${number}">${cells.join('')}</row>`;
  };
}

function cell(
  value: unknown,
  column: Column,
  at: string,
  styles: Readonly<Record<CellFormat, number>>,
): string {
  const format = formatOf(column);
  const style = styles[format] > 0 ? ` s="${styles[format]}"` : '';
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0))
    return style && `<c ${at}${style}/>`;
  if (typeof value === 'number') return `<c ${at}${style}><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `<c ${at} t="b"><v>${Number(value)}</v></c>`;
  if (value instanceof Date) return `<c ${at}${style}><v>${serial(value.getTime())}</v></c>`;
  // A whole day is a date; a year or a month is no day and stays text.
  if (column.type === 'date' && /^\d{4}-\d\d-\d\d$/.test(String(value)))
    return `<c ${at} s="${styles.day}"><v>${serial(Date.parse(`${value}T00:00:00Z`))}</v></c>`;
  return `<c ${at}${style} t="inlineStr"><is><t xml:space="preserve">${xml(textOf(value).replaceAll('\r\n', '\n'))}</t></is></c>`;
}
