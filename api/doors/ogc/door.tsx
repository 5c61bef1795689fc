import { type Context, Hono } from 'hono';
import { CallerError } from '../../errors.ts';
import { pageHeaders } from '../../http/headers.ts';
import type { Hub } from '../../hub.ts';
import type { Collection } from '../../publishing/addresses/features.ts';
import { type Crs, readCrs } from '../../publishing/crs.ts';
import { readParameters } from '../../publishing/datasets/read-parameters.ts';
import { licenceLink } from '../../publishing/licences.ts';
import { type Asked, nextLink, noOthers, readAsked, requireCollection } from './asked.ts';
import {
  collectionList,
  conformance,
  describeCollection,
  geoJson,
  html,
  json,
  type Link,
  landing,
  schemaJson,
  selfAndAlternate,
} from './documents.ts';
import { readItem, readItems } from './items.ts';
import { nameOf, OgcPage } from './ogc-page.tsx';
import { queryablesOf, schemaOf } from './schemas.ts';

type Page = Parameters<typeof OgcPage>[0]['shown'];

/** OGC API Features at `/ogc`: the municipalities, projects and strategies for GIS programs. */
export function ogcDoor(hub: Hub): Hono {
  const door = new Hono();
  const answer = (
    c: Context,
    { form, base, lang }: Asked,
    type: string,
    document: object,
    page: Page,
    collection?: Collection,
    crs?: Crs,
  ) => {
    const headers = {
      ...(crs && { 'content-crs': `<${crs.uri}>` }),
      'access-control-allow-origin': '*',
      vary: 'accept',
      ...(collection && { link: licenceLink(hub, collection.dataset) }),
    };
    if (form === 'json')
      return c.body(JSON.stringify(document), 200, { ...headers, 'content-type': `${type}; charset=utf-8` });
    const site = { hub, lang, base };
    return c.html(<OgcPage site={site} path={c.req.path} shown={page} />, 200, {
      ...headers,
      ...pageHeaders(hub.settings),
    });
  };

  door.get('/ogc', (c) => {
    const asked = readAsked(c, hub);
    noOthers(asked);
    const document = landing(hub, asked.base, asked.lang, selfAndAlternate(asked.address, json, asked.form));
    return answer(c, asked, json, document, document);
  });
  door.get('/ogc/conformance', (c) => {
    const asked = readAsked(c, hub);
    noOthers(asked);
    return answer(c, asked, json, conformance, {
      title: 'Conformance',
      links: selfAndAlternate(asked.address, json, asked.form),
      entries: conformance.conformsTo.map((address) => ({ name: address, address })),
    });
  });
  door.get('/ogc/collections', async (c) => {
    const asked = readAsked(c, hub);
    noOthers(asked);
    const links = selfAndAlternate(asked.address, json, asked.form);
    const document = await collectionList(hub, asked.base, asked.lang, links);
    return answer(c, asked, json, document, {
      title: 'Collections',
      links,
      entries: document.collections.map(({ id, title }) => ({
        name: title,
        address: `${asked.base}/ogc/collections/${id}?f=html`,
      })),
    });
  });
  door.get('/ogc/collections/:collection', async (c) => {
    const [asked, collection] = [readAsked(c, hub), requireCollection(c)];
    noOthers(asked);
    const links = selfAndAlternate(asked.address, json, asked.form);
    const document = await describeCollection(hub, collection, asked.base, asked.lang, links);
    return answer(c, asked, json, document, document, collection);
  });
  for (const [part, describe] of [
    ['schema', schemaOf],
    ['queryables', queryablesOf],
  ] as const)
    door.get(`/ogc/collections/:collection/${part}`, (c) => {
      const [asked, collection] = [readAsked(c, hub), requireCollection(c)];
      noOthers(asked);
      const { base, lang, address, form } = asked;
      const document = describe(collection, `${base}/ogc/collections/${collection.dataset.name}`, lang);
      return answer(c, asked, schemaJson, document, {
        title: document.title,
        links: selfAndAlternate(address, schemaJson, form),
        facts: Object.entries(document.properties).map(([property, schema]) => [
          property,
          'description' in schema ? schema.description : '',
        ]),
      });
    });
  door.get('/ogc/collections/:collection/items', async (c) => {
    const [asked, collection] = [readAsked(c, hub), requireCollection(c)];
    const { features, numberMatched, next, crs } = await readItems(hub, collection, asked.search, asked.base);
    const address = `${asked.base}/ogc/collections/${collection.dataset.name}`;
    const links: Link[] = [
      ...selfAndAlternate(asked.address, geoJson, asked.form),
      ...(next === undefined ? [] : [nextLink(asked, next)]),
      { href: address, rel: 'collection', type: json },
    ];
    const document = {
      type: 'FeatureCollection',
      numberMatched,
      numberReturned: features.length,
      links,
      features,
    };
    return answer(
      c,
      asked,
      geoJson,
      document,
      {
        title: collection.dataset.title[asked.lang],
        description: `${features.length} / ${numberMatched}`,
        links,
        entries: features.map((one) => ({
          name: nameOf(one),
          address: `${address}/items/${encodeURIComponent(String(one.id))}?f=html`,
        })),
      },
      collection,
      crs,
    );
  });
  door.get('/ogc/collections/:collection/items/:id', async (c) => {
    const [asked, collection] = [readAsked(c, hub), requireCollection(c)];
    const { given } = readParameters(asked.search, [], ['f', 'lang', 'crs']);
    const { dataset } = collection;
    const crs = await readCrs('?crs', given.crs);
    const feature = await readItem(hub, collection, c.req.param('id'), asked.base, crs);
    if (!feature)
      throw new CallerError('NOT_FOUND', `There is no feature ${c.req.param('id')} in ${dataset.name}.`);
    const links: Link[] = [
      ...selfAndAlternate(asked.address, geoJson, asked.form),
      { href: `${asked.base}/ogc/collections/${dataset.name}`, rel: 'collection', type: json },
      { href: String(feature.properties?.url), rel: 'canonical', type: html },
    ];
    const facts = Object.entries(feature.properties ?? {}).filter(([, value]) => value !== null);
    return answer(
      c,
      asked,
      geoJson,
      { ...feature, links },
      { title: nameOf(feature), links, facts },
      collection,
      crs,
    );
  });
  return door;
}
