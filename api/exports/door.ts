import { Hono } from 'hono';
import type { Hub } from '../hub.ts';
import { download } from './download.ts';
import { mapData } from './map-data.ts';
import { recordAsData } from './record-as-data.ts';
import { entitiesWithPages } from './register.ts';

/** Files, the numbers of the map, and every record as data. */
export function exportsDoor(hub: Hub): Hono {
  const door = new Hono();
  door.get('/data/:file{.+\\..+}', (c) => download(c, hub));
  door.get('/map.json', (c) => mapData(c, hub));
  door.get(hub.region.boundaries.path, (c) =>
    c.body(hub.region.boundaries.body, 200, {
      'content-type': 'application/json; charset=utf-8',
      // The address changes with the content.
      'cache-control': 'public, max-age=31536000, immutable',
      'access-control-allow-origin': '*',
    }),
  );
  for (const entity of entitiesWithPages)
    door.get(`/${entity.name}/:key{.+\\.json}`, (c) => recordAsData(c, hub, entity));
  return door;
}
