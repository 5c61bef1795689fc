import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Context, Hono } from 'hono';
import type { Hub } from '../../hub.ts';
import { datasets, entitiesWithPages, formatsOf } from '../../publishing/datasets/register.ts';
import type { MadeFiles } from '../../publishing/files/made-files.ts';
import { answers } from './answers.ts';
import { dataPackageDoor } from './data-package.ts';
import { download } from './download.ts';
import { mapData } from './map-data.ts';
import { recordAsData } from './record-as-data.ts';
import { suggestions } from './suggestions.ts';

/** Files, the numbers of the map, and every record as data. */
export function dataDoor(hub: Hub, made: MadeFiles): Hono {
  const door = new Hono();
  door.route('/', dataPackageDoor(hub, made));
  door.get('/data/:file{.+\\..+}', (c) => download(c, hub, made));
  // Behind the address of a list: its selection as a file.
  for (const dataset of datasets.values())
    if (dataset.entity)
      for (const { extension } of formatsOf(dataset))
        door.get(`/:file{${dataset.name}\\.${extension}}`, (c) => download(c, hub, made));
  door.get('/map.json', (c) => mapData(c, hub));
  door.get('/answers.json', (c) => answers(c, hub));
  door.get('/suggest.json', (c) => suggestions(c, hub));
  const { folder, boundaries } = hub.region;
  const shapes = (c: Context, body: string) => {
    return c.body(body, 200, {
      'content-type': 'application/json; charset=utf-8',
      // The address changes with the content.
      'cache-control': 'public, max-age=31536000, immutable',
      'access-control-allow-origin': '*',
    });
  };
  door.get(boundaries.path, (c) => shapes(c, boundaries.body));
  door.get('/map/boundaries/:file', async (c, next) => {
    const file = c.req.param('file');
    if (!boundaries.finer.has(file)) return next();
    return shapes(c, await readFile(join(folder, 'boundaries', file), 'utf8'));
  });
  for (const entity of entitiesWithPages)
    door.get(`/${entity.name}/:key{.+\\.json}`, (c) => recordAsData(c, hub, entity));
  return door;
}
