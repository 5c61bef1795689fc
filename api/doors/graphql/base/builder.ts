import SchemaBuilder from '@pothos/core';
import DataloaderPlugin from '@pothos/plugin-dataloader';
import PrismaPlugin from '@pothos/plugin-prisma';
import RelayPlugin from '@pothos/plugin-relay';
import type PrismaTypes from '../generated/pothos-types.ts';
import { getDatamodel } from '../generated/pothos-types.ts';
import ReadsPlugin from '../read/reads.ts';
import { loadRecord } from '../read/record-loader.ts';
import ColumnWordsPlugin from './column-words.ts';
import type { Context } from './context.ts';
import { readGlobalId } from './global-id.ts';
import { readSize } from './paging.ts';
import { entityOfType } from './type-names.ts';

/** The types of the schema; the files beside this one define them. */
export const builder = new SchemaBuilder<{
  Context: Context;
  PrismaTypes: PrismaTypes;
  Scalars: { DateTime: { Input: Date; Output: Date }; ID: { Input: string; Output: string | number } };
  Connection: { totalCount: number };
  DefaultEdgesNullability: { list: false; items: false };
  DefaultNodeNullability: false;
}>({
  // The first one is outermost.
  plugins: [RelayPlugin, DataloaderPlugin, ReadsPlugin, PrismaPlugin, ColumnWordsPlugin],
  relay: {
    clientMutationId: 'omit',
    cursorType: 'String',
    decodeGlobalID: readGlobalId,
    idFieldOptions: { description: 'Global id, for `node(id)`.' },
    nodeTypeOptions: { description: 'A record with a global id.' },
    nodeQueryOptions: {
      description: 'Any public record by its global id; null where there is none.',
      args: { id: { description: 'A global id that this hub gave out.' } },
      resolve: (_root, { id: { typename, id } }, context, info) => {
        const entity = entityOfType(typename);
        return entity ? loadRecord({ entity, key: id }, context, info) : null;
      },
    },
    nodesQueryOptions: {
      description:
        'Public records by their global ids, in the order of the ids, at most 100; null where there is none.',
      args: { ids: { description: 'Global ids that this hub gave out.' } },
      resolve: (_root, { ids }, context, info) => {
        readSize('ids', ids.length);
        return ids.map(({ typename, id }) => {
          const entity = entityOfType(typename);
          return entity ? loadRecord({ entity, key: id }, context, info) : null;
        });
      },
    },
    nodesOnConnection: { description: 'The records of this page, for whoever needs no cursors.' },
    pageInfoTypeOptions: { description: 'Where a page stands in the whole list.' },
    edgesFieldOptions: {
      nullable: { list: false, items: false },
      description: 'The records of this page, each with its cursor.',
    },
    nodeFieldOptions: { nullable: false, description: 'The record.' },
    cursorFieldOptions: { description: 'Its place in the list, for `after` and `before`.' },
    pageInfoFieldOptions: { description: 'Where this page stands in the whole list.' },
    hasNextPageFieldOptions: { description: 'Whether more records follow.' },
    hasPreviousPageFieldOptions: { description: 'Whether records come before.' },
    startCursorFieldOptions: { description: 'Cursor of the first record of the page.' },
    endCursorFieldOptions: { description: 'Cursor of the last record of the page.' },
    firstArgOptions: {
      description: 'How many from the beginning: 20 unless told, at most 100; more is refused.',
    },
    lastArgOptions: { description: 'How many from the end, at most 100; more is refused.' },
    afterArgOptions: { description: 'Only records behind this cursor.' },
    beforeArgOptions: { description: 'Only records before this cursor.' },
    defaultConnectionTypeOptions: { description: 'A page of a list.' },
    defaultEdgeTypeOptions: { description: 'A record and its place in the list.' },
  },
  prisma: {
    client: (context) => context.hub.database.prisma,
    dmmf: getDatamodel(),
    onUnusedQuery: process.env.NODE_ENV === 'test' ? 'error' : null,
  },
});

builder.queryType({ description: 'Who in the region is working on what, and whom you can call.' });

builder.scalarType('DateTime', {
  description: 'A moment in ISO 8601, UTC.',
  serialize: (value) => value.toISOString(),
  parseValue: (value) => new Date(String(value)),
});

builder.globalConnectionField('totalCount', (t) =>
  t.int({
    description: 'How many records there are in all; not cut by the page.',
    nullable: false,
    resolve: (connection) => connection.totalCount,
  }),
);
