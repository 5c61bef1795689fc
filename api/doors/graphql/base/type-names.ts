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
