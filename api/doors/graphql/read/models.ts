import { catalogue } from '../../../catalogue/entities/catalogue.ts';
import type { EntityName } from '../../../catalogue/model/entity.ts';
import { commaJoin, identifier, type Sql, sql } from '../../../database/sql.ts';
import { typeNames } from '../base/type-names.ts';
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

const { models } = getDatamodel().datamodel as unknown as {
  models: Readonly<Record<string, { fields: readonly Field[] }>>;
};

const fieldsOf = (model: string) => models[model]?.fields ?? [];
const idOf = (model: string) => fieldsOf(model).find(({ isId }) => isId)?.name ?? '';
const snakeCase = (word: string) => word.replace(/(?!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase();

/** Every model of an entity has the entity's table; the others have their name's. */
export function tableOf(model: string): Sql {
  const entity = (Object.keys(typeNames) as EntityName[]).find((one) => typeNames[one] === model);
  return identifier(entity ? catalogue[entity].table.stored : snakeCase(model));
}

/** A key column is named after what it refers to: `contactSlug` is the column `contact`. */
export function columnOf(model: string, field: string): Sql {
  const relation = fieldsOf(model).find(({ relationFromFields }) =>
    relationFromFields?.includes(field),
  )?.name;
  return identifier(snakeCase(relation && field.startsWith(relation) ? relation : field));
}

/** All columns of a model but those that only order. */
export const columnNames = (model: string): string[] =>
  fieldsOf(model)
    .filter((field) => field.kind !== 'object' && !field.name.endsWith('Sort'))
    .map((field) => field.name);

export const isColumn = (model: string, field: string): boolean =>
  fieldsOf(model).some(({ name, kind }) => name === field && kind !== 'object');

/**
 * Columns of a model's table over the alias `t`, under the names of Prisma's records: rows of a statement of our
 * own resolve like records that Prisma has read.
 */
export const recordColumns = (model: string, fields: readonly string[] = columnNames(model)): Sql =>
  commaJoin(fields.map((field) => sql`t.${columnOf(model, field)} AS ${identifier(field)}`));

/** How records of another model hang on a record: those whose `theirs` is the record's `own`. */
export type ModelRelation = {
  readonly name: string;
  readonly model: string;
  readonly many: boolean;
  readonly own: string;
  readonly theirs: string;
};

export function relationOf(model: string, relation: string): ModelRelation {
  const field = fieldsOf(model).find(({ name }) => name === relation);
  if (!field) throw new Error(`${model} has no relation ${relation}.`);
  const { type, relationFromFields } = field;
  const about = { name: relation, model: type, many: field.isList };
  const own = relationFromFields?.[0];
  if (own) return { ...about, own, theirs: idOf(type) };
  const back = fieldsOf(type).find(
    (one) => one.relationName === field.relationName && one.relationFromFields?.[0],
  );
  return { ...about, own: idOf(model), theirs: back?.relationFromFields?.[0] ?? '' };
}
