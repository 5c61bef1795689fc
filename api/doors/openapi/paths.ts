import { catalogueForms } from '../../publishing/addresses/catalogue.ts';
import { collections, featureLimits, propertyFilters } from '../../publishing/addresses/features.ts';
import { feedFormats } from '../../publishing/addresses/feeds.ts';
import type { Dataset } from '../../publishing/datasets/dataset.ts';
import { datasets, entitiesWithPages, formatsOf } from '../../publishing/datasets/register.ts';
import { geojson } from '../../publishing/formats/geojson.ts';
import { filterParameters, inPath, language, type Parameter, query } from './parameters.ts';

type Tag = 'data' | 'records' | 'feeds' | 'catalogue' | 'ogc' | 'hub';

/** A GET of OpenAPI 3.0 that answers with one of these media types. */
function get(
  tag: Tag,
  id: string,
  summary: string,
  types: readonly string[],
  parameters: readonly Parameter[] = [],
) {
  return {
    get: {
      tags: [tag],
      operationId: id,
      summary,
      ...(parameters.length > 0 && { parameters }),
      responses: {
        200: {
          description: summary,
          content: Object.fromEntries(types.map((type) => [type.split(';')[0]!, { schema: {} }])),
        },
        400: { $ref: '#/components/responses/BadInput' },
        404: { $ref: '#/components/responses/NotFound' },
      },
    },
  };
}

const named = (words: string) => words.replace(/[^a-z]+(.)/gi, (_, letter: string) => letter.toUpperCase());

function download(dataset: Dataset) {
  return Object.fromEntries(
    formatsOf(dataset).map((format) => {
      const options = Object.entries(format.options).map(([name, { description, values }]) =>
        query(name, description, { type: 'string', enum: values, default: values[0] }),
      );
      return [
        `/data/${dataset.name}.${format.extension}`,
        get(
          'data',
          named(`download ${dataset.name} ${format.extension}`),
          `${dataset.title.en} as ${format.label}`,
          [format.contentType],
          [
            ...filterParameters(dataset.filters),
            query('columns', 'Names of columns with commas between; all without.', { type: 'string' }),
            query('order', 'Order of the rows.', {
              type: 'string',
              enum: Object.keys(dataset.orders),
              default: dataset.defaultOrder,
            }),
            language,
            ...options,
          ],
        ),
      ];
    }),
  );
}

const dataPackage = {
  '/data/all.zip': get('data', 'downloadAll', 'All data in one archive: a Data Package v2', [
    'application/zip',
  ]),
  '/data/datapackage.json': get('data', 'dataPackage', 'What the archive holds, column by column', [
    'application/json',
  ]),
  '/data/boundaries.geojson': get('data', 'boundaries', 'Municipalities and districts as areas', [
    geojson.contentType,
  ]),
  '/data/PROVENANCE.md': get('data', 'provenance', 'How the data were collected', ['text/markdown']),
};

const feeds = () =>
  Object.fromEntries(
    entitiesWithPages.flatMap((entity) =>
      feedFormats.map(({ extension, contentType }) => [
        `/feeds/${entity.name}.${extension}`,
        get(
          'feeds',
          named(`follow ${entity.name} ${extension}`),
          `What is new, changed or confirmed, and without a filter what is removed: ${entity.name}`,
          [contentType],
          [
            ...filterParameters(entity.filters),
            query('before', 'Where the page begins, as the link to the next page has it.', {
              type: 'string',
            }),
            language,
          ],
        ),
      ]),
    ),
  );

const records = () =>
  Object.fromEntries(
    entitiesWithPages.map((entity) => [
      `/${entity.name}/{key}.json`,
      get(
        'records',
        named(`get ${entity.singular}`),
        `A ${entity.singular} with all that is related to it`,
        ['application/json'],
        [
          inPath('key', `${entity.key === 'ags' ? 'AGS' : 'Slug'} of the ${entity.singular}.`),
          query('field', 'Only related records in this field of action (slug).', { type: 'string' }),
          language,
        ],
      ),
    ]),
  );

const form = query('f', 'Form of the answer; without it what the header Accept asks for.', {
  type: 'string',
  enum: ['json', 'html'],
});

function ogc() {
  const both = ['application/json', 'text/html'];
  const items = ['application/geo+json', 'text/html'];
  const paths: Record<string, object> = {
    '/ogc': get('ogc', 'ogcLanding', 'Landing page', both, [form, language]),
    '/ogc/conformance': get('ogc', 'ogcConformance', 'What it conforms to', both, [form, language]),
    '/ogc/collections': get('ogc', 'ogcCollections', 'Collections', both, [form, language]),
  };
  for (const collection of collections) {
    const { dataset } = collection;
    const address = `/ogc/collections/${dataset.name}`;
    const title = dataset.title.en;
    const filters = Object.fromEntries(
      propertyFilters(collection).map((name) => [name, dataset.filters[name]!]),
    );
    paths[address] = get('ogc', named(`ogc ${dataset.name}`), title, both, [form, language]);
    paths[`${address}/items`] = get(
      'ogc',
      named(`ogc ${dataset.name} items`),
      `${title} as features`,
      items,
      [
        {
          ...query('bbox', 'West, south, east, north in degrees.', {
            type: 'array',
            minItems: 4,
            maxItems: 6,
            items: { type: 'number' },
          }),
          style: 'form',
          explode: false,
        },
        query('datetime', 'A day, a moment or an interval, over the period of the record.', {
          type: 'string',
        }),
        query('limit', 'Features on a page; more than the maximum means the maximum.', {
          type: 'integer',
          minimum: 1,
          maximum: featureLimits.most,
          default: featureLimits.default,
        }),
        query('after', 'Where the page begins, as the link to the next page has it.', { type: 'string' }),
        ...filterParameters(filters),
        form,
        language,
      ],
    );
    paths[`${address}/items/{id}`] = get('ogc', named(`ogc ${dataset.name} item`), `One of ${title}`, items, [
      inPath('id', `${dataset.key === 'ags' ? 'AGS' : 'Slug'} of the feature.`),
      form,
      language,
    ]);
  }
  return paths;
}

/** Every address for programs, derived from the register. */
export const paths = () => ({
  ...Object.assign({}, ...[...datasets.values()].map(download)),
  ...dataPackage,
  ...records(),
  ...feeds(),
  '/catalog': get(
    'catalogue',
    'catalogue',
    'DCAT-AP.de catalogue, as the header Accept asks',
    catalogueForms.map(({ contentType }) => contentType),
  ),
  ...Object.fromEntries(
    catalogueForms.map(({ extension, contentType }) => [
      `/catalog.${extension}`,
      get('catalogue', named(`catalogue ${extension}`), `DCAT-AP.de catalogue as ${contentType}`, [
        contentType,
      ]),
    ]),
  ),
  ...ogc(),
  '/map.json': get(
    'hub',
    'mapData',
    'What the map and its list show',
    ['application/json'],
    [...filterParameters(datasets.get('projects')!.filters), language],
  ),
  '/suggest.json': get(
    'hub',
    'suggest',
    'The best records of each kind for what somebody is typing',
    ['application/json'],
    [
      { ...query('q', 'What is typed so far; at most 200 characters.', { type: 'string' }), required: true },
      {
        ...query('list', 'Only of these lists; all without.', {
          type: 'array',
          items: { type: 'string', enum: entitiesWithPages.map(({ name }) => name) },
        }),
        style: 'form',
        explode: true,
      },
      query('limit', 'How many of each list.', { type: 'integer', minimum: 1, maximum: 20, default: 5 }),
      language,
    ],
  ),
  '/openapi.json': get('hub', 'openapi', 'This description', ['application/vnd.oai.openapi+json']),
  '/schema.graphql': get('hub', 'graphqlSchema', 'Schema of the GraphQL interface at /graphql', [
    'text/plain',
  ]),
});
