import type { Feature, FeatureCollection, MultiLineString, MultiPolygon, Polygon } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

export type Area = Feature<Polygon | MultiPolygon, { ags: string; name: string }>;

export interface Boundaries {
  areas: FeatureCollection<Area['geometry'], Area['properties']>;
  /** The borders between them, where they are told. */
  districts(): MultiLineString | null;
  /** The line around these municipalities together, without the borders between them. */
  around(ags: ReadonlySet<string>): MultiLineString;
}

export function readBoundaries(topology: Topology): Boundaries {
  const municipalities = topology.objects.municipalities as GeometryCollection<Area['properties']>;
  const areas = feature(topology, municipalities) as Boundaries['areas'];
  for (const area of areas.features) area.properties.ags = agsOf(area);
  const districts = topology.objects.districts as GeometryCollection | undefined;
  return {
    areas,
    districts: () => (districts ? mesh(topology, districts) : null),
    around: (ags) => {
      const geometries = municipalities.geometries.filter((one) => ags.has(agsOf(one)));
      // An arc of one area only comes as the pair of that area with itself.
      return mesh(topology, { type: 'GeometryCollection', geometries }, (a, b) => a === b);
    },
  };
}

const agsOf = ({ id, properties }: { id?: string | number | undefined; properties?: unknown }): string =>
  (properties as Partial<Area['properties']> | undefined)?.ags ?? String(id);
