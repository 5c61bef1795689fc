import type { Hub } from '../../hub.ts';
import type { Language } from '../../language.ts';
import { type Collection, collections } from '../../publishing/addresses/features.ts';
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
const crs84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84';
const conformanceClass = (name: string) => `http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/${name}`;

/** What the hub holds to, of OGC API Features Part 1. */
export const conformance = {
  conformsTo: ['core', 'oas30', 'html', 'geojson'].map(conformanceClass),
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
  attribution: region.attribution.join(' · '),
  links: [
    ...links,
    {
      href: `${base}/openapi.json`,
      rel: 'service-desc',
      type: 'application/vnd.oai.openapi+json;version=3.0',
      title: 'OpenAPI',
    },
    { href: `${base}/openapi`, rel: 'service-doc', type: html, title: 'OpenAPI' },
    { href: `${base}/ogc/conformance`, rel: 'conformance', type: json, title: 'Conformance' },
    { href: `${base}/ogc/collections`, rel: 'data', type: json, title: 'Collections' },
  ],
});

export const collectionList = (hub: Hub, base: string, lang: Language, links: readonly Link[]) => ({
  links,
  collections: collections.map((one) => describeCollection(hub, one, base, lang, [])),
});

export function describeCollection(
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
    crs: [crs84],
    extent: { spatial: { bbox: [boxOfRegion(hub.region)], crs: crs84 } },
    links: [
      ...own,
      { href: `${address}/items`, rel: 'items', type: geoJson, title: dataset.title[lang] },
      { href: `${address}/items?f=html`, rel: 'items', type: html, title: dataset.title[lang] },
      { href: licence.url, rel: 'license', title: licence.name },
      { href: `${base}/data#${dataset.name}`, rel: 'describedby', type: html },
    ],
  };
}
