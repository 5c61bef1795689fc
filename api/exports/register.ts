import { entities } from '../catalogue/catalogue.ts';
import type { Column, Entity } from '../catalogue/entity.ts';
import { csv } from './formats/csv.ts';
import type { Format } from './formats/format.ts';
import { json } from './formats/json.ts';

/** What can be downloaded, and as what. A dataset or a format is one entry. */
export const datasets: ReadonlyMap<string, Entity> = new Map(entities.map((entity) => [entity.name, entity]));
export const formats: ReadonlyMap<string, Format> = new Map(
  [csv, json].map((format) => [format.extension, format]),
);

/** The columns that leave the hub. */
export const publicColumns = (entity: Entity): readonly Column[] =>
  entity.columns.filter((column) => !column.internal);
