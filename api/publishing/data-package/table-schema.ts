import { catalogue } from '../../catalogue/entities/catalogue.ts';
import type { Column } from '../../catalogue/model/entity.ts';
import { patterns } from '../../catalogue/model/patterns.ts';
import { type Dataset, keysOf } from '../datasets/dataset.ts';

/** The Table Schema (Data Package v2) of a dataset as CSV. */
export function tableSchema(dataset: Dataset) {
  const foreignKeys = dataset.columns.flatMap(({ name, references, list }) =>
    // A list of keys in one cell is none to Table Schema.
    references && !list
      ? [{ fields: [name], reference: { ...inOther(dataset, references), fields: [keyOf(references)] } }]
      : [],
  );
  return {
    $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
    fields: dataset.columns.map((column) => fieldOf(column, keysOf(dataset))),
    missingValues: [''],
    primaryKey: keysOf(dataset),
    ...(foreignKeys.length > 0 && { foreignKeys }),
  };
}

/** A table that refers to itself does not name itself. */
const inOther = ({ name }: Dataset, references: keyof typeof catalogue) =>
  name === references ? {} : { resource: references };
const keyOf = (references: keyof typeof catalogue) => catalogue[references].key;

function fieldOf(column: Column, keys: readonly string[]) {
  const { name, required, values, list } = column;
  const description = list ? `${column.description} Several are joined by |.` : column.description;
  const pattern = patternOf(column);
  const constraints = {
    ...(required && { required }),
    ...(keys.length === 1 && keys[0] === name && { unique: true }),
    ...(values && { enum: values }),
    ...(pattern && { pattern }),
    ...limits[name],
  };
  return {
    name,
    ...typeOf(column),
    description,
    ...(Object.keys(constraints).length > 0 && { constraints }),
  };
}

const limits: Readonly<Record<string, { minimum: number; maximum: number }>> = {
  latitude: { minimum: -90, maximum: 90 },
  longitude: { minimum: -180, maximum: 180 },
};

/** The profiles of version 2.0 have no type for lists. */
function typeOf({ type, list }: Column) {
  if (list) return { type: 'string' };
  switch (type) {
    case 'integer':
    case 'number':
      return { type };
    case 'boolean':
      return { type, trueValues: ['true'], falseValues: ['false'] };
    case 'timestamp':
      return { type: 'datetime' };
    case 'url':
      return { type: 'string', format: 'uri' };
    case 'email':
      return { type: 'string', format: 'email' };
    default:
      return { type: 'string' };
  }
}

function patternOf({ type, name, list, references }: Column): string | undefined {
  if (type === 'date') return `^${patterns.partialDate}$`;
  if (type !== 'key') return undefined;
  const key = patterns[name === 'ags' || references === 'municipalities' ? 'ags' : 'slug'];
  return list ? `^${key}(\\|${key})*$` : `^${key}$`;
}
