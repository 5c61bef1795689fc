import type { Quad } from 'n3';
import type { Hub } from '../../hub.ts';
import type { CatalogueFacts, Dates } from '../catalogue-facts.ts';
import type { Words } from '../datasets/dataset.ts';
import { type Distribution, describeDistribution } from './distribution.ts';
import { placesOf, sharedAddresses } from './parties.ts';
import { describePeriod, type Period } from './periods.ts';
import { describe, iri, moment, text, words } from './terms.ts';
import { districtLevel, government, irregular, openToAll, regions, textLanguages } from './vocabularies.ts';

/** A dataset as other portals see it. */
export type Described = {
  readonly name: string;
  readonly title: Words;
  readonly description: Words;
  readonly dates: Dates;
  /** The time that it is about. */
  readonly period: Period;
  /** What it is about, in the languages in which it has a name. */
  readonly keywords: readonly Readonly<Record<string, string>>[];
  /** The lines that whoever uses it has to give. */
  readonly attribution: readonly string[];
  readonly distributions: readonly Distribution[];
};

export const datasetAddress = (base: string, { name }: { readonly name: string }) =>
  `${base}/catalog#${name}`;

/** A dataset with all its distributions. */
export function describeDataset(hub: Hub, base: string, dataset: Described, facts: CatalogueFacts): Quad[] {
  const address = datasetAddress(base, dataset);
  const { publisher, contact } = sharedAddresses(base);
  const { issued, modified } = dataset.dates;
  const page = `${base}/data${dataset.name === 'all' ? '' : `/${dataset.name}`}`;
  const { CATALOGUE_CONTRIBUTOR_ID: contributor } = hub.settings;
  const addressOf = ({ extension }: Distribution) => `${address}-${extension}`;
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
      'dct:language': textLanguages.map(iri),
      'dcat:theme': [government, ...(dataset.name === 'municipalities' ? [regions] : [])].map((one) =>
        iri(one.address),
      ),
      'dcat:keyword': [dataset.title, ...dataset.keywords].flatMap(words),
      'dcat:landingPage': iri(page),
      'dct:temporal': iri(`${address}-period`),
      'dct:spatial': placesOf(base, facts).map(iri),
      'dcatde:politicalGeocodingLevelURI': iri(districtLevel.address),
      'dcat:distribution': dataset.distributions.map((one) => iri(addressOf(one))),
    }),
    ...describe(page, ['foaf:Document'], {}),
    ...describePeriod(`${address}-period`, dataset.period),
    ...dataset.distributions.flatMap((one) =>
      describeDistribution(hub, base, { ...dataset, ...dataset.dates }, addressOf(one), one),
    ),
  ];
}

/** «Projekte» says little among the datasets of a whole country. */
const titleIn = ({ region }: Hub, { title }: Described) =>
  Object.fromEntries(
    (['de', 'en', 'fr'] as const).map((lang) => [lang, `${region.title[lang]}: ${title[lang]}`]),
  );
