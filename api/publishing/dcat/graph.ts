import type { Quad } from 'n3';
import type { Hub } from '../../hub.ts';
import { type CatalogueFacts, readCatalogueFacts } from '../catalogue-facts.ts';
import type { Dataset } from '../datasets/dataset.ts';
import { datasets } from '../datasets/register.ts';
import { attributionOf, dcatLicenceOf } from '../licences.ts';
import { type Described, datasetAddress, describeDataset } from './describe-dataset.ts';
import { archiveDistribution, distributionsOf, type Sizes, sha256Address } from './distribution.ts';
import { describeParties, placesOf, sharedAddresses } from './parties.ts';
import { readPeriods } from './periods.ts';
import { describeServices, serviceAddresses } from './services.ts';
import { describe, iri, moment, text, words } from './terms.ts';
import { concepts, describeConcept, fileType, mediaType, textLanguages, themeList } from './vocabularies.ts';

/**
 * The catalogue after DCAT-AP.de 3.0, whole: every dataset of the register, each in every format, and all of them
 * as one archive.
 */
export async function catalogueGraph(hub: Hub, base: string, sizes: Sizes): Promise<Quad[]> {
  const [facts, periodOf, keywords] = await Promise.all([
    readCatalogueFacts(hub),
    readPeriods(hub),
    readKeywords(hub),
  ]);
  const all = describedDatasets(hub, facts, sizes).map(({ entity, ...dataset }) => ({
    ...dataset,
    period: periodOf(entity, dataset.dates),
    keywords,
  }));
  const { publisher, contact } = sharedAddresses(base);
  const files = all.flatMap(({ distributions }) => distributions);
  const quads = [
    ...describe(`${base}/catalog`, ['dcat:Catalog'], {
      'dct:title': words(hub.region.title),
      'dct:description': words(hub.region.intro),
      'dct:publisher': iri(publisher),
      'dcat:contactPoint': iri(contact),
      'foaf:homepage': iri(`${base}/`),
      'dct:license': iri(dcatLicenceOf(hub, { name: 'catalogue' })),
      'dct:issued': moment(facts.dates.issued),
      'dct:modified': moment(facts.dates.modified),
      'dct:language': textLanguages.map(iri),
      'dct:spatial': placesOf(base, facts).map(iri),
      'dcat:themeTaxonomy': iri(themeList),
      'dcat:service': serviceAddresses(base).map(iri),
      'dcat:dataset': all.map((dataset) => iri(datasetAddress(base, dataset))),
    }),
    ...all.flatMap((dataset) => describeDataset(hub, base, dataset, facts)),
    ...describeServices(hub, base),
    ...describeParties(hub, base, facts),
    ...[
      ...concepts,
      ...files.map(({ extension, packaged }) => fileType(packaged?.extension ?? extension)),
    ].flatMap(describeConcept),
    ...describe(`${base}/`, ['foaf:Document'], {}),
    ...describe(themeList, ['skos:ConceptScheme'], { 'dct:title': text('Data theme', 'en') }),
    ...all.flatMap((dataset) => describe(dcatLicenceOf(hub, dataset), ['dct:LicenseDocument'], {})),
    ...files
      .flatMap(({ contentType, packaged }) => [contentType, packaged?.contentType ?? []].flat())
      .flatMap((type) => describe(mediaType(type), ['dct:MediaType', 'dct:MediaTypeOrExtent'], {})),
    ...(sizes.size > 0 ? describe(sha256Address, ['spdx:ChecksumAlgorithm'], {}) : []),
  ];
  return unique(quads);
}

type Published = Omit<Described, 'period' | 'keywords'> & Pick<Dataset, 'entity'>;

const describedDatasets = (hub: Hub, facts: CatalogueFacts, sizes: Sizes): Published[] => [
  ...[...datasets.values()].map((dataset) => ({
    ...dataset,
    dates: facts.datesOf(dataset),
    attribution: attributionOf(hub, dataset, 'de'),
    distributions: distributionsOf(dataset, sizes),
  })),
  {
    name: 'all',
    title: { de: 'Alle Daten', en: 'All data', fr: 'Toutes les données' },
    description: {
      de: 'Alle Datensätze als CSV mit den Grenzen in einem Paket, das jede Spalte beschreibt.',
      en: 'All datasets as CSV with the boundaries in one package that describes every column.',
      fr: 'Tous les jeux de données en CSV avec les limites, en un paquet qui décrit chaque colonne.',
    },
    dates: facts.dates,
    attribution: [...new Set(hub.region.sources.map(({ attribution }) => attribution.de))],
    distributions: [archiveDistribution(sizes)],
  },
];

/** A graph is a set. */
function unique(quads: readonly Quad[]): Quad[] {
  const seen = new Map(quads.map((one) => [JSON.stringify(one.toJSON()), one]));
  return [...seen.values()];
}

/** What the catalogue is about: its fields of action and topics, by name. */
async function readKeywords({ database: { prisma } }: Hub): Promise<Described['keywords']> {
  const select = { nameDe: true, nameEn: true } as const;
  const [fields, topics] = await Promise.all([
    prisma.fieldOfAction.findMany({ select, orderBy: { position: 'asc' } }),
    prisma.topic.findMany({ select, orderBy: { slug: 'asc' } }),
  ]);
  return [...fields, ...topics].map(({ nameDe, nameEn }) => ({ de: nameDe, ...(nameEn && { en: nameEn }) }));
}
