import type { GraphQLResolveInfo } from 'graphql';
import { catalogue } from '../../../catalogue/entities/catalogue.ts';
import { isWhiteSpot } from '../../../catalogue/insight/coverage.ts';
import type { EntityName } from '../../../catalogue/model/entity.ts';
import { sql } from '../../../database/sql.ts';
import { builder } from '../base/builder.ts';
import type { Context } from '../base/context.ts';
import { type ListArguments, modelRecords, type Relation, resolveConnection } from './connection.ts';
import { listArgumentTypes } from './list-arguments.ts';
import { recordColumns } from './models.ts';

/** How the records of each entity are read. */
const records = {
  municipalities: modelRecords('Municipality'),
  fields: modelRecords('FieldOfAction'),
  topics: modelRecords('Topic'),
  projects: modelRecords('Project'),
  strategies: modelRecords('Strategy'),
  events: modelRecords('Event'),
  // The list has asked the visibility rule, as the loader of single contacts does.
  contacts: () => ({ columns: sql`, ${recordColumns('Contact')}`, related: false, complete: async () => {} }),
};

/** The arguments of a list of `entity`. */
export function listArgs(entity: EntityName) {
  const { filter, order, defaultOrder } = listArgumentTypes[entity];
  return builder.args((t) => ({
    ...t.connectionArgs(),
    filter: t.field({ type: filter, description: 'Which records; without it all.' }),
    order: t.field({ type: order, defaultValue: defaultOrder, description: 'In which order.' }),
  }));
}

/** A resolver for a list of `entity`, of a parent where there is one. */
export const resolveList =
  <Parent>(entity: EntityName, parentKey: (parent: Parent) => string = () => '', relation?: Relation) =>
  (parent: Parent, args: ListArguments, context: Context, info: GraphQLResolveInfo) =>
    resolveConnection(
      { entity: catalogue[entity], records: records[entity], ...(relation && { relation }) },
      parentKey(parent),
      args,
      context,
      info,
    ) as never;

/** The field of the list of all records of an entity. */
export const listOf = <Type>(type: Type, entity: EntityName, description: string) =>
  ({ type, nullable: false, description, args: listArgs(entity), resolve: resolveList(entity) }) as const;

/** The field of a list of records that hang on a record of the entity `of`: the relation of that name in the catalogue. */
export function relatedList<Type>(type: Type, of: EntityName, relation: string, description: string) {
  const { key, relations } = catalogue[of];
  const related = relations[relation];
  if (!related) throw new Error(`The catalogue knows no relation ${relation} of ${of}.`);
  return {
    type,
    nullable: false,
    description,
    args: listArgs(related.to),
    resolve: resolveList(
      related.to,
      (parent: object) => (parent as Record<string, string>)[key] ?? '',
      related.where,
    ),
  } as const;
}

/** The lists of municipalities where nobody does anything yet, at all or in a field. */
export const whiteSpots: Relation = (_key, viewer) => isWhiteSpot(null, viewer);
export const whiteSpotsOfField: Relation = (field, viewer) => isWhiteSpot(field, viewer);
