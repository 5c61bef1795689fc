import { Hono } from 'hono';
import { baseUrlOf } from '../../http/base-url.ts';
import { pageHeaders } from '../../http/headers.ts';
import type { Hub } from '../../hub.ts';
import { readLanguage } from '../../language.ts';
import { featuresApi, openApi } from './document.ts';
import { OpenApiPage } from './openapi-page.tsx';

/** The description of the interface, for programs and for people. */
export function openApiDoor(hub: Hub): Hono {
  const door = new Hono();
  for (const [path, describe] of [
    ['/openapi.json', openApi],
    ['/ogc/api', featuresApi],
  ] as const)
    door.get(path, (c) =>
      c.body(JSON.stringify(describe(hub, baseUrlOf(c.req.raw, hub.settings))), 200, {
        'content-type': 'application/vnd.oai.openapi+json;version=3.0',
        'access-control-allow-origin': '*',
      }),
    );
  door.get('/openapi', (c) => {
    const base = baseUrlOf(c.req.raw, hub.settings);
    const site = { hub, base, lang: readLanguage(c.req.query('lang')) };
    return c.html(<OpenApiPage site={site} document={openApi(hub, base)} />, 200, pageHeaders(hub.settings));
  });
  return door;
}
