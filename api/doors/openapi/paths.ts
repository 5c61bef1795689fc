import { catalogue } from '../../catalogue/entities/catalogue.ts';
import { catalogueForms } from '../../publishing/addresses/catalogue.ts';
import { feedFormats } from '../../publishing/addresses/feeds.ts';
import type { Dataset } from '../../publishing/datasets/dataset.ts';
import { datasets, entitiesWithPages, formatsOf } from '../../publishing/datasets/register.ts';
import { geojson } from '../../publishing/formats/geojson.ts';
import { featurePaths } from './feature-paths.ts';
import { get, named } from './operation.ts';
import { filterParameters, inPath, language, query } from './parameters.ts';

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
  ...featurePaths(),
  '/map.json': get(
    'hub',
    'mapData',
    'What the map and its list show',
    ['application/json'],
    [
      ...filterParameters(catalogue.projects.filters),
      query('home', 'AGS of the municipality that asks: distances are told from there.', { type: 'string' }),
      language,
    ],
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
