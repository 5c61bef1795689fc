import { stringify } from 'csv-stringify/sync';
import { known } from '../../../map-widget/model/known.ts';
import type { Column } from '../../catalogue/model/entity.ts';
import { guard } from '../../imports/formula-guard.ts';
import { everyDataset, type Format } from './format.ts';

type Profile = {
  readonly start: string;
  readonly delimiter: string;
  readonly cell: (text: string, column: Column) => string;
};

const profiles: Readonly<Record<string, Profile>> = {
  /** Raw values, for machines. */
  rfc4180: { start: '', delimiter: ',', cell: (text) => text },
  /** What a German Excel opens with a double click; the importer reads it back to the same values. */
  'excel-de': {
    start: '\ufeff',
    delimiter: ';',
    cell(text, { type }) {
      if (type === 'number') return text.replace('.', ',');
      if (isMistaken(text, type)) return `="${text}"`;
      // Text alone: a telephone number that begins with + is no formula and must stay one.
      return type === 'text' ? guard(text) : text;
    },
  },
};

/**
 * A month is the first day of it to a spreadsheet, and digits are a number without the zeros before them; a formula that
 * is nothing but a text keeps both as they are, also when the file is saved again.
 */
const isMistaken = (text: string, type: Column['type']) =>
  type === 'date' ? /^\d{4}-\d\d$/.test(text) : (type === 'text' || type === 'phone') && /^\d+$/.test(text);

/** A value as text: lists joined by `|`, moments as ISO 8601 in UTC. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.join('|');
  return value instanceof Date ? value.toISOString() : String(value);
}

export const csv: Format = {
  extension: 'csv',
  contentType: 'text/csv; charset=utf-8; header=present',
  label: 'CSV',
  description: 'RFC 4180: UTF-8 without BOM, comma, ISO dates, lists joined by |.',
  binary: false,
  options: {
    profile: {
      description:
        '`excel-de` is for a German Excel: with BOM, semicolon and decimal comma, an apostrophe before a text (never a telephone number) that begins with =, +, - or @, so that it is no formula, and months and texts of digits as formulas that are nothing but a text (="2024-07"), so that they stay what they are; the hub\'s importer takes both off again.',
      values: ['rfc4180', 'excel-de'],
    },
  },
  fits: everyDataset,
  async *write({ columns, pages, options }) {
    const { start, delimiter, cell } = known(profiles[options.profile ?? ''], `profile ${options.profile}`);
    const lines = (rows: readonly (readonly string[])[]) =>
      stringify([...rows] as string[][], { record_delimiter: '\r\n', delimiter });
    yield start + lines([columns.map(({ name }) => name)]);
    for await (const rows of pages)
      yield lines(rows.map((row) => columns.map((column) => cell(textOf(row[column.name]), column))));
  },
};
