import type { Quad } from 'n3';
import type { Hub } from '../../hub.ts';
import type { Dataset } from '../datasets/dataset.ts';
import { formatsOf } from '../datasets/register.ts';
import type { MadeFile } from '../files/write-file.ts';
import { dcatLicenceOf } from '../licences.ts';
import { describe, iri, moment, type Term, text, typed } from './terms.ts';
import { fileType, mediaType, openToAll } from './vocabularies.ts';

/** A file in which a dataset can be had. */
export type Distribution = {
  /** Behind `/data/`. */
  readonly path: string;
  readonly extension: string;
  readonly title: string;
  readonly description: string;
  readonly contentType: string;
  /** Where its files lie in a package: the extension of the files, and the type of the package. */
  readonly packaged?: { readonly extension: string; readonly contentType: string };
  /** Its size and checksum, where they are known. */
  readonly file: MadeFile | undefined;
};

export type Sizes = ReadonlyMap<string, MadeFile>;

/** A dataset in each of its formats. */
export const distributionsOf = (dataset: Dataset, sizes: Sizes): Distribution[] =>
  formatsOf(dataset).map(({ extension, label, description, contentType }) => {
    const path = `${dataset.name}.${extension}`;
    const title = `${dataset.title.de} (${label})`;
    return { path, extension, title, description, contentType, file: sizes.get(path) };
  });

/** Everything in one archive. */
export const archiveDistribution = (sizes: Sizes): Distribution => ({
  path: 'all.zip',
  extension: 'zip',
  title: 'Alle Daten (ZIP)',
  description: 'A Frictionless Data Package: every dataset as CSV, the boundaries, and datapackage.json.',
  contentType: 'text/csv',
  packaged: { extension: 'csv', contentType: 'application/zip' },
  file: sizes.get('all.zip'),
});

/** What every distribution of a dataset shares. */
type Shared = {
  readonly name: string;
  readonly attribution: readonly string[];
  readonly issued: Date;
  readonly modified: Date;
};

export function describeDistribution(
  hub: Hub,
  base: string,
  { name, attribution, issued, modified }: Shared,
  address: string,
  { path, extension, title, description, contentType, packaged, file }: Distribution,
): Quad[] {
  const url = iri(`${base}/data/${path}`);
  const checksum = `${address}-checksum`;
  return [
    ...describe(address, ['dcat:Distribution'], {
      'dct:title': text(title, 'de'),
      'dct:description': text(description, 'en'),
      'dcat:accessURL': url,
      'dcat:downloadURL': url,
      'dcat:mediaType': iri(mediaType(contentType)),
      'dcat:packageFormat': packaged && iri(mediaType(packaged.contentType)),
      'dct:format': iri(fileType(packaged?.extension ?? extension).address),
      'dct:license': iri(dcatLicenceOf(hub, { name })),
      'dcatde:licenseAttributionByText': text(attribution.join(' · '), 'de'),
      'dct:rights': iri(openToAll.address),
      'dct:issued': moment(issued),
      'dct:modified': moment(modified),
      'dcat:byteSize': file && typed(String(file.size), 'xsd:nonNegativeInteger'),
      'spdx:checksum': file && iri(checksum),
    }),
    ...(file
      ? describe(checksum, ['spdx:Checksum'], {
          'spdx:algorithm': sha256,
          'spdx:checksumValue': typed(file.sha256, 'xsd:hexBinary'),
        })
      : []),
  ];
}

export const sha256Address = 'http://spdx.org/rdf/terms#checksumAlgorithm_sha256';
const sha256: Term = iri(sha256Address);
