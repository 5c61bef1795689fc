import { brandWithType } from '@pothos/core';
import { queryFromInfo } from '@pothos/plugin-prisma';
import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import { catalogue } from '../catalogue/catalogue.ts';
import type { EntityName } from '../catalogue/entity.ts';
import { loadPublicContacts } from './contact.ts';
import { type Context, loaderOf } from './context.ts';
import { readRecords, type Selection } from './read-records.ts';
import { typeNames } from './type-names.ts';

export type RecordKey = { readonly entity: EntityName; readonly key: string };

/**
 * A record by its entity and key, with what the query selects of it; null where there is none that is public.
 * All that one field of the query asks for is loaded together: one statement for each entity.
 */
export function loadRecord(record: RecordKey, context: Context, info: GraphQLResolveInfo): Promise<unknown> {
  return loaderOf(
    context,
    info.fieldNodes[0],
    () =>
      new DataLoader<RecordKey, unknown, string>((wanted) => loadRecords(wanted, context, info), {
        cacheKeyFn: ({ entity, key }) => `${entity}/${key}`,
      }),
  ).load(record);
}

export const loadRecordList = (
  entity: EntityName,
  keys: readonly string[],
  context: Context,
  info: GraphQLResolveInfo,
) => Promise.all(keys.map((key) => loadRecord({ entity, key }, context, info)));

async function loadRecords(wanted: readonly RecordKey[], context: Context, info: GraphQLResolveInfo) {
  const found = new Map<string, unknown>();
  for (const entity of new Set(wanted.map((record) => record.entity))) {
    const keys = wanted.filter((record) => record.entity === entity).map(({ key }) => key);
    for (const record of await loadEntity(entity, keys, context, info)) {
      // An interface or a union asks each record for its type.
      brandWithType(record, typeNames[entity] as never);
      found.set(`${entity}/${record[catalogue[entity].key]}`, record);
    }
  }
  return wanted.map(({ entity, key }) => found.get(`${entity}/${key}`) ?? null);
}

async function loadEntity(
  entity: EntityName,
  keys: string[],
  context: Context,
  info: GraphQLResolveInfo,
): Promise<Record<string, unknown>[]> {
  if (entity === 'contacts')
    return (await loadPublicContacts(keys, context)).filter((contact) => contact !== null);
  const query = queryFromInfo({ context, info, typeName: typeNames[entity] });
  return readRecords(context.hub.database, typeNames[entity], query as Selection, {
    field: catalogue[entity].key,
    keys,
  });
}
