import type { Context } from 'hono';
import { catalogue } from '../../catalogue/entities/catalogue.ts';
import type { Hub } from '../../hub.ts';
import { filterNames, readParameters } from '../../publishing/datasets/read-parameters.ts';
import { readMapData } from '../../publishing/map-data.ts';
import { filterWords } from '../../texts/filter-words.ts';

/** `GET /map.json`: what the map and its list show, under the filters of projects. */
export async function mapData(c: Context, hub: Hub): Promise<Response> {
  const names = filterNames(catalogue.projects);
  const { filter, lang } = readParameters(new URL(c.req.url).searchParams, names, ['lang']);
  const [data, filters] = await Promise.all([
    readMapData(hub, filter, lang),
    filterWords(hub, catalogue.projects, filter, lang),
  ]);
  return c.json({ ...data, filters }, 200, { 'access-control-allow-origin': '*' });
}
