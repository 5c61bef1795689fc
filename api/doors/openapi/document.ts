import { readFileSync } from 'node:fs';
import type { Hub } from '../../hub.ts';
import { attributeFilters } from '../../publishing/addresses/features.ts';
import { licences } from '../../publishing/licences.ts';
import { featurePaths } from './feature-paths.ts';
import { paths } from './paths.ts';

const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const error = (description: string) => ({
  description,
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
});

/** `/openapi.json`: everything for programs but GraphQL, which describes itself. */
export const openApi = (hub: Hub, base: string) => describe(hub, base, paths());

/**
 * `/ogc/api`: OGC API Features alone, with addresses relative to its landing page, where GIS programs look for
 * the filters that the server knows.
 */
export const featuresApi = (hub: Hub, base: string) =>
  describe(
    hub,
    `${base}/ogc`,
    Object.fromEntries(
      Object.entries(featurePaths(attributeFilters)).map(([path, item]) => [
        path.replace(/^\/ogc/, '') || '/',
        item,
      ]),
    ),
  );

function describe({ region, settings }: Hub, base: string, paths: object) {
  const licence = licences[settings.CATALOGUE_LICENCE];
  return {
    openapi: '3.0.3',
    info: {
      title: region.title.en,
      description: `${region.intro.en}\n\nNo key is needed. A parameter that does not exist is an error that lists those that do.`,
      version,
      license: { name: licence.name, url: licence.url },
    },
    servers: [{ url: base }],
    security: [],
    tags: [
      { name: 'data', description: 'Whole datasets as files.' },
      { name: 'records', description: 'Single records with what is related to them.' },
      { name: 'feeds', description: 'What is new, changed or confirmed, under any filter.' },
      { name: 'catalogue', description: 'The catalogue for other portals to harvest.' },
      { name: 'ogc', description: 'OGC API Features Part 1 for GIS programs.' },
      { name: 'hub', description: 'The map, and descriptions.' },
    ],
    paths,
    components: {
      responses: {
        BadInput: error('A parameter is wrong; the message says which, and what is allowed.'),
        NotFound: error('There is nothing at this address; the message says what there is.'),
      },
      schemas: {
        Error: {
          type: 'object',
          required: ['error'],
          properties: {
            error: {
              type: 'object',
              required: ['code', 'message'],
              properties: { code: { type: 'string' }, message: { type: 'string' } },
            },
          },
        },
      },
    },
  };
}
