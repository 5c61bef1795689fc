import type { Quad } from 'n3';
import type { Hub } from '../../hub.ts';
import { dcatLicenceOf } from '../licences.ts';
import { datasets, formats } from '../register.ts';
import { datasetAddress, describeDataset } from './describe-dataset.ts';
import { readCatalogueFacts } from './facts.ts';
import { describeParties, placesOf, sharedAddresses } from './parties.ts';
import { describe, iri, moment, text, words } from './terms.ts';
import {
  describeConcept,
  districtLevel,
  english,
  fileType,
  german,
  government,
  irregular,
  mediaType,
  openToAll,
  regions,
  themeList,
} from './vocabularies.ts';

/** The catalogue after DCAT-AP.de 3.0, whole: every dataset of the register, each in every format. */
export async function catalogueGraph(hub: Hub, base: string): Promise<Quad[]> {
  const facts = await readCatalogueFacts(hub);
  const all = [...datasets.values()];
  const { publisher, contact } = sharedAddresses(base);
  const fileTypes = [...formats.keys()].map(fileType);
  const concepts = [german, english, government, regions, irregular, openToAll, districtLevel, ...fileTypes];
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
      'dct:language': [german, english].map((one) => iri(one.address)),
      'dct:spatial': placesOf(base, facts).map(iri),
      'dcat:themeTaxonomy': iri(themeList),
      'dcat:dataset': all.map((dataset) => iri(datasetAddress(base, dataset))),
    }),
    ...all.flatMap((dataset) => describeDataset(hub, base, dataset, facts)),
    ...describeParties(hub, base, facts),
    ...concepts.flatMap(describeConcept),
    ...describe(`${base}/`, ['foaf:Document'], {}),
    ...describe(themeList, ['skos:ConceptScheme'], { 'dct:title': text('Data theme', 'en') }),
    ...licencesUsed(hub, all),
    ...[...formats.values()].flatMap(({ contentType }) =>
      describe(mediaType(contentType), ['dct:MediaType', 'dct:MediaTypeOrExtent'], {}),
    ),
  ];
  return unique(quads);
}

const licencesUsed = (hub: Hub, all: readonly { readonly name: string }[]) =>
  all.flatMap((dataset) => describe(dcatLicenceOf(hub, dataset), ['dct:LicenseDocument'], {}));

/** A graph is a set. */
function unique(quads: readonly Quad[]): Quad[] {
  const seen = new Map(quads.map((one) => [JSON.stringify(one.toJSON()), one]));
  return [...seen.values()];
}
