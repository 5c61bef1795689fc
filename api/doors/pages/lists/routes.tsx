import { type Context, Hono } from 'hono';
import { catalogue } from '../../../catalogue/entities/catalogue.ts';
import { visible } from '../../../catalogue/model/visibility.ts';
import { sql } from '../../../database/sql.ts';
import { baseUrlOf } from '../../../http/base-url.ts';
import { pageHeaders } from '../../../http/headers.ts';
import type { Hub } from '../../../hub.ts';
import type { Language } from '../../../language.ts';
import { datasets } from '../../../publishing/datasets/register.ts';
import type { Site } from '../../../publishing/layout.tsx';
import { placesToChoose } from '../places-to-choose.ts';
import { ListPage } from './list-page.tsx';
import { readList, readListRequest } from './read-list.ts';
import { readSearch, readSearchRequest, searchAsData } from './read-search.ts';
import { SearchPage } from './search-page.tsx';

/** The list of each entity, and the search over all of them; `.json` behind the search is the same as data. */
export function listRoutes(hub: Hub): Hono {
  const routes = new Hono();
  const headers = pageHeaders(hub.settings);
  const site = (c: Context, { lang }: { readonly lang: Language }): Site => ({
    hub,
    lang,
    base: baseUrlOf(c.req.raw, hub.settings),
    unknown: c.get('unknownParameters'),
  });
  const places = () =>
    hub.database.rows<{ ags: string; name: string; district: string | null }>(sql`
      SELECT t.ags, t.name, t.district FROM ${visible(catalogue.municipalities.table, hub.viewer)} t
      WHERE t.latitude IS NOT NULL ORDER BY t.name_sort, t.ags`);
  for (const dataset of datasets.values()) {
    const { entity } = dataset;
    if (!entity) continue;
    routes.get(`/${entity.name}`, async (c) => {
      const request = readListRequest(entity, new URL(c.req.url).searchParams);
      const [list, near] = await Promise.all([
        readList(hub, dataset, entity, request),
        entity.filters.near ? places() : [],
      ]);
      return c.html(
        <ListPage
          site={site(c, request)}
          dataset={dataset}
          entity={entity}
          list={list}
          places={placesToChoose(near, request.filter)}
        />,
        200,
        headers,
      );
    });
  }
  routes.get('/search', async (c) => {
    const request = readSearchRequest(new URL(c.req.url).searchParams);
    return c.html(
      <SearchPage site={site(c, request)} request={request} found={await readSearch(hub, request)} />,
      200,
      headers,
    );
  });
  routes.get('/search.json', async (c) => {
    const request = readSearchRequest(new URL(c.req.url).searchParams);
    return c.json(searchAsData(request, await readSearch(hub, request)), 200, {
      'access-control-allow-origin': '*',
    });
  });
  return routes;
}
