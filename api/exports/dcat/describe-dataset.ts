import type { Quad } from 'n3';
import type { Hub } from '../../hub.ts';
import type { Dataset } from '../dataset.ts';
import type { Format } from '../formats/format.ts';
import { attributionOf, dcatLicenceOf } from '../licences.ts';
import { formatsOf } from '../register.ts';
import type { CatalogueFacts } from './facts.ts';
import { placesOf, sharedAddresses } from './parties.ts';
import { describe, iri, moment, text, words } from './terms.ts';
import {
  districtLevel,
  english,
  fileType,
  german,
  government,
  irregular,
  mediaType,
  openToAll,
  regions,
} from './vocabularies.ts';

export const datasetAddress = (base: string, { name }: Dataset) => `${base}/catalog#${name}`;

/** A dataset with a distribution for each of its formats. */
export function describeDataset(hub: Hub, base: string, dataset: Dataset, facts: CatalogueFacts): Quad[] {
  const address = datasetAddress(base, dataset);
  const { publisher, contact } = sharedAddresses(base);
  const { issued, modified } = facts.datesOf(dataset);
  const page = `${base}/data/${dataset.name}`;
  const { CATALOGUE_CONTRIBUTOR_ID: contributor } = hub.settings;
  return [
    ...describe(address, ['dcat:Dataset'], {
      'dct:title': words(titleIn(hub, dataset)),
      'dct:description': words(dataset.description),
      'dct:identifier': text(address),
      'dcatde:contributorID': contributor ? iri(contributor) : undefined,
      'dct:publisher': iri(publisher),
      'dcat:contactPoint': iri(contact),
      'dct:issued': moment(issued),
      'dct:modified': moment(modified),
      'dct:accrualPeriodicity': iri(irregular.address),
      'dct:accessRights': iri(openToAll.address),
      'dct:language': [german, english].map((one) => iri(one.address)),
      'dcat:theme': [government, ...(dataset.name === 'municipalities' ? [regions] : [])].map((one) =>
        iri(one.address),
      ),
      'dcat:keyword': words(dataset.title),
      'dcat:landingPage': iri(page),
      'dct:spatial': placesOf(base, facts).map(iri),
      'dcatde:politicalGeocodingLevelURI': iri(districtLevel.address),
      'dcat:distribution': formatsOf(dataset).map((format) =>
        iri(distributionAddress(base, dataset, format)),
      ),
    }),
    ...describe(page, ['foaf:Document'], {}),
    ...formatsOf(dataset).flatMap((format) => describeDistribution(hub, base, dataset, format, modified)),
  ];
}

const distributionAddress = (base: string, dataset: Dataset, { extension }: Format) =>
  `${datasetAddress(base, dataset)}-${extension}`;

/** «Projekte» says little among the datasets of a whole country. */
const titleIn = ({ region }: Hub, { title }: Dataset) =>
  Object.fromEntries(
    (['de', 'en', 'fr'] as const).map((lang) => [lang, `${region.title[lang]}: ${title[lang]}`]),
  );

function describeDistribution(hub: Hub, base: string, dataset: Dataset, format: Format, modified: Date) {
  const file = `${base}/data/${dataset.name}.${format.extension}`;
  return describe(distributionAddress(base, dataset, format), ['dcat:Distribution'], {
    'dct:title': text(`${dataset.title.de} (${format.label})`, 'de'),
    'dct:description': text(format.description, 'en'),
    'dcat:accessURL': iri(file),
    'dcat:downloadURL': iri(file),
    'dcat:mediaType': iri(mediaType(format.contentType)),
    'dct:format': iri(fileType(format.extension).address),
    'dct:license': iri(dcatLicenceOf(hub, dataset)),
    'dcatde:licenseAttributionByText': text(attributionOf(hub, dataset).join(' · '), 'de'),
    'dct:modified': moment(modified),
  });
}
