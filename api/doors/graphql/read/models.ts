import { catalogue } from '../../../catalogue/entities/catalogue.ts';
import { type Viewer, visible } from '../../../catalogue/model/visibility.ts';
import type { Sql } from '../../../database/sql.ts';
import { entityOfType } from '../base/type-names.ts';
import { getDatamodel } from '../generated/pothos-types.ts';

type Field = {
  readonly kind: string;
  readonly name: string;
  readonly type: string;
  readonly isId: boolean;
  readonly isList: boolean;
  readonly relationName?: string;
  readonly relationFromFields?: readonly string[];
};

/** The data model as the generator writes it down; its own type says no more than that it is an object. */
const { models } = getDatamodel().datamodel as unknown as {
  models: Readonly<Record<string, { fields: readonly Field[] }>>;
};

const fieldsOf = (model: string) => models[model]?.fields ?? [];
const fieldOf = (model: string, field: string) => fieldsOf(model).find(({ name }) => name === field);
const idOf = (model: string) => fieldsOf(model).find(({ isId }) => isId)?.name ?? '';
const snakeCase = (word: string) => word.replace(/(?!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase();

/** The entity whose records a model's are; the other models are rows between them. */
export const entityOf = (model: string) => {
  const name = entityOfType(model);
  return name && catalogue[name];
};

/** What a viewer may see of a model's table, to be read FROM. */
export const rowsOf = (model: string, viewer: Viewer): Sql =>
  visible(entityOf(model)?.table ?? { stored: snakeCase(model) }, viewer);

/** A key column is named after what it refers to: `contactSlug` is the column `contact`. */
export function columnOf(model: string, field: string): string {
  const relation = fieldsOf(model).find(({ relationFromFields }) =>
    relationFromFields?.includes(field),
  )?.name;
  return snakeCase(relation && field.startsWith(relation) ? relation : field);
}

export const isColumn = (model: string, field: string): boolean =>
  (fieldOf(model, field)?.kind ?? 'object') !== 'object';

export const isRelation = (model: string, field: string): boolean => fieldOf(model, field)?.kind === 'object';

/** Whether a column is a moment, which JSON has as text. */
export const isMoment = (model: string, field: string): boolean => fieldOf(model, field)?.type === 'DateTime';

/** How records of another model hang on a record: those whose `theirs` is the record's `own`. */
export type ModelRelation = {
  readonly model: string;
  readonly many: boolean;
  readonly own: string;
  readonly theirs: string;
};

export function relationOf(model: string, relation: string): ModelRelation {
  const field = fieldOf(model, relation);
  if (field?.kind !== 'object') throw new Error(`${model} has no relation ${relation}.`);
  const { type, relationFromFields } = field;
  const about = { model: type, many: field.isList };
  const own = relationFromFields?.[0];
  if (own) return { ...about, own, theirs: idOf(type) };
  const back = fieldsOf(type).find(
    (one) => one.relationName === field.relationName && one.relationFromFields?.[0],
  );
  return { ...about, own: idOf(model), theirs: back?.relationFromFields?.[0] ?? '' };
}
