import type { GraphQLResolveInfo } from 'graphql';
import { catalogue } from '../../../catalogue/entities/catalogue.ts';
import { isWhiteSpot } from '../../../catalogue/insight/coverage.ts';
import { samePlansAsMunicipality, samePlansAsProject } from '../../../catalogue/insight/same-plans.ts';
import type { EntityName } from '../../../catalogue/model/entity.ts';
import { type Viewer, visibleEngagements } from '../../../catalogue/model/visibility.ts';
import { type Sql, sql } from '../../../database/sql.ts';
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

/** The field of a list of `entity`, of a parent where there is one. */
export const listOf = <Type, Parent>(
  type: Type,
  entity: EntityName,
  description: string,
  parentKey?: (parent: Parent) => string,
  relation?: Relation,
) =>
  ({
    type,
    nullable: false,
    description,
    args: listArgs(entity),
    resolve: resolveList(entity, parentKey, relation),
  }) as const;

/** Rows of `t` whose key stands in a join table beside the parent's key. */
const joined =
  (rows: Relation, key = sql`t.slug`): Relation =>
  (parent, viewer) =>
    sql`${key} IN (${rows(parent, viewer)})`;

/** How the entities hang together, each as a condition over `t`. */
export const relations = {
  projectsOfMunicipality: joined(
    (p) => sql`SELECT r.project FROM participation r WHERE r.municipality = ${p}`,
  ),
  projectsOfField: joined((p) => sql`SELECT r.project FROM project_field r WHERE r.field = ${p}`),
  projectsOfTopic: joined((p) => sql`SELECT r.project FROM project_topic r WHERE r.topic = ${p}`),
  strategiesOfMunicipality: joined(
    (p) => sql`SELECT r.strategy FROM strategy_owner r WHERE r.municipality = ${p}`,
  ),
  strategiesOfField: joined((p) => sql`SELECT r.strategy FROM strategy_field r WHERE r.field = ${p}`),
  contactsOfField: joined((p) => sql`SELECT r.contact FROM contact_field r WHERE r.field = ${p}`),
  activeContactsOfField: joined(
    (p, viewer) => sql`SELECT r.contact FROM ${visibleEngagements(viewer)} r WHERE r.field = ${p}`,
  ),
  eventsOfField: joined((p) => sql`SELECT r.event FROM event_outcome r WHERE r.field = ${p}`),
  fieldsOfContact: joined((p) => sql`SELECT r.field FROM contact_field r WHERE r.contact = ${p}`),
  activeFieldsOfContact: joined(
    (p, viewer) => sql`SELECT r.field FROM ${visibleEngagements(viewer)} r WHERE r.contact = ${p}`,
  ),
  byContact: (p: Sql) => sql`t.contact = ${p}`,
  contactsOfMunicipality: (p: Sql) => sql`t.municipality = ${p}`,
  samePlansAsProject,
  samePlansAsMunicipality,
  whiteSpots: (_p: Sql, viewer: Viewer) => isWhiteSpot(null, viewer),
  whiteSpotsOfField: (p: Sql, viewer: Viewer) => isWhiteSpot(p, viewer),
  membersOfDistrict: (p: Sql) => sql`t.district = ${p}`,
} satisfies Record<string, Relation>;
