import type { Quad } from 'n3';
import type { Hub } from '../../hub.ts';
import type { CatalogueFacts } from '../catalogue-facts.ts';
import { describe, iri, text, typed, words } from './terms.ts';

/** Addresses of what datasets share. */
export const sharedAddresses = (base: string) => ({
  publisher: `${base}/catalog#publisher`,
  contact: `${base}/catalog#contact`,
  region: `${base}/catalog#region`,
});

const districtKeys = 'http://dcat-ap.de/def/politicalGeocoding/districtKey';

/**
 * What the data are about: the region, and its Landkreise in the code list of political geocoding. Since
 * DCAT-AP.de 3.0 both stand in `dct:spatial`; a property of its own for the second is deprecated.
 */
export const placesOf = (base: string, { districts }: CatalogueFacts): string[] => [
  sharedAddresses(base).region,
  ...districts.map(({ key }) => `${districtKeys}/${key}`),
];

/**
 * Who publishes, whom to ask and what it is about. Where the operator has said nothing, the hub speaks for itself
 * and names nobody.
 */
export function describeParties({ settings, region }: Hub, base: string, facts: CatalogueFacts): Quad[] {
  const { publisher, contact, region: place } = sharedAddresses(base);
  const name = settings.CATALOGUE_PUBLISHER || region.title.de;
  const [west, south, east, north] = facts.box;
  const corners = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return [
    ...describe(publisher, ['foaf:Agent'], { 'foaf:name': text(name) }),
    ...describe(contact, ['vcard:Kind'], {
      'vcard:fn': text(name),
      'vcard:hasEmail': settings.CATALOGUE_CONTACT_EMAIL
        ? iri(`mailto:${settings.CATALOGUE_CONTACT_EMAIL}`)
        : undefined,
      'vcard:hasURL': iri(settings.CATALOGUE_CONTACT_URL || `${base}/`),
    }),
    ...describe(place, ['dct:Location'], {
      'skos:prefLabel': words(region.name),
      'dcat:bbox': typed(
        `POLYGON((${corners.map((corner) => corner.join(' ')).join(', ')}))`,
        'geo:wktLiteral',
      ),
    }),
    ...facts.districts.flatMap(({ key, name: label }) =>
      describe(`${districtKeys}/${key}`, ['dct:Location'], { 'skos:prefLabel': text(label, 'de') }),
    ),
  ];
}
