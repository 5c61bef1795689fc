import type { Context } from 'hono';
import { catalogue } from '../../catalogue/entities/catalogue.ts';
import type { Hub } from '../../hub.ts';
import { filterNames, readParameters } from '../../publishing/datasets/read-parameters.ts';
import { readMapData } from '../../publishing/map-data.ts';
import { filterWords } from '../../texts/filter-words.ts';
import { checkHome } from './answers.ts';

/**
 * `GET /map.json`: what the map and its list show, under the filters of projects; with `home`, the AGS of who asks,
 * also how far it is from there.
 */
export async function mapData(c: Context, hub: Hub): Promise<Response> {
  const names = filterNames(catalogue.projects);
  const { filter, given, lang } = readParameters(new URL(c.req.url).searchParams, names, ['home', 'lang']);
  await checkHome(hub, given.home);
  const [data, filters] = await Promise.all([
    readMapData(hub, filter, lang, given.home),
    filterWords(hub, catalogue.projects, filter, lang),
  ]);
  return c.json({ ...data, filters }, 200, { 'access-control-allow-origin': '*' });
}
