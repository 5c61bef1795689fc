import { freshSince } from '../../../catalogue/model/freshness.ts';
import { countRecords, type Row, recordPages } from '../../../catalogue/query/page.ts';
import { readFilter, readOrder } from '../../../catalogue/query/read-filter.ts';
import type { Hub } from '../../../hub.ts';
import { readCatalogueFacts } from '../../../publishing/catalogue-facts.ts';
import type { Dataset } from '../../../publishing/datasets/dataset.ts';

/** How many rows a dataset has, and how fresh they are. */
export type DatasetFacts = {
  readonly dataset: Dataset;
  readonly count: number;
  readonly modified: Date;
  /** How many were confirmed within twelve months; undefined where a row cannot be. */
  readonly confirmed: number | undefined;
};

export async function readDatasetFacts(hub: Hub, datasets: Iterable<Dataset>): Promise<DatasetFacts[]> {
  const { datesOf } = await readCatalogueFacts(hub);
  const count = async (dataset: Dataset, filter = {}) =>
    countRecords(hub, dataset, await readFilter(hub, dataset, filter, '?'));
  return Promise.all(
    [...datasets].map(async (dataset) => ({
      dataset,
      count: await count(dataset),
      modified: datesOf(dataset).modified,
      confirmed: dataset.filters.confirmedSince && (await count(dataset, { confirmedSince: freshSince() })),
    })),
  );
}

/** The first ten rows of a dataset, as its files begin. */
export async function readPreview(hub: Hub, dataset: Dataset, base: string): Promise<Row[]> {
  const where = await readFilter(hub, dataset, {}, '?');
  const pages = recordPages(hub, dataset, dataset.columns, where, readOrder(dataset, undefined), 10);
  for await (const rows of pages) return rows.map((row) => ({ ...row, url: `${base}${row.url}` }));
  return [];
}
