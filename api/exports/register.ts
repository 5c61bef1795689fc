import { catalogue } from '../catalogue/catalogue.ts';
import type { Column, Entity } from '../catalogue/entity.ts';
import { csv } from './formats/csv.ts';
import type { Format } from './formats/format.ts';
import { json } from './formats/json.ts';

const { projects, strategies, contacts, municipalities, fields, topics, events } = catalogue;

/** What can be downloaded, in the order in which people look for it, and as what. Each is one entry. */
export const datasets: ReadonlyMap<string, Entity> = new Map(
  [projects, strategies, contacts, municipalities, fields, topics, events].map((entity) => [
    entity.name,
    entity,
  ]),
);
export const formats: ReadonlyMap<string, Format> = new Map(
  [csv, json].map((format) => [format.extension, format]),
);

/** Entities whose records have a page of their own; a topic is a word only. */
export const entitiesWithPages: readonly Entity[] = [...datasets.values()].filter(
  (entity) => entity !== topics,
);

/** The columns that leave the hub. */
export const publicColumns = (entity: Entity): readonly Column[] =>
  entity.columns.filter((column) => !column.internal);
