import SchemaBuilder, { BasePlugin, type PothosOutputFieldConfig, type SchemaTypes } from '@pothos/core';
import type { GraphQLFieldResolver } from 'graphql';

const name = 'columnFields';

declare global {
  export namespace PothosSchemaTypes {
    export interface Plugins<Types extends SchemaTypes> {
      [name]: ColumnFieldsPlugin<Types>;
    }
  }
}

type Resolver<Types extends SchemaTypes> = GraphQLFieldResolver<unknown, Types['Context'], object>;

/**
 * A field that is made of columns of its record alone is resolved at once where the record has them. The Prisma plugin
 * behind it would first look up who has read them, which takes longer than all else that such a field does.
 */
class ColumnFieldsPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override wrapResolve(
    resolver: Resolver<Types>,
    { resolve, extensions }: PothosOutputFieldConfig<Types>,
  ): Resolver<Types> {
    const select = extensions?.pothosPrismaSelect as unknown;
    if (!resolve || typeof select !== 'object' || select === null) return resolver;
    if (Object.values(select).some((selected) => selected !== true)) return resolver;
    const columns = Object.keys(select);
    const own = resolve as Resolver<Types>;
    return (record, args, context, info) =>
      columns.every((column) => (record as Record<string, unknown>)[column] !== undefined)
        ? own(record, args, context, info)
        : resolver(record, args, context, info);
  }
}

SchemaBuilder.registerPlugin(name, ColumnFieldsPlugin);

export default name;
