import { known } from '../../../map-widget/model/known.ts';
import type { Column, ColumnType, Filter } from '../../catalogue/model/entity.ts';
import type { Language } from '../../language.ts';
import { type Collection, propertyFilters } from '../../publishing/addresses/features.ts';

/** JSON Schema of a value by the type of its column. A partial date stays text: no type of JSON Schema fits. */
const valueSchemas: Partial<Record<ColumnType, object>> = {
  integer: { type: 'integer' },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  timestamp: { type: 'string', format: 'date-time' },
  url: { type: 'string', format: 'uri' },
};

const ofColumn = ({ type, list, values, description }: Column) => ({
  description,
  ...((!list && valueSchemas[type]) || { type: 'string' }),
  ...(values && !list && { enum: values }),
});

const ofFilter = ({ type, values, range, description }: Filter) => ({
  description,
  ...(type === 'boolean'
    ? { type: 'boolean' }
    : type === 'number'
      ? { type: 'number', minimum: range[0], maximum: range[1] }
      : { type: 'string', ...(values && { enum: values }) }),
});

const draft = 'https://json-schema.org/draft/2020-12/schema';

/** What the properties of a collection's features are: programs need not guess a type from the first of them. */
export const schemaOf = ({ dataset, geometry }: Collection, address: string, lang: Language) => ({
  $schema: draft,
  $id: `${address}/schema`,
  type: 'object',
  title: dataset.title[lang],
  properties: {
    geometry: {
      $ref: `https://geojson.org/schema/${geometry === 'boundary' ? 'MultiPolygon' : 'MultiPoint'}.json`,
    },
    ...Object.fromEntries(dataset.columns.map((column) => [column.name, ofColumn(column)])),
  },
});

/** By what the features of a collection can be filtered (Part 3): each is a parameter of `items`. */
export const queryablesOf = (collection: Collection, address: string, lang: Language) => ({
  $schema: draft,
  $id: `${address}/queryables`,
  type: 'object',
  title: collection.dataset.title[lang],
  properties: Object.fromEntries(
    propertyFilters(collection).map((name) => [
      name,
      ofFilter(known(collection.dataset.filters[name], name)),
    ]),
  ),
  additionalProperties: false,
});
