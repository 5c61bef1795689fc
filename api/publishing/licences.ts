import type { Column } from '../catalogue/model/entity.ts';
import type { Hub } from '../hub.ts';
import type { Language } from '../language.ts';
import type { Settings } from '../settings/settings.ts';

/** A licence as people read it, and in the list of dcat-ap.de. */
type Licence = {
  readonly name: string;
  readonly url: string;
  readonly inList: string;
  /** Its short name in the list of SPDX. */
  readonly spdx: string;
};

/** The licences an operator may choose for the catalogue's data. */
export const licences: Readonly<Record<Settings['CATALOGUE_LICENCE'], Licence>> = {
  'dl-de/by-2-0': {
    name: 'Datenlizenz Deutschland – Namensnennung – Version 2.0',
    url: 'https://www.govdata.de/dl-de/by-2-0',
    inList: 'dl-by-de/2.0',
    spdx: 'DL-DE-BY-2.0',
  },
  'dl-de/zero-2-0': {
    name: 'Datenlizenz Deutschland – Zero – Version 2.0',
    url: 'https://www.govdata.de/dl-de/zero-2-0',
    inList: 'dl-zero-de/2.0',
    spdx: 'DL-DE-ZERO-2.0',
  },
  'cc-by/4.0': {
    name: 'Creative Commons Namensnennung 4.0 International',
    url: 'https://creativecommons.org/licenses/by/4.0/',
    inList: 'cc-by/4.0',
    spdx: 'CC-BY-4.0',
  },
  'cc-zero': {
    name: 'Creative Commons CC0 1.0',
    url: 'https://creativecommons.org/publicdomain/zero/1.0/',
    inList: 'cc-zero',
    spdx: 'CC0-1.0',
  },
};

/** An entity or a dataset. */
type Named = { readonly name: string };

/**
 * The licence of its data: the operator's choice, but the facts about municipalities are the statistical
 * office's and stay under its terms.
 */
export function licenceOf({ region, settings }: Hub, { name }: Named): { name: string; url: string } {
  const official =
    name === 'municipalities' && region.sources.find(({ file }) => file === 'municipalities.csv');
  return official ? official.licence : licences[settings.CATALOGUE_LICENCE];
}

/** Header `Link`: under which licence the answer is, and where every source has its line. */
export const licenceLink = (hub: Hub, about: Named): string =>
  `<${licenceOf(hub, about).url}>; rel="license", </data#sources>; rel="describedby"`;

/** Its address in the licence list of dcat-ap.de; the terms of a statistical office are none of those named there. */
export function dcatLicenceOf(hub: Hub, about: Named): string {
  const { url } = licenceOf(hub, about);
  const inList = Object.values(licences).find((one) => one.url === url)?.inList ?? 'other-open';
  return `http://dcat-ap.de/def/licenses/${inList}`;
}

type WithColumns = Named & { readonly columns: readonly Column[] };

/** The tables of the region's folder that a dataset is made of: its own, those it refers to, those of columns. */
export const tablesOf = ({ name, columns }: WithColumns): string[] => [
  name,
  ...columns.flatMap(({ references }) => references ?? []),
  ...columns.flatMap(({ from }) => from ?? []),
];

/** The lines that whoever uses a dataset has to give, of every source that its columns lead to. */
export function attributionOf({ region }: Hub, { name, columns }: WithColumns, lang: Language): string[] {
  const linesOf = (tables: readonly string[]) =>
    region.sources
      .filter(({ file }) => tables.some((table) => file === `${table}.csv`))
      .map(({ attribution }) => attribution[lang]);
  const own = linesOf([name]);
  const brought = columns.flatMap(({ from }) => from ?? []);
  return [
    ...new Set([...(own.length > 0 ? own : linesOf(tablesOf({ name, columns }))), ...linesOf(brought)]),
  ];
}
