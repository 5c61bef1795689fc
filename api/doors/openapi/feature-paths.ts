import {
  type Collection,
  collections,
  featureLimits,
  propertyFilters,
} from '../../publishing/addresses/features.ts';
import { systems } from '../../publishing/crs.ts';
import { get, named } from './operation.ts';
import { filterParameters, inPath, language, type Parameter, query } from './parameters.ts';

const form = query('f', 'Form of the answer; without it what the header Accept asks for.', {
  type: 'string',
  enum: ['json', 'html'],
});

/** A parameter in the style that the standard asks for word by word. */
const inOne = (name: string, description: string, schema: object): Parameter => ({
  ...query(name, description, schema),
  style: 'form',
  explode: false,
});

const system = (name: string, of: string): Parameter =>
  query(name, `System of the coordinates in ${of}; degrees of longitude and latitude without.`, {
    type: 'string',
    format: 'uri',
    enum: systems,
  });

const both = ['application/json', 'text/html'];
const features = ['application/geo+json', 'text/html'];
const schemas = ['application/schema+json', 'text/html'];

/** Parameters of `items` beside the filters of the catalogue. */
const itemParameters: readonly Parameter[] = [
  inOne('bbox', 'West, south, east, north.', {
    type: 'array',
    minItems: 4,
    maxItems: 6,
    items: { type: 'number' },
  }),
  system('bbox-crs', 'bbox'),
  system('crs', 'the answer'),
  inOne(
    'datetime',
    'A day, a moment or an interval in which the record last changed in the hub (changed_at).',
    { type: 'string' },
  ),
  inOne('limit', 'Features on a page; more than the maximum means the maximum.', {
    type: 'integer',
    minimum: 1,
    maximum: featureLimits.most,
    default: featureLimits.default,
  }),
  query('after', 'Where the page begins, as the link to the next page has it.', { type: 'string' }),
];

/**
 * OGC API Features, with addresses below `/ogc`.
 * @param filtersOf the filters of the catalogue that `items` is said to have.
 */
export const featurePaths = (
  filtersOf: (collection: Collection) => readonly string[] = propertyFilters,
): Record<string, object> => ({
  '/ogc': get('ogc', 'ogcLanding', 'Landing page', both, [form, language]),
  '/ogc/conformance': get('ogc', 'ogcConformance', 'What it conforms to', both, [form, language]),
  '/ogc/collections': get('ogc', 'ogcCollections', 'Collections', both, [form, language]),
  ...Object.assign({}, ...collections.map((collection) => pathsOf(collection, filtersOf(collection)))),
});

function pathsOf({ dataset }: Collection, filterNames: readonly string[]): Record<string, object> {
  const address = `/ogc/collections/${dataset.name}`;
  const title = dataset.title.en;
  const id = (part = '') => named(`ogc ${dataset.name} ${part}`.trim());
  const filters = Object.entries(dataset.filters).filter(([name]) => filterNames.includes(name));
  return {
    [address]: get('ogc', id(), title, both, [form, language]),
    [`${address}/schema`]: get('ogc', id('schema'), `${title}: the properties, as JSON Schema`, schemas, [
      form,
      language,
    ]),
    [`${address}/queryables`]: get(
      'ogc',
      id('queryables'),
      `${title}: by what they can be filtered, as JSON Schema`,
      schemas,
      [form, language],
    ),
    [`${address}/items`]: get('ogc', id('items'), `${title} as features`, features, [
      ...itemParameters,
      ...filterParameters(Object.fromEntries(filters)),
      form,
      language,
    ]),
    [`${address}/items/{id}`]: get('ogc', id('item'), `One of ${title}`, features, [
      inPath('id', `${dataset.key === 'ags' ? 'AGS' : 'Slug'} of the feature.`),
      system('crs', 'the answer'),
      form,
      language,
    ]),
  };
}
