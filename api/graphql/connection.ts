import { queryFromInfo } from '@pothos/plugin-prisma';
import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import type { Entity } from '../catalogue/entity.ts';
import { type PageRequest, type Place, pageClauses } from '../catalogue/page.ts';
import { readFilter } from '../catalogue/read-filter.ts';
import { name, type Sql, sql } from '../database/sql.ts';
import { type Context, loaderOf } from './context.ts';
import { writeCursor } from './cursor.ts';
import { type PagingArguments, readPaging } from './paging.ts';
import { recordColumns } from './record-columns.ts';

/** How a list hangs on its parent: a condition over the alias `t` and the parent's key. */
export type Relation = (parentKey: Sql) => Sql;

export type ListArguments = PagingArguments & { filter?: object | null | undefined };

/** How the records of a page are read. */
export type Records = {
  /** The record itself, over the alias `t`. */
  readonly columns: Sql;
  /** Adds what the query selects beside it; undefined where it selects nothing. */
  readonly related: (
    context: Context,
    keys: readonly string[],
    info: GraphQLResolveInfo,
  ) => Promise<Map<string, unknown>> | undefined;
};

export type List = {
  readonly entity: Entity;
  readonly relation?: Relation;
  readonly records: Records;
};

type Found = { _parent: string; _key: string; _value: Place['value'] };

/**
 * A relay connection of an entity's records. All parents of one field are answered together: one statement
 * for the pages with their records, and one for the counts, however many parents there are.
 */
export function resolveConnection(
  { entity, relation = () => sql`TRUE`, records }: List,
  parentKey: string,
  args: ListArguments,
  context: Context,
  info: GraphQLResolveInfo,
) {
  const { database } = context.hub;
  const field = info.fieldNodes[0];
  const paging = readPaging(entity, args);
  const where = loaderOf(context, `${keyOf(field)} where`, () => {
    const condition = readFilter(database.prisma, entity, { ...args.filter }, 'filter.');
    return new DataLoader<string, Sql>(async (keys) => Promise.all(keys.map(() => condition)));
  });

  const pages = loaderOf(
    context,
    `${keyOf(field)} pages`,
    () =>
      new DataLoader<string, { found: Found[]; more: boolean; related: Map<string, unknown> | undefined }>(
        async (parents) => {
          const request: PageRequest = {
            where: sql`${relation(sql`parent.key`)} AND ${await where.load('')}`,
            order: paging.order,
            limit: paging.size + 1,
            after: paging.after,
            before: paging.before,
            fromEnd: paging.fromEnd,
          };
          const found = await database.rows<Found>(sql`
        SELECT parent.key AS "_parent", page.* FROM unnest(${[...parents]}::text[]) AS parent(key)
        CROSS JOIN LATERAL (SELECT t.${name(entity.key)} AS "_key", ${paging.order.sql} AS "_value", ${records.columns}
          FROM ${name(entity.table)} t ${pageClauses(entity, request)}) page`);
          const byParent = new Map<string, Found[]>(parents.map((parent) => [parent, []]));
          for (const row of found) byParent.get(row._parent)?.push(row);
          const shown = parents.map((parent) => {
            const rows = byParent.get(parent) ?? [];
            const kept = rows.slice(0, paging.size);
            return { found: paging.fromEnd ? kept.reverse() : kept, more: rows.length > paging.size };
          });
          const keys = new Set(shown.flatMap((page) => page.found.map((row) => row._key)));
          const related = keys.size > 0 ? await records.related(context, [...keys], info) : undefined;
          return shown.map((page) => ({ ...page, related }));
        },
      ),
  );

  const counts = () =>
    loaderOf(
      context,
      `${keyOf(field)} counts`,
      () =>
        new DataLoader<string, number>(async (parents) => {
          const rows = await database.rows<{ parent: string; count: number }>(sql`
          SELECT parent.key AS parent, (SELECT count(*) FROM ${name(entity.table)} t
            WHERE ${relation(sql`parent.key`)} AND ${await where.load('')})::integer AS count
          FROM unnest(${[...parents]}::text[]) AS parent(key)`);
          const byParent = new Map(rows.map((row) => [row.parent, row.count]));
          return parents.map((parent) => byParent.get(parent) ?? 0);
        }),
    );

  return pages.load(parentKey).then(({ found, more, related }) => {
    const edges = found.map((row) => ({
      cursor: writeCursor(paging.list, { value: row._value, key: row._key }),
      node: { ...row, ...(related?.get(row._key) ?? {}) } as never,
    }));
    return {
      edges,
      totalCount: () => counts().load(parentKey),
      pageInfo: {
        hasNextPage: paging.fromEnd ? paging.before !== undefined : more,
        hasPreviousPage: paging.fromEnd ? more : paging.after !== undefined,
        startCursor: edges.at(0)?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      },
    };
  });
}

/** The same field of the query, at whatever depth and for whichever parent, is one batch. */
const fieldNumbers = new WeakMap<object, number>();
let fieldsSeen = 0;
function keyOf(field: object | undefined): number {
  if (!field) throw new Error('A field without a place in the query.');
  const known = fieldNumbers.get(field) ?? ++fieldsSeen;
  fieldNumbers.set(field, known);
  return known;
}

type Delegate = { findMany(query: object): Promise<Record<string, unknown>[]> };

/** Records of a Prisma model: relations come with the selections that Pothos merges out of the query. */
export const prismaRecords = (
  entity: Entity,
  model: string,
  delegate: (context: Context) => unknown,
): Records => ({
  columns: recordColumns(model),
  related(context, keys, info) {
    const query = queryFromInfo({ context, info, typeName: model, path: ['edges', 'node'] });
    if (!selectsRelations(query)) return undefined;
    return (delegate(context) as Delegate)
      .findMany({ ...query, where: { [entity.key]: { in: keys } } })
      .then((records) => new Map(records.map((record) => [record[entity.key] as string, record])));
  },
});

const selectsRelations = ({
  include,
  select,
}: {
  include?: object | undefined;
  select?: object | undefined;
}) => [include ?? {}, select ?? {}].some((selection) => Object.keys(selection).length > 0);
