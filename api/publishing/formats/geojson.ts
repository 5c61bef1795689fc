import { keyOf } from '../datasets/dataset.ts';
import { type GeometryKind, geometryKinds, readGeometries } from '../geometry.ts';
import type { Format } from './format.ts';
import { recordOf } from './record.ts';

/** RFC 7946: WGS84, longitude first; the columns are the properties. */
export const geojson: Format = {
  extension: 'geojson',
  contentType: 'application/geo+json; charset=utf-8',
  label: 'GeoJSON',
  description: 'RFC 7946: WGS84, longitude first; the columns are the properties.',
  binary: false,
  options: {
    geometry: {
      description:
        'A point in each municipality, its boundary, or none. Where a record belongs to several municipalities it has the points or areas of all.',
      values: [...geometryKinds, 'none'],
    },
  },
  fits: ({ place }) => place !== undefined,
  async *write({ hub, dataset, columns, pages, options }) {
    const kind = options.geometry as GeometryKind | 'none';
    const geometries = kind === 'none' ? null : await readGeometries(hub);
    const several = dataset.place?.several ?? false;
    const key = keyOf(dataset);
    let separator = '{"type":"FeatureCollection","features":[\n';
    for await (const rows of pages) {
      const features = rows.map((row) =>
        JSON.stringify({
          type: 'Feature',
          ...(key && typeof row[key] === 'string' && { id: row[key] }),
          geometry: geometries?.[kind as GeometryKind](row._places as string[], several) ?? null,
          properties: recordOf(columns, row),
        }),
      );
      yield separator + features.join(',\n');
      separator = ',\n';
    }
    yield `${separator.startsWith('{') ? separator : '\n'}]}\n`;
  },
};
