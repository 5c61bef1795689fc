import { sqlFor } from '../../catalogue/model/visibility.ts';
import { fromPaged } from '../../catalogue/query/page.ts';
import { commaJoin, identifier, type Sql, sql } from '../../database/sql.ts';
import type { Hub } from '../../hub.ts';
import type { Collection } from '../../publishing/addresses/features.ts';

/** What tells that a column's type is the general one: of dates one without a day, of numbers a fraction. */
const general: Partial<Record<string, (value: Sql) => Sql>> = {
  date: (value) => sql`length(${value}) < 10`,
  number: (value) => sql`${value} <> trunc(${value})`,
};

/**
 * The keys of the features that come first: GIS programs type a column by the ten that they ask for first, and
 * drop without a word what does not fit later. So each column has its most general value among them.
 */
export async function firstFeatures({ database, viewer }: Hub, { dataset }: Collection): Promise<string[]> {
  const key = sql`t.${identifier(dataset.key)}`;
  const found = dataset.columns.flatMap(({ type, list, sql: value }) => {
    const isGeneral = list ? undefined : general[type];
    return isGeneral ? sql`min(${key}) FILTER (WHERE ${isGeneral(sqlFor(value, viewer))})` : [];
  });
  const [row] = await database.rows<{ keys: (string | null)[] }>(
    sql`SELECT ARRAY[${commaJoin(found)}]::text[] AS keys FROM ${fromPaged(dataset, viewer)}`,
  );
  return [...new Set(row?.keys.filter((one) => one !== null))];
}
