import type { EntityName } from '../../../catalogue/model/entity.ts';

/** The GraphQL type of each entity's records. */
export const typeNames: Readonly<Record<EntityName, string>> = {
  municipalities: 'Municipality',
  fields: 'FieldOfAction',
  topics: 'Topic',
  contacts: 'Contact',
  projects: 'Project',
  strategies: 'Strategy',
  events: 'Event',
};

const entityNames = Object.keys(typeNames) as EntityName[];

/** The entity whose records have this GraphQL type; undefined where a type is of no entity. */
export const entityOfType = (type: string): EntityName | undefined =>
  entityNames.find((entity) => typeNames[entity] === type);
