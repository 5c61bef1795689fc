import type { PrismaClient } from '../database/generated/client.ts';
import { allOf, name, type Sql, sql } from '../database/sql.ts';
import { badInput, CallerError, quote } from '../errors.ts';
import { catalogue } from './catalogue.ts';
import type { Entity, EntityName, Filter } from './entity.ts';
import { isPartialDate } from './partial-date.ts';

/** What a door hands in: GraphQL's `filter` as it is, a URL's parameters as lists of strings. */
export type FilterInput = Readonly<Record<string, unknown>>;

/**
 * Checks a filter and makes it a condition over the alias `t` of the entity's table.
 * @param at where it stands, for the error: `filter` in GraphQL, `?` in a URL.
 * @throws CallerError that names the filter, the bad value and what is allowed.
 */
export async function readFilter(
  prisma: PrismaClient,
  entity: Entity,
  input: FilterInput,
  at: 'filter.' | '?',
): Promise<Sql> {
  const conditions = entity.isPublic ? [entity.isPublic] : [];
  for (const [filterName, given] of Object.entries(input)) {
    if (given === null || given === undefined) continue;
    const filter = entity.filters[filterName];
    if (!filter)
      throw badInput(
        at + filterName,
        given,
        `the filters of ${entity.name} are ${Object.keys(entity.filters).join(', ')}`,
      );
    const values = (Array.isArray(given) ? given : [given]).map((value) =>
      readValue(filter, value, at + filterName),
    );
    if (filter.references) await mustExist(prisma, filter.references, values as string[], at + filterName);
    if (!filter.list && values.length > 1) throw badInput(at + filterName, given, 'one value only');
    conditions.push(filter.where((filter.list ? values : values[0]) as never, sql`t`));
  }
  return allOf(conditions);
}

function readValue(filter: Filter, value: unknown, at: string): string | boolean {
  if (filter.type === 'boolean') {
    if (value === true || value === 'true') return true;
    if (value === false || value === 'false') return false;
    throw badInput(at, value, 'allowed are true and false');
  }
  if (typeof value !== 'string' || value.trim() === '') throw badInput(at, value, 'a value is needed');
  if (filter.values && !filter.values.includes(value))
    throw badInput(at, value, `allowed are ${filter.values.join(', ')}`);
  if (filter.type === 'date' && !isPartialDate(value))
    throw badInput(at, value, 'allowed is a date: 2016, 2016-07 or 2016-07-14');
  if (filter.type === 'text' && value.length > 200)
    throw badInput(at, value, 'at most 200 characters are allowed');
  return value;
}

const listedInErrors = 40;

/** An unknown key would read as «there is nothing»: it is an error instead. */
async function mustExist(prisma: PrismaClient, references: EntityName, keys: string[], at: string) {
  const { table, key, isPublic } = catalogue[references];
  const known = await prisma.$queryRaw<{ key: string }[]>`
    SELECT t.${name(key)} AS key FROM ${name(table)} t WHERE t.${name(key)} = ANY(${keys}) AND ${isPublic ?? sql`TRUE`}`;
  const unknown = keys.find((wanted) => !known.some((row) => row.key === wanted));
  if (unknown === undefined) return;
  const all = await prisma.$queryRaw<{ key: string }[]>`
    SELECT t.${name(key)} AS key FROM ${name(table)} t ORDER BY 1 LIMIT ${listedInErrors + 1}`;
  const allowed =
    all.length <= listedInErrors
      ? `allowed are ${all.map((row) => row.key).join(', ')}`
      : `there is no such ${catalogue[references].singular}; /data/${references}.csv lists them`;
  throw badInput(at, unknown, allowed);
}

/** The order of that name, or the entity's own. */
export function readOrder(entity: Entity, given: string | null | undefined) {
  const orderName = given ?? entity.defaultOrder;
  const order = entity.orders[orderName];
  if (!order)
    throw new CallerError(
      'BAD_USER_INPUT',
      `order: ${quote(given)} is not allowed; allowed are ${Object.keys(entity.orders).join(', ')}.`,
    );
  return { ...order, name: orderName };
}
