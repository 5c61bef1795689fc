import type { Format } from './format.ts';

/** One array of records; null is no value, a list is an array. */
export const json: Format = {
  extension: 'json',
  contentType: 'application/json; charset=utf-8',
  async *write(_columns, pages) {
    let separator = '[\n';
    for await (const rows of pages) {
      yield separator + rows.map((row) => JSON.stringify(row)).join(',\n');
      separator = ',\n';
    }
    yield separator === '[\n' ? '[]\n' : '\n]\n';
  },
};
