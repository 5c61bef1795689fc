import { stringify } from 'csv-stringify/sync';
import { everyDataset, type Format } from './format.ts';

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.join('|');
  return value instanceof Date ? value.toISOString() : String(value);
}

/** RFC 4180, UTF-8 without BOM, comma, raw values, ISO dates, lists joined by `|`: for machines. */
export const csv: Format = {
  extension: 'csv',
  contentType: 'text/csv; charset=utf-8; header=present',
  label: 'CSV',
  description: 'RFC 4180: UTF-8 without BOM, comma, ISO dates, lists joined by |.',
  binary: false,
  options: {},
  fits: everyDataset,
  async *write({ columns, pages }) {
    const lines = (rows: readonly (readonly string[])[]) =>
      stringify([...rows] as string[][], { record_delimiter: '\r\n' });
    yield lines([columns.map(({ name }) => name)]);
    for await (const rows of pages)
      yield lines(rows.map((row) => columns.map(({ name }) => cell(row[name]))));
  },
};
