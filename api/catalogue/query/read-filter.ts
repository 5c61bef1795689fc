import { allOf, identifier, type Sql, sql } from '../../database/sql.ts';
import { badInput } from '../../errors.ts';
import { catalogue } from '../entities/catalogue.ts';
import type { Entity, EntityName, Filter, Filtered, Through } from '../model/entity.ts';
import { type Reader, type Viewer, visible } from '../model/visibility.ts';
import { readText, type SearchText } from '../model/vocabulary.ts';
import { type FilterValue, readValue } from './filter-value.ts';

/** What a door hands in: GraphQL's `filter` as it is, a URL's parameters as lists of strings. */
export type FilterInput = Readonly<Record<string, unknown>>;

/** A value as its filter takes it: what is searched for has been read. */
export type CheckedValue = FilterValue | SearchText | readonly FilterValue[];

/** The filters that were given, by name, with their values. */
export type CheckedFilter = ReadonlyMap<string, CheckedValue>;

/**
 * Checks a filter and makes it a condition over the alias `t` of the entity's table.
 * @param at where it stands, for the error: `filter` in GraphQL, `?` in a URL.
 * @throws CallerError that names the filter, the bad value and what is allowed.
 */
export async function readFilter(
  reader: Reader,
  entity: Filtered,
  input: FilterInput,
  at: 'filter.' | '?' | '',
): Promise<Sql> {
  return conditionOf(reader.viewer, entity, await checkFilter(reader, entity, input, at));
}

/** Checks a filter, like `readFilter`, for a caller that needs several conditions of it. */
export async function checkFilter(
  reader: Reader,
  entity: Filtered,
  input: FilterInput,
  at: 'filter.' | '?' | '',
): Promise<CheckedFilter> {
  const checked = new Map<string, CheckedValue>();
  for (const [filterName, given] of Object.entries(input)) {
    if (given === null || given === undefined) continue;
    const filter = Object.hasOwn(entity.filters, filterName) ? entity.filters[filterName] : undefined;
    if (!filter)
      throw badInput(
        at + filterName,
        given,
        `the filters of ${entity.name} are ${Object.keys(entity.filters).join(', ')}`,
      );
    const all: unknown[] = Array.isArray(given) ? given : [given];
    const values = all.map((value) => readValue(filter, value, at + filterName));
    const [value, ...others] = values;
    if (!filter.list && (value === undefined || others.length > 0))
      throw badInput(at + filterName, given, 'one value only');
    if (filter.beside && (input[filter.beside] ?? null) === null)
      throw badInput(at + filterName, all[0], `it completes ${at}${filter.beside}, which is missing`);
    if (filter.references) await mustExist(reader, filter, values.map(String), at + filterName);
    if (filter.type === 'text') checked.set(filterName, readText(reader.region.vocabulary, String(value)));
    else checked.set(filterName, filter.list || value === undefined ? values : value);
  }
  return checked;
}

/**
 * The condition that a checked filter means; what is filtered through the same rows is one EXISTS.
 * @param without a filter to leave out.
 */
export function conditionOf(viewer: Viewer, entity: Filtered, checked: CheckedFilter, without?: string): Sql {
  return conditionThrough(conditionsByThrough(viewer, entity, checked, without));
}

/** All of the conditions over a record, with those over related rows that exist. */
export function conditionThrough(byThrough: Iterable<readonly [Through | undefined, readonly Sql[]]>): Sql {
  return allOf(
    [...byThrough].flatMap(([through, conditions]) =>
      through
        ? [sql`EXISTS (SELECT 1 FROM ${through.from} WHERE ${allOf([through.on(sql`t`), ...conditions])})`]
        : conditions,
    ),
  );
}

/** The conditions of a checked filter: those over the record itself (`undefined`), and those over related rows. */
export function conditionsByThrough(
  viewer: Viewer,
  entity: Filtered,
  checked: CheckedFilter,
  without?: string,
): Map<Through | undefined, Sql[]> {
  const beside: Record<string, number> = {};
  for (const [filterName, filter] of Object.entries(entity.filters))
    if (filter.beside && checked.has(filterName)) beside[filterName] = checked.get(filterName) as number;

  const conditions = new Map<Through | undefined, Sql[]>();
  for (const [filterName, value] of checked) {
    const { where, through, row = through?.row ?? sql`t` } = entity.filters[filterName] ?? {};
    if (filterName === without || !where) continue;
    // `checkFilter` has read the value as the type of just this filter says.
    const condition = where(value as never, row, { beside, viewer });
    conditions.set(through, [...(conditions.get(through) ?? []), condition]);
  }
  return conditions;
}

const listedInErrors = 40;

/** An unknown key would read as «there is nothing»: it is an error instead. */
async function mustExist(
  { database, viewer }: Reader,
  { references, among: allowedOnes }: Filter & { readonly references: EntityName },
  keys: string[],
  at: string,
) {
  const { table, key, singular } = catalogue[references];
  const ofKey = sql`t.${identifier(key)}`;
  const among = allowedOnes?.where ?? sql`TRUE`;
  const known = await database.rows<{ key: string }>(
    sql`SELECT ${ofKey} AS key FROM ${visible(table, viewer)} t WHERE ${ofKey} = ANY(${keys}) AND ${among}`,
  );
  const unknown = keys.find((wanted) => !known.some((row) => row.key === wanted));
  if (unknown === undefined) return;
  const all = await database.rows<{ key: string }>(
    sql`SELECT ${ofKey} AS key FROM ${visible(table, viewer)} t WHERE ${among} ORDER BY 1 LIMIT ${listedInErrors + 1}`,
  );
  const words = allowedOnes ? ` ${allowedOnes.words}` : '';
  const allowed =
    all.length <= listedInErrors
      ? `allowed are ${all.map((row) => row.key).join(', ')}`
      : `there is no such ${singular}${words}; /data/${references}.csv lists them`;
  throw badInput(at, unknown, allowed);
}

/** The order of that name, or the entity's own. */
export function readOrder(entity: Pick<Entity, 'orders' | 'defaultOrder'>, given: string | null | undefined) {
  const orderName = given ?? entity.defaultOrder;
  const order = entity.orders[orderName];
  if (!order) throw badInput('order', given, `allowed are ${Object.keys(entity.orders).join(', ')}`);
  return { ...order, name: orderName };
}
