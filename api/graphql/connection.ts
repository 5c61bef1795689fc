import { queryFromInfo } from '@pothos/plugin-prisma';
import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import type { Entity } from '../catalogue/entity.ts';
import { type PageRequest, type Place, pageClauses } from '../catalogue/page.ts';
import { readFilter } from '../catalogue/read-filter.ts';
import { empty, name, type Sql, sql } from '../database/sql.ts';
import { type Context, loaderOf } from './context.ts';
import { writeCursor } from './cursor.ts';
import { recordColumns } from './models.ts';
import { type PagingArguments, readPaging } from './paging.ts';
import { addRelations, readSelection } from './read-records.ts';

/** How a list hangs on its parent: a condition over the alias `t` and the parent's key. */
export type Relation = (parentKey: Sql) => Sql;

export type ListArguments = PagingArguments & { filter?: object | null | undefined };

/**
 * How the records of a page are read. Asked for every parent: Pothos notes for each what is read below it, and
 * would read the rest itself.
 */
export type Records = (
  context: Context,
  info: GraphQLResolveInfo,
) => {
  /** What is read of each record, over the alias `t`. */
  readonly columns: Sql;
  /** Hangs on the records what the query selects beside. */
  complete(records: readonly Found[]): Promise<void>;
};

export type List = {
  readonly entity: Entity;
  readonly relation?: Relation;
  readonly records: Records;
};

export type Found = Record<string, unknown> & { _parent: string; _key: string; _value: Place['value'] };

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
  const { columns, complete } = records(context, info);
  const where = loaderOf(context, `${keyOf(field)} where`, () => {
    const condition = readFilter(database.prisma, entity, { ...args.filter }, 'filter.');
    return new DataLoader<string, Sql>(async (keys) => Promise.all(keys.map(() => condition)));
  });

  const pages = loaderOf(
    context,
    `${keyOf(field)} pages`,
    () =>
      new DataLoader<string, { found: Found[]; more: boolean }>(async (parents) => {
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
        CROSS JOIN LATERAL (SELECT t.${name(entity.key)} AS "_key", ${paging.order.sql} AS "_value"${columns}
          FROM ${name(entity.table)} t ${pageClauses(entity, request)}) page`);
        const byParent = new Map<string, Found[]>(parents.map((parent) => [parent, []]));
        for (const row of found) byParent.get(row._parent)?.push(row);
        const pages = parents.map((parent) => {
          const rows = byParent.get(parent) ?? [];
          const kept = rows.slice(0, paging.size);
          return { found: paging.fromEnd ? kept.reverse() : kept, more: rows.length > paging.size };
        });
        await complete(pages.flatMap((page) => page.found));
        return pages;
      }),
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

  const cursorOf = (row: Found | undefined) =>
    row ? writeCursor(paging.list, { value: row._value, key: row._key }) : null;
  return pages.load(parentKey).then(({ found, more }) => ({
    edges: found.map((row) => ({
      get cursor() {
        return cursorOf(row);
      },
      node: row,
    })),
    totalCount: () => counts().load(parentKey),
    get pageInfo() {
      return {
        hasNextPage: paging.fromEnd ? paging.before !== undefined : more,
        hasPreviousPage: paging.fromEnd ? more : paging.after !== undefined,
        startCursor: cursorOf(found.at(0)),
        endCursor: cursorOf(found.at(-1)),
      };
    },
  }));
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

/** Records of a model: what Pothos merges out of the query is read, and nothing else. */
export const modelRecords =
  (model: string): Records =>
  (context, info) => {
    const { select = {} } = queryFromInfo({ context, info, typeName: model, path: ['edges', 'node'] });
    const wanted = readSelection(model, { select });
    return {
      columns: wanted.columns.length > 0 ? sql`, ${recordColumns(model, wanted.columns)}` : empty,
      complete: (records) => addRelations(context.hub.database, wanted, records),
    };
  };
