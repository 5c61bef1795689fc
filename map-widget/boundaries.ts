import type { Feature, FeatureCollection, MultiLineString, MultiPolygon, Polygon } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

export type Area = Feature<Polygon | MultiPolygon, { ags: string; name: string }>;

export interface Boundaries {
  areas: FeatureCollection<Area['geometry'], Area['properties']>;
  districts: MultiLineString | null;
}

export function readBoundaries(topology: Topology): Boundaries {
  const municipalities = topology.objects.municipalities as GeometryCollection<Area['properties']>;
  const areas = feature(topology, municipalities) as Boundaries['areas'];
  for (const area of areas.features) area.properties.ags ??= String(area.id);
  const districts = topology.objects.districts as GeometryCollection | undefined;
  return { areas, districts: districts ? mesh(topology, districts) : null };
}
