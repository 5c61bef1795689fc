import type { Column, Order } from '../../catalogue/model/entity.ts';
import { countRecords, type Row, recordPages, rowsPerPage } from '../../catalogue/query/page.ts';
import { readOrder } from '../../catalogue/query/read-filter.ts';
import { type Sql, sql } from '../../database/sql.ts';
import { CallerError } from '../../errors.ts';
import type { Hub } from '../../hub.ts';
import type { Language } from '../../language.ts';
import type { Recipe } from '../files/generation.ts';
import type { Format } from '../formats/format.ts';
import type { Dataset } from './dataset.ts';
import { readOptions } from './read-parameters.ts';

/** What a file is to hold, and as what. */
export type Wanted = {
  readonly dataset: Dataset;
  readonly format: Format;
  /** A value for each of the format's options. */
  readonly options: Readonly<Record<string, string>>;
  readonly columns: readonly Column[];
  readonly where: Sql;
  readonly order: Order;
  readonly lang: Language;
};

/** A whole dataset, every column in its own order. */
export const everything = (
  dataset: Dataset,
  format: Format,
  options: Readonly<Record<string, string>> = {},
): Wanted => ({
  dataset,
  format,
  options: readOptions(format.options, options),
  columns: dataset.columns,
  where: sql`TRUE`,
  order: readOrder(dataset, undefined),
  lang: 'de',
});

/** How to make the file of a whole dataset; the addresses in it are under `base`. */
export const recipeOf = (hub: Hub, base: string, wanted: Wanted): Recipe => ({
  key: [base, wanted.dataset.name, wanted.format.extension, JSON.stringify(wanted.options)].join('\n'),
  async *make() {
    await mustFit(hub, wanted);
    yield* write(hub, base, wanted, pagesOf(hub, wanted));
  },
});

/** A format that cannot hold so many rows is refused before it begins. */
export async function mustFit(hub: Hub, { dataset, format: { maxRows, label }, where }: Wanted) {
  if (maxRows === undefined) return;
  const count = await countRecords(hub, dataset, where);
  if (count > maxRows)
    throw new CallerError(
      'BAD_USER_INPUT',
      `${label} holds at most ${maxRows} rows, and these are ${count}; filter them, or take CSV.`,
    );
}

export const pagesOf = (hub: Hub, { dataset, columns, where, order }: Wanted) =>
  recordPages(hub, dataset, withPlaces(dataset, columns), where, order, rowsPerPageOf(dataset));

export const rowsPerPageOf = (dataset: Dataset): number => dataset.rowsPerPage ?? rowsPerPage;

/** The pieces of the file. */
export const write = (hub: Hub, base: string, wanted: Wanted, pages: AsyncIterable<Row[]>) =>
  wanted.format.write({ ...wanted, hub, pages: withAddresses(base, pages) });

/** Beside the columns asked for, where the row lies: what a geometry is made from. */
const withPlaces = ({ place }: Dataset, columns: readonly Column[]): readonly Column[] =>
  place
    ? [...columns, { name: '_places', type: 'key', list: true, description: '', sql: place.sql }]
    : columns;

/** The address of a record's page is made whole: a file is read far from here. */
async function* withAddresses(base: string, pages: AsyncIterable<Row[]>): AsyncGenerator<Row[]> {
  for await (const rows of pages) {
    for (const row of rows) if (typeof row.url === 'string') row.url = base + row.url;
    yield rows;
  }
}
