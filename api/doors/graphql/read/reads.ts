import SchemaBuilder, { BasePlugin, type PothosOutputFieldConfig, type SchemaTypes } from '@pothos/core';
import { encodeGlobalID } from '@pothos/plugin-relay';
import type { GraphQLField, GraphQLFieldResolver } from 'graphql';
import { entityOf, isColumn, isRelation, relationOf } from './models.ts';
import type { ListSource } from './plan-types.ts';
import type { Selection } from './selection.ts';

const name = 'reads';

declare global {
  export namespace PothosSchemaTypes {
    export interface Plugins<Types extends SchemaTypes> {
      [name]: ReadsPlugin<Types>;
    }
  }
}

/** What a field of a record is made from; a field without it is made from the record's key. */
export type Reads =
  | { readonly columns: readonly string[] }
  /** Records of other models, as Prisma selects them; `nested` stands for what is asked of the field's own records. */
  | { readonly select: (nested: Nested) => Selection }
  | { readonly list: ListSource };

type Nested = (query?: object) => Selection;
type SelectFunction = (args: object, context: object, nested: Nested) => NonNullable<Selection['select']>;

/** Revisions are few, and no records of the catalogue: Prisma reads them. */
const readByPrisma = new Set(['Revision']);

/** Where a record holds what was read for one field, by the field's name in the answer: aliases do not meet. */
export const slotOf = (responseKey: string | number) => `@${responseKey}`;

type Resolver<Types extends SchemaTypes> = GraphQLFieldResolver<unknown, Types['Context'], object>;

/**
 * Notes for each field of a record what it reads, so that one statement can be composed for all that a query asks for,
 * and resolves it at once from the record that this statement gave. The Prisma plugin behind it would read by itself
 * what a record does not have; here that is an error.
 */
class ReadsPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override onOutputFieldConfig(config: PothosOutputFieldConfig<Types>): PothosOutputFieldConfig<Types> {
    if (entityOf(config.parentType) && config.kind !== 'PrismaObject' && config.name !== 'id')
      throw new Error(
        `${config.parentType}.${config.name} cannot say what it reads: it is a prismaObjectField.`,
      );
    const reads = config.kind === 'PrismaObject' && !readByPrisma.has(config.parentType) && readsOf(config);
    return reads ? { ...config, extensions: { ...config.extensions, reads } } : config;
  }

  override wrapResolve(resolver: Resolver<Types>, config: PothosOutputFieldConfig<Types>): Resolver<Types> {
    const reads = config.extensions?.reads as Reads | undefined;
    const entity = entityOf(config.parentType);
    if (entity && config.name === 'id') return globalIdOf(config.parentType, entity.key);
    if (!reads) return resolver;
    const own = (config.resolve ?? resolver) as Resolver<Types>;
    const missing = (part: string | number) =>
      new Error(`${config.parentType}.${config.name}: ${part} of the record was not read.`);
    if ('columns' in reads)
      return (record, args, context, info) => {
        for (const column of reads.columns)
          if ((record as Record<string, unknown>)[column] === undefined) throw missing(column);
        return own(record, args, context, info);
      };
    const isList = 'list' in reads;
    return (record, args, context, info) => {
      const slot = (record as Record<string, unknown>)[slotOf(info.path.key)];
      if (slot === undefined) throw missing(info.path.key);
      // Behind a promise: the executor loses the promises of its neighbours where a value throws at once.
      if (slot instanceof Error) return Promise.reject(slot);
      return isList ? slot : own(slot, args, context, info);
    };
  }
}

/** Pothos' own gives a promise for each record. */
const globalIdOf = (type: string, key: string) => (record: unknown) =>
  encodeGlobalID(type, (record as Record<string, string>)[key] as string);

function readsOf<Types extends SchemaTypes>(config: PothosOutputFieldConfig<Types>): Reads | undefined {
  const { parentType: model, name: field, extensions } = config;
  const { select } = config.pothosOptions as { select?: Readonly<Record<string, unknown>> | SelectFunction };
  const list = extensions?.list as ListSource | undefined;
  if (list) return { list };
  const exposed = extensions?.pothosExposedField as string | undefined;
  if (exposed) return { columns: [exposed] };
  if (typeof select === 'function') return { select: (nested) => ({ select: select({}, {}, nested) }) };
  if (select) {
    const columns = Object.keys(select);
    const strange = columns.find((column) => select[column] !== true || !isColumn(model, column));
    if (strange) throw new Error(`${model}.${field} selects ${strange}, which is no column.`);
    return { columns };
  }
  if (!isRelation(model, field)) return undefined;
  // Pothos keeps the query of a relation to itself: what is not read must not be there.
  if (relationOf(model, field).many)
    throw new Error(`${model}.${field} is a list: it says by \`select\` in which order.`);
  return { select: (nested) => ({ select: { [field]: nested() } }) };
}

/** What a field of the schema reads. */
export const readsOfField = (field: GraphQLField<unknown, unknown>): Reads | undefined =>
  field.extensions.reads as Reads | undefined;

SchemaBuilder.registerPlugin(name, ReadsPlugin);

export default name;
