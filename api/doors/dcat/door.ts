import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import type { Quad } from 'n3';
import { baseUrlOf } from '../../http/base-url.ts';
import { wholeOr503 } from '../../http/whole-or-503.ts';
import type { Hub } from '../../hub.ts';
import { readParameters } from '../../publishing/datasets/read-parameters.ts';
import type { MadeFiles } from '../../publishing/files/made-files.ts';
import { licenceLink } from '../../publishing/licences.ts';
import { catalogueGraph } from './graph.ts';
import { jsonLd, rdfXml, turtle } from './serialise.ts';
import { readSizes } from './sizes.ts';

type Serialisation = {
  readonly contentType: string;
  readonly write: (quads: readonly Quad[]) => string | Promise<string>;
};

/** The forms of the catalogue, by extension; Turtle for who does not say. */
export const catalogueForms: Readonly<Record<string, Serialisation>> = {
  ttl: { contentType: 'text/turtle', write: turtle },
  jsonld: { contentType: 'application/ld+json', write: jsonLd },
  rdf: { contentType: 'application/rdf+xml', write: rdfXml },
};

/** `GET /catalog.ttl`, `.jsonld` and `.rdf`. */
export function catalog(
  c: Context,
  hub: Hub,
  made: MadeFiles,
  { contentType, write }: Serialisation,
): Promise<Response> {
  return wholeOr503(c, hub, async () => {
    readParameters(new URL(c.req.url).searchParams, [], []);
    const base = baseUrlOf(c.req.raw, hub.settings);
    const sizes = await made.ofNewest((files) => readSizes(hub, base, files));
    const body = await write(await catalogueGraph(hub, base, sizes));
    return c.body(body, 200, {
      'content-type': `${contentType}; charset=utf-8`,
      link: licenceLink(hub, { name: 'catalogue' }),
      'access-control-allow-origin': '*',
    });
  });
}

/** `GET /catalog`: the form that the caller accepts; a person gets the page of the data. */
export function negotiatedCatalog(c: Context, hub: Hub, made: MadeFiles): Response | Promise<Response> {
  const forms = Object.values(catalogueForms);
  const wanted = accepts(c, {
    header: 'Accept',
    supports: [...forms.map(({ contentType }) => contentType), 'application/json', 'text/html'],
    default: 'text/turtle',
  });
  if (wanted === 'text/html') return c.redirect('/data', 303);
  const form = forms.find(({ contentType }) => contentType === wanted) ?? catalogueForms.jsonld!;
  return catalog(c, hub, made, form);
}
