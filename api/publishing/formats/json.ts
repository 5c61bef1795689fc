import { everyDataset, type Format } from './format.ts';
import { recordOf } from './record.ts';

/** One array of records; null is no value, a list is an array. */
export const json: Format = {
  extension: 'json',
  contentType: 'application/json; charset=utf-8',
  label: 'JSON',
  description: 'One array of records; null is no value, a list is an array.',
  binary: false,
  inline: true,
  options: {},
  fits: everyDataset,
  async *write({ columns, pages }) {
    let separator = '[\n';
    for await (const rows of pages) {
      yield separator + rows.map((row) => JSON.stringify(recordOf(columns, row))).join(',\n');
      separator = ',\n';
    }
    yield separator === '[\n' ? '[]\n' : '\n]\n';
  },
};
