import { promisify } from 'node:util';
import spectrum from 'csv-spectrum';
import { expect, it } from 'vitest';
import { ImportMistakes } from '../../api/imports/problem.ts';
import { readCsv } from '../../api/imports/read-csv.ts';
import { readTable } from '../../api/imports/read-table.ts';

const files = await promisify(spectrum)();

/** Against RFC 4180 it has a quote within a cell without quotes: told, as nobody can say where such a row ends. */
const misquoted = 'location_coordinates';

const read = (csv: Buffer) => {
  const mistakes = new ImportMistakes();
  // Names of columns are in small letters, whatever a program makes of them.
  const known = csv.toString().toLowerCase().split(/\r?\n/, 1)[0]!.split(',');
  const table = readTable('a.csv', readCsv('a.csv', csv, mistakes), { needed: [], known }, mistakes);
  return { rows: table.rows.map(({ cells }) => Object.fromEntries(cells)), problems: mistakes.kept };
};

it('there are twelve files', () => {
  expect(files).toHaveLength(12);
});

it.each(files.filter(({ name }) => name !== misquoted).map((file) => [file.name, file] as const))(
  'the importer reads %s as csv-spectrum expects it',
  (_name, { csv, json }) => {
    // Line ends within cells are read as one kind.
    const expected = JSON.parse(json.toString().replaceAll('\\r\\n', '\\n'));
    expect(read(csv)).toEqual({ rows: expected, problems: [] });
  },
);

it(`the importer tells what is wrong in ${misquoted}`, () => {
  const { csv } = files.find(({ name }) => name === misquoted)!;
  expect(read(csv).problems.map(({ line, message }) => [line, message])).toEqual([
    [2, expect.stringMatching(/^has a quote in the wrong place; /)],
  ]);
});
