import { type Context, Hono } from 'hono';
import { accepts } from 'hono/accepts';
import { baseUrlOf } from '../../http/base-url.ts';
import { wholeOr503 } from '../../http/whole-or-503.ts';
import type { Hub } from '../../hub.ts';
import { type CatalogueForm, catalogueForms } from '../../publishing/addresses/catalogue.ts';
import { readParameters } from '../../publishing/datasets/read-parameters.ts';
import type { MadeFiles } from '../../publishing/files/made-files.ts';
import { licenceLink } from '../../publishing/licences.ts';

/** The catalogue for other portals to harvest. */
export function catalogueDoor(hub: Hub, made: MadeFiles): Hono {
  const door = new Hono();
  for (const form of catalogueForms)
    door.get(`/catalog.${form.extension}`, (c) => catalog(c, hub, made, form));
  door.get('/catalog', (c) => negotiatedCatalog(c, hub, made));
  return door;
}

/** `GET /catalog.ttl`, `.jsonld` and `.rdf`. */
function catalog(
  c: Context,
  hub: Hub,
  made: MadeFiles,
  { extension, contentType }: CatalogueForm,
): Promise<Response> {
  return wholeOr503(c, hub, async () => {
    readParameters(new URL(c.req.url).searchParams, [], []);
    const base = baseUrlOf(c.req.raw, hub.settings);
    const [{ catalogueGraph }, { readSizes }, { write }] = await Promise.all([
      import('../../publishing/dcat/graph.ts'),
      import('../../publishing/dcat/sizes.ts'),
      import('./serialise.ts'),
    ]);
    const sizes = await made.forRequest(c.req.raw, (files) => readSizes(hub, files));
    const body = await write[extension](await catalogueGraph(hub, base, sizes));
    return c.body(body, 200, {
      'content-type': `${contentType}; charset=utf-8`,
      link: licenceLink(hub, { name: 'catalogue' }),
      'access-control-allow-origin': '*',
    });
  });
}

/** `GET /catalog`: the form that the caller accepts; a person gets the page of the data. */
function negotiatedCatalog(c: Context, hub: Hub, made: MadeFiles): Response | Promise<Response> {
  const wanted = accepts(c, {
    header: 'Accept',
    supports: [...catalogueForms.map(({ contentType }) => contentType), 'application/json', 'text/html'],
    default: 'text/turtle',
  });
  if (wanted === 'text/html') return c.redirect('/data', 303);
  const form = catalogueForms.find(({ contentType }) => contentType === wanted) ?? catalogueForms[1];
  return catalog(c, hub, made, form);
}
