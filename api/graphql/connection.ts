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

/** How a list hangs on its parent: a condition over the alias `t` and the parent's key. */
export type Relation = (parentKey: Sql) => Sql;

export type ListArguments = PagingArguments & { filter?: object | null | undefined };

/** Loads records of a page by key, with what the query selects of them; a key alone stands for a loadable type. */
type LoadNodes = (
  context: Context,
  keys: string[],
  info: GraphQLResolveInfo,
) => Promise<Map<string, unknown>>;

export type List = {
  readonly entity: Entity;
  readonly relation?: Relation;
  readonly loadNodes: LoadNodes;
};

type Found = Place & { parent: string };

/**
 * A relay connection of an entity's records. All parents of one field are answered together: one statement
 * for the pages, one for the counts, one for the records, however many parents there are.
 */
export function resolveConnection(
  { entity, relation = () => sql`TRUE`, loadNodes }: List,
  parentKey: string,
  args: ListArguments,
  context: Context,
  info: GraphQLResolveInfo,
) {
  const { prisma } = context.hub.database;
  const field = info.fieldNodes[0];
  const paging = readPaging(entity, args);
  const where = loaderOf(context, `${keyOf(field)} where`, () => {
    const condition = readFilter(prisma, entity, { ...args.filter }, 'filter.');
    return new DataLoader<string, Sql>(async (keys) => Promise.all(keys.map(() => condition)));
  });

  const pages = loaderOf(
    context,
    `${keyOf(field)} pages`,
    () =>
      new DataLoader<string, { found: Found[]; more: boolean; nodes: Map<string, unknown> }>(
        async (parents) => {
          const request: PageRequest = {
            where: sql`${relation(sql`parent.key`)} AND ${await where.load('')}`,
            order: paging.order,
            limit: paging.size + 1,
            after: paging.after,
            before: paging.before,
            fromEnd: paging.fromEnd,
          };
          const found = await prisma.$queryRaw<Found[]>`
        SELECT parent.key AS parent, page.key, page.value FROM unnest(${[...parents]}::text[]) AS parent(key)
        CROSS JOIN LATERAL (SELECT t.${name(entity.key)} AS key, ${paging.order.sql} AS value
          FROM ${name(entity.table)} t ${pageClauses(entity, request)}) page`;
          const byParent = new Map<string, Found[]>(parents.map((parent) => [parent, []]));
          for (const row of found) byParent.get(row.parent)?.push(row);
          const shown = parents.map((parent) => {
            const rows = byParent.get(parent) ?? [];
            const kept = rows.slice(0, paging.size);
            return { found: paging.fromEnd ? kept.reverse() : kept, more: rows.length > paging.size };
          });
          const keys = [...new Set(shown.flatMap((page) => page.found.map((row) => row.key)))];
          const nodes = keys.length > 0 ? await loadNodes(context, keys, info) : new Map<string, unknown>();
          return shown.map((page) => ({ ...page, nodes }));
        },
      ),
  );

  const counts = () =>
    loaderOf(
      context,
      `${keyOf(field)} counts`,
      () =>
        new DataLoader<string, number>(async (parents) => {
          const rows = await prisma.$queryRaw<{ parent: string; count: number }[]>`
          SELECT parent.key AS parent, (SELECT count(*) FROM ${name(entity.table)} t
            WHERE ${relation(sql`parent.key`)} AND ${await where.load('')})::integer AS count
          FROM unnest(${[...parents]}::text[]) AS parent(key)`;
          const byParent = new Map(rows.map((row) => [row.parent, row.count]));
          return parents.map((parent) => byParent.get(parent) ?? 0);
        }),
    );

  return pages.load(parentKey).then(({ found, more, nodes }) => {
    const edges = found.map((row) => ({
      cursor: writeCursor(paging.order.name, row),
      node: nodes.get(row.key) as never,
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

/** Loads the records of a connection with the selections that Pothos merges out of the query. */
export const prismaNodes =
  (entity: Entity, typeName: string, delegate: (context: Context) => unknown): LoadNodes =>
  async (context, keys, info) => {
    const query = queryFromInfo({ context, info, typeName, path: ['edges', 'node'] });
    const records = await (delegate(context) as Delegate).findMany({
      ...query,
      where: { [entity.key]: { in: keys } },
    });
    return new Map(records.map((record) => [record[entity.key] as string, record]));
  };
