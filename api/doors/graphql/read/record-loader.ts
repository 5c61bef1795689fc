import { brandWithType } from '@pothos/core';
import { queryFromInfo } from '@pothos/plugin-prisma';
import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import { catalogue } from '../../../catalogue/entities/catalogue.ts';
import type { EntityName } from '../../../catalogue/model/entity.ts';
import { builder } from '../base/builder.ts';
import { type Context, loaderOf } from '../base/context.ts';
import { typeNames } from '../base/type-names.ts';
import { loadPublicContacts } from './public-contacts.ts';
import { readRecords, type Selection } from './read-records.ts';

export type RecordKey = { readonly entity: EntityName; readonly key: string };

type Wanted = RecordKey & { readonly selection: Selection };

/**
 * A record by its entity and key, with what the query selects of it; null where there is none that is public.
 * All that one field of the query asks for is loaded together: one statement for each entity.
 * @param path where the record stands below the field that is resolved: `edges`, `node`.
 */
export function loadRecord(
  { entity, key }: RecordKey,
  context: Context,
  info: GraphQLResolveInfo,
  path: string[] = [],
): Promise<unknown> {
  // Asked for every parent: Pothos notes for each what is read below it. Contacts are read whole.
  const selection =
    entity === 'contacts' ? {} : queryFromInfo({ context, info, typeName: typeNames[entity], path });
  return loaderOf(
    context,
    info.fieldNodes[0],
    () =>
      new DataLoader<Wanted, unknown, string>((wanted) => loadRecords(wanted, context), {
        cacheKeyFn: (record) => `${record.entity}/${record.key}`,
      }),
  ).load({ entity, key, selection: selection as Selection });
}

/** The field of one record of an entity by its slug. */
export function recordOf<Type>(type: Type, entity: EntityName, description: string) {
  return {
    type,
    nullable: true,
    description,
    args: builder.args((t) => ({ slug: t.string({ required: true, description: 'Its stable key.' }) })),
    resolve: (_root: object, { slug }: { slug: string }, context: Context, info: GraphQLResolveInfo) =>
      loadRecord({ entity, key: slug }, context, info) as never,
  } as const;
}

export const loadRecordList = (
  entity: EntityName,
  keys: readonly string[],
  context: Context,
  info: GraphQLResolveInfo,
) => Promise.all(keys.map((key) => loadRecord({ entity, key }, context, info)));

async function loadRecords(wanted: readonly Wanted[], context: Context) {
  const found = new Map<string, unknown>();
  for (const entity of new Set(wanted.map((record) => record.entity))) {
    const ofEntity = wanted.filter((record) => record.entity === entity);
    for (const record of await loadEntity(entity, ofEntity, context)) {
      // An interface or a union asks each record for its type.
      brandWithType(record, typeNames[entity] as never);
      found.set(`${entity}/${record[catalogue[entity].key]}`, record);
    }
  }
  return wanted.map(({ entity, key }) => found.get(`${entity}/${key}`) ?? null);
}

async function loadEntity(
  entity: EntityName,
  wanted: readonly Wanted[],
  context: Context,
): Promise<Record<string, unknown>[]> {
  const keys = wanted.map(({ key }) => key);
  if (entity === 'contacts')
    return (await loadPublicContacts(keys, context)).filter((contact) => contact !== null);
  // They are of one field of the query, and so select the same.
  return readRecords(context.hub.database, typeNames[entity], wanted[0]?.selection ?? {}, {
    field: catalogue[entity].key,
    keys,
  });
}
