import { everyDataset, type Format } from './format.ts';
import { recordOf } from './record.ts';

/** One record a line, so that a program can begin before the end. */
export const ndjson: Format = {
  extension: 'ndjson',
  contentType: 'application/x-ndjson; charset=utf-8',
  label: 'NDJSON',
  description: 'One record as JSON on each line.',
  binary: false,
  options: {},
  fits: everyDataset,
  async *write({ columns, pages }) {
    for await (const rows of pages)
      yield rows.map((row) => `${JSON.stringify(recordOf(columns, row))}\n`).join('');
  },
};
