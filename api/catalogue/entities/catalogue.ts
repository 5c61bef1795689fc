import type { Entity, EntityName } from '../model/entity.ts';
import { contacts } from './contact.ts';
import { events } from './event.ts';
import { fields } from './field.ts';
import { municipalities } from './municipality.ts';
import { projects } from './project.ts';
import { strategies } from './strategy.ts';
import { topics } from './topic.ts';

/** All entities, each after those it refers to: the order in which an import writes them. */
export const catalogue: Readonly<Record<EntityName, Entity>> = {
  municipalities,
  fields,
  topics,
  contacts,
  projects,
  strategies,
  events,
};

export const entities: readonly Entity[] = Object.values(catalogue);
