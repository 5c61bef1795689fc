import type { Quad } from 'n3';
import type { Hub } from '../../hub.ts';
import type { Dataset } from '../../publishing/datasets/dataset.ts';
import { formatsOf } from '../../publishing/datasets/register.ts';
import type { MadeFile } from '../../publishing/files/write-file.ts';
import { dcatLicenceOf } from '../../publishing/licences.ts';
import { describe, iri, moment, type Term, text, typed } from './terms.ts';
import { fileType, mediaType } from './vocabularies.ts';

/** A file in which a dataset can be had. */
export type Distribution = {
  /** Behind `/data/`. */
  readonly path: string;
  readonly extension: string;
  readonly title: string;
  readonly description: string;
  readonly contentType: string;
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
  contentType: 'application/zip',
  file: sizes.get('all.zip'),
});

/** What every distribution of a dataset shares. */
type Shared = {
  readonly name: string;
  readonly attribution: readonly string[];
  readonly modified: Date;
};

export function describeDistribution(
  hub: Hub,
  base: string,
  { name, attribution, modified }: Shared,
  address: string,
  { path, extension, title, description, contentType, file }: Distribution,
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
      'dct:format': iri(fileType(extension).address),
      'dct:license': iri(dcatLicenceOf(hub, { name })),
      'dcatde:licenseAttributionByText': text(attribution.join(' · '), 'de'),
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
