import { queryFromInfo } from '@pothos/plugin-prisma';
import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import type { Entity } from '../../../catalogue/model/entity.ts';
import { type Viewer, visible } from '../../../catalogue/model/visibility.ts';
import { type PageRequest, type Place, pageClauses } from '../../../catalogue/query/page.ts';
import { readFilter } from '../../../catalogue/query/read-filter.ts';
import { empty, identifier, type Sql, sql } from '../../../database/sql.ts';
import type { Context, ListPages } from '../base/context.ts';
import { writeCursor } from '../base/cursor.ts';
import { type PagingArguments, readPaging } from '../base/paging.ts';
import { recordColumns } from './models.ts';
import { addRelations, readSelection } from './read-records.ts';

/** How a list hangs on its parent: a condition over the alias `t` and the parent's key. */
export type Relation = (parentKey: Sql, viewer: Viewer) => Sql;

export type ListArguments = PagingArguments & { filter?: object | null | undefined };

/** How the records of a page are read. */
export type Records = (
  context: Context,
  info: GraphQLResolveInfo,
) => {
  /** What is read of each record, over the alias `t`. */
  readonly columns: Sql;
  /** Whether records of other models hang on them. */
  readonly related: boolean;
  /** Hangs those on the records. */
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
  list: List,
  parentKey: string,
  args: ListArguments,
  context: Context,
  info: GraphQLResolveInfo,
) {
  const field = info.fieldNodes[0];
  const known = context.lists.get(field);
  // Pothos notes for each place of the answer which records of other models are read there, and would read the
  // rest itself.
  if (known?.related) list.records(context, info);
  const pages = known ?? listPages(list, args, context, info);
  if (!known) context.lists.set(field, pages);
  return pages.connection(parentKey);
}

/** The pages of one field of the query, for all its parents. */
function listPages(
  { entity, relation = () => sql`TRUE`, records }: List,
  args: ListArguments,
  context: Context,
  info: GraphQLResolveInfo,
): ListPages {
  const { database, viewer } = context.hub;
  const paging = readPaging(entity, args);
  const { columns, related, complete } = records(context, info);
  const filter = readFilter(context.hub, entity, { ...args.filter }, 'filter.');
  const where = async () => sql`${relation(sql`parent.key`, viewer)} AND ${await filter}`;

  const pages = new DataLoader<string, { found: Found[]; more: boolean }>(async (parents) => {
    const request: PageRequest = {
      where: await where(),
      order: paging.order,
      limit: paging.size + 1,
      after: paging.after,
      before: paging.before,
      fromEnd: paging.fromEnd,
    };
    const found = await database.rows<Found>(sql`
      SELECT parent.key AS "_parent", page.* FROM unnest(${[...parents]}::text[]) AS parent(key)
      CROSS JOIN LATERAL (SELECT t.${identifier(entity.key)} AS "_key", ${paging.order.sql} AS "_value"${columns}
        FROM ${visible(entity.table, viewer)} t ${pageClauses(entity, request)}) page`);
    const byParent = new Map<string, Found[]>(parents.map((parent) => [parent, []]));
    for (const row of found) byParent.get(row._parent)?.push(row);
    const pages = parents.map((parent) => {
      const rows = byParent.get(parent) ?? [];
      const kept = rows.slice(0, paging.size);
      return { found: paging.fromEnd ? kept.reverse() : kept, more: rows.length > paging.size };
    });
    await complete(pages.flatMap((page) => page.found));
    return pages;
  });

  const counts = new DataLoader<string, number>(async (parents) => {
    const rows = await database.rows<{ parent: string; count: number }>(sql`
      SELECT parent.key AS parent, (SELECT count(*) FROM ${visible(entity.table, viewer)} t
        WHERE ${await where()})::integer AS count
      FROM unnest(${[...parents]}::text[]) AS parent(key)`);
    const byParent = new Map(rows.map((row) => [row.parent, row.count]));
    return parents.map((parent) => byParent.get(parent) ?? 0);
  });

  const cursorOf = (row: Found | undefined) =>
    row ? writeCursor(paging.list, { value: row._value, key: row._key }) : null;

  return {
    related,
    connection: async (parentKey: string) => {
      const { found, more } = await pages.load(parentKey);
      return {
        edges: found.map((row) => ({
          get cursor() {
            return cursorOf(row);
          },
          node: row,
        })),
        totalCount: () => counts.load(parentKey),
        get pageInfo() {
          return {
            hasNextPage: paging.fromEnd ? paging.before !== undefined : more,
            hasPreviousPage: paging.fromEnd ? more : paging.after !== undefined,
            startCursor: cursorOf(found.at(0)),
            endCursor: cursorOf(found.at(-1)),
          };
        },
      };
    },
  };
}

/** Records of a model: what Pothos merges out of the query is read, and nothing else. */
export const modelRecords =
  (model: string): Records =>
  (context, info) => {
    const { select = {} } = queryFromInfo({ context, info, typeName: model, path: ['edges', 'node'] });
    const wanted = readSelection(model, { select });
    return {
      columns: wanted.columns.length > 0 ? sql`, ${recordColumns(model, wanted.columns)}` : empty,
      related: wanted.relations.length > 0,
      complete: (records) => addRelations(context.hub.database, wanted, records),
    };
  };
