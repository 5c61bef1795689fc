import { brandWithType } from '@pothos/core';
import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import { catalogue } from '../../../catalogue/entities/catalogue.ts';
import type { EntityName } from '../../../catalogue/model/entity.ts';
import { isStorable } from '../../../catalogue/model/storable.ts';
import type {
  Contact,
  Event,
  FieldOfAction,
  Municipality,
  Project,
  Strategy,
  Topic,
} from '../../../database/generated/client.ts';
import { type Context, loaderOf } from '../base/context.ts';
import { typeNames } from '../base/type-names.ts';
import { checkLists } from './check-lists.ts';
import { composeRecords } from './compose.ts';
import { type ReadRecord, recordDecoder } from './decode.ts';
import { type Path, planRecordOf } from './plan.ts';

/** The records of each entity, with the columns that a query asks for. */
export type Records = {
  municipalities: Municipality;
  fields: FieldOfAction;
  topics: Topic;
  contacts: Contact;
  projects: Project;
  strategies: Strategy;
  events: Event;
};

export type RecordKey<Name extends EntityName = EntityName> = { readonly entity: Name; readonly key: string };

/**
 * A record by its entity and key, with what the query selects of it; null where there is none that the viewer may see.
 * All that one field of the query asks for is loaded together: one statement for each entity.
 * @param paths where records stand below the field that is resolved; without it they are what it gives.
 */
export function loadRecord<Name extends EntityName>(
  { entity, key }: RecordKey<Name>,
  context: Context,
  info: GraphQLResolveInfo,
  paths: readonly Path[] = [[]],
): Promise<Records[Name] | null> {
  const loader = loaderOf(
    context,
    info.fieldNodes,
    () =>
      new DataLoader<RecordKey, ReadRecord | null, string>(
        (wanted) => loadRecords(wanted, context, info, paths),
        { cacheKeyFn: (record) => `${record.entity}/${record.key}` },
      ),
  );
  // The statement was composed for the type of just this entity.
  return loader.load({ entity, key }) as Promise<Records[Name] | null>;
}

/** As loadRecord, for a key that was found a moment ago. */
export async function loadFound<Name extends EntityName>(
  record: RecordKey<Name>,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<Records[Name]> {
  const found = await loadRecord(record, context, info);
  if (!found) throw new Error(`${record.entity}/${record.key} is gone since it was found.`);
  return found;
}

export const loadFoundList = <Name extends EntityName>(
  entity: Name,
  keys: readonly string[],
  context: Context,
  info: GraphQLResolveInfo,
): Promise<Records[Name][]> => Promise.all(keys.map((key) => loadFound({ entity, key }, context, info)));

async function loadRecords(
  wanted: readonly RecordKey[],
  context: Context,
  info: GraphQLResolveInfo,
  paths: readonly Path[],
): Promise<(ReadRecord | null)[]> {
  const found = new Map<string, ReadRecord>();
  await Promise.all(
    [...new Set(wanted.map(({ entity }) => entity))].map(async (entity) => {
      const keys = wanted.filter((one) => one.entity === entity && isStorable(one.key));
      const records = await readByKeys(
        entity,
        keys.map(({ key }) => key),
        context,
        info,
        paths,
      );
      for (const record of records) found.set(`${entity}/${record[catalogue[entity].key]}`, record);
    }),
  );
  return wanted.map(({ entity, key }) => found.get(`${entity}/${key}`) ?? null);
}

async function readByKeys(
  entity: EntityName,
  keys: readonly string[],
  { hub }: Context,
  info: GraphQLResolveInfo,
  paths: readonly Path[],
): Promise<ReadRecord[]> {
  const plan = planRecordOf(info, typeNames[entity], paths);
  const checked = await checkLists(hub, plan, info.variableValues);
  const statement = composeRecords(hub.viewer, catalogue[entity], plan, checked, keys);
  const [row] = await hub.database.rows<{ answer: unknown[][] }>(statement);
  const records = (row?.answer ?? []).map(recordDecoder(plan, checked));
  // An interface or a union asks each record for its type.
  // Pothos takes the name of a type, and its own type of it knows only those that the builder was told of.
  for (const record of records) brandWithType(record, typeNames[entity] as never);
  return records;
}
