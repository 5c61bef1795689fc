import type { Quad } from 'n3';
import type { Hub } from '../../hub.ts';
import { collections } from '../addresses/features.ts';
import type { Words } from '../datasets/dataset.ts';
import { datasets } from '../datasets/register.ts';
import { dcatLicenceOf } from '../licences.ts';
import { datasetAddress } from './describe-dataset.ts';
import { sharedAddresses } from './parties.ts';
import { describe, iri, words } from './terms.ts';
import { openToAll } from './vocabularies.ts';

/** An interface to the data, as other portals see it. */
type Service = {
  readonly id: string;
  readonly title: Words;
  readonly description: Words;
  /** Below the hub's address. */
  readonly endpoint: string;
  /** Where the interface is described. */
  readonly documents: string;
  readonly serves: readonly { readonly name: string }[];
  readonly conformsTo?: string;
};

const services: readonly Service[] = [
  {
    id: 'files',
    title: { de: 'Dateien mit Filtern', en: 'Files with filters', fr: 'Fichiers avec filtres' },
    description: {
      de: 'Jeder Datensatz als CSV, XLSX, JSON, NDJSON und GeoJSON, mit Filtern, Spaltenwahl und Reihenfolge in der Adresse.',
      en: 'Every dataset as CSV, XLSX, JSON, NDJSON and GeoJSON, with filters, columns and order in the address.',
      fr: 'Chaque jeu de données en CSV, XLSX, JSON, NDJSON et GeoJSON, avec filtres, colonnes et ordre dans l’adresse.',
    },
    endpoint: '/data',
    documents: '/openapi.json',
    serves: [...datasets.values()],
  },
  {
    id: 'graphql',
    title: { de: 'GraphQL', en: 'GraphQL', fr: 'GraphQL' },
    description: {
      de: 'Alle Einträge mit ihren Beziehungen, ohne Schlüssel.',
      en: 'All records with their relations, without a key.',
      fr: 'Tous les enregistrements avec leurs relations, sans clé.',
    },
    endpoint: '/graphql',
    documents: '/schema.graphql',
    serves: [...datasets.values()].filter(({ entity }) => entity),
  },
  {
    id: 'ogc',
    title: { de: 'OGC API Features', en: 'OGC API Features', fr: 'OGC API Features' },
    description: {
      de: 'Kommunen, Projekte und Strategien für QGIS und andere Kartenprogramme.',
      en: 'Municipalities, projects and strategies for QGIS and other GIS programs.',
      fr: 'Communes, projets et stratégies pour QGIS et d’autres logiciels SIG.',
    },
    endpoint: '/ogc',
    documents: '/ogc/api',
    serves: collections.map(({ dataset }) => dataset),
    conformsTo: 'http://www.opengis.net/spec/ogcapi-features-1/1.0',
  },
];

const addressOf = (base: string, { id }: Service) => `${base}/catalog#service-${id}`;

export const serviceAddresses = (base: string): string[] => services.map((one) => addressOf(base, one));

/** The interfaces that serve the datasets. */
export function describeServices(hub: Hub, base: string): Quad[] {
  const { publisher, contact } = sharedAddresses(base);
  return services.flatMap((service) => [
    ...describe(addressOf(base, service), ['dcat:DataService'], {
      'dct:title': words(service.title),
      'dct:description': words(service.description),
      'dcat:endpointURL': iri(base + service.endpoint),
      'dcat:endpointDescription': iri(base + service.documents),
      'dcat:servesDataset': service.serves.map((dataset) => iri(datasetAddress(base, dataset))),
      'dct:conformsTo': service.conformsTo ? iri(service.conformsTo) : undefined,
      'dct:publisher': iri(publisher),
      'dcat:contactPoint': iri(contact),
      'dct:license': iri(dcatLicenceOf(hub, { name: 'catalogue' })),
      'dct:accessRights': iri(openToAll.address),
    }),
    ...(service.conformsTo ? describe(service.conformsTo, ['dct:Standard'], {}) : []),
  ]);
}
