import { visible } from '../../catalogue/model/visibility.ts';
import { type Sql, sql } from '../../database/sql.ts';
import type { Hub } from '../../hub.ts';
import type { Language } from '../../language.ts';
import { type Collection, collections } from '../../publishing/addresses/features.ts';
import { crs84, systems } from '../../publishing/crs.ts';
import type { Dataset } from '../../publishing/datasets/dataset.ts';
import { boxOfRegion } from '../../publishing/geometry.ts';
import { licenceOf } from '../../publishing/licences.ts';

export type Link = {
  readonly href: string;
  readonly rel: string;
  readonly type?: string;
  readonly title?: string;
};

export const json = 'application/json';
export const geoJson = 'application/geo+json';
export const html = 'text/html';
export const schemaJson = 'application/schema+json';
const relation = (name: string) => `http://www.opengis.net/def/rel/ogc/1.0/${name}`;

/** What the hub holds to, of OGC API Features Part 1 (core), 2 (systems) and 3 (queryables). */
export const conformance = {
  conformsTo: [
    '1/1.0/conf/core',
    '1/1.0/conf/oas30',
    '1/1.0/conf/html',
    '1/1.0/conf/geojson',
    '2/1.0/conf/crs',
    '3/1.0/conf/queryables',
    '3/1.0/conf/queryables-query-parameters',
  ].map((name) => `http://www.opengis.net/spec/ogcapi-features-${name}`),
};

/** A document in its two forms, with the one that is read now as `self`. */
export function selfAndAlternate(address: URL, type: string, wanted: 'json' | 'html'): Link[] {
  const as = (form: 'json' | 'html') => {
    const url = new URL(address);
    url.searchParams.set('f', form);
    return url.href;
  };
  const form = (one: 'json' | 'html') => (one === 'html' ? html : type);
  const other = wanted === 'html' ? 'json' : 'html';
  return [
    { href: address.href, rel: 'self', type: form(wanted) },
    { href: as(other), rel: 'alternate', type: form(other) },
  ];
}

export const landing = ({ region }: Hub, base: string, lang: Language, links: readonly Link[]) => ({
  title: region.title[lang],
  description: region.intro[lang],
  attribution: region.attribution[lang].join(' · '),
  links: [
    ...links,
    {
      href: `${base}/ogc/api`,
      rel: 'service-desc',
      type: 'application/vnd.oai.openapi+json;version=3.0',
      title: 'OpenAPI',
    },
    { href: `${base}/openapi`, rel: 'service-doc', type: html, title: 'OpenAPI' },
    { href: `${base}/ogc/conformance`, rel: 'conformance', type: json, title: 'Conformance' },
    { href: `${base}/ogc/collections`, rel: 'data', type: json, title: 'Collections' },
  ],
});

export const collectionList = async (hub: Hub, base: string, lang: Language, links: readonly Link[]) => ({
  links,
  crs: systems,
  collections: await Promise.all(collections.map((one) => describeCollection(hub, one, base, lang, []))),
});

export async function describeCollection(
  hub: Hub,
  { dataset }: Collection,
  base: string,
  lang: Language,
  links: readonly Link[],
) {
  const address = `${base}/ogc/collections/${dataset.name}`;
  const own = links.length > 0 ? links : [{ href: address, rel: 'self', type: json }];
  const licence = licenceOf(hub, dataset);
  return {
    id: dataset.name,
    title: dataset.title[lang],
    description: dataset.description[lang],
    itemType: 'feature',
    crs: systems,
    storageCrs: crs84.uri,
    extent: {
      spatial: { bbox: [boxOfRegion(hub.region)], crs: crs84.uri },
      temporal: {
        interval: [await changedBetween(hub, dataset)],
        trs: 'http://www.opengis.net/def/uom/ISO-8601/0/Gregorian',
      },
    },
    links: [
      ...own,
      { href: `${address}/items`, rel: 'items', type: geoJson, title: dataset.title[lang] },
      { href: `${address}/items?f=html`, rel: 'items', type: html, title: dataset.title[lang] },
      { href: `${address}/schema`, rel: 'describedby', type: schemaJson },
      { href: `${address}/schema`, rel: relation('schema'), type: schemaJson },
      { href: `${address}/queryables`, rel: relation('queryables'), type: schemaJson },
      { href: licence.url, rel: 'license', title: licence.name },
      { href: `${base}/data#${dataset.name}`, rel: 'describedby', type: html },
    ],
  };
}

/** When features of a collection changed first and last: what `?datetime=` is about. */
async function changedBetween({ database, viewer }: Hub, { table }: Dataset): Promise<(Date | null)[]> {
  const committed = (which: Sql) =>
    sql`(SELECT created_at FROM revision WHERE number = (SELECT ${which} FROM ${visible(table, viewer)} t))`;
  const [row] = await database.rows<{ first: Date; last: Date }>(
    sql`SELECT ${committed(sql`min(changed_revision)`)} AS first, ${committed(sql`max(changed_revision)`)} AS last`,
  );
  return [row?.first ?? null, row?.last ?? null];
}
