import type { Quad } from 'n3';
import { describe, iri, type PrefixedName, text } from './terms.ts';

const eu = 'http://publications.europa.eu/resource/authority/';
const themes = `${eu}data-theme`;
const levels = 'http://dcat-ap.de/def/politicalGeocoding/Level';
const mediaTypes = 'https://www.iana.org/assignments/media-types/';

/** A term of a code list that the catalogue uses. */
export type Concept = {
  readonly address: string;
  readonly list: string;
  readonly label: string;
  readonly type: PrefixedName;
};

const concept = (
  list: string,
  code: string,
  label: string,
  type: PrefixedName = 'skos:Concept',
): Concept => ({
  address: `${list}/${code}`,
  list,
  label,
  type,
});

const german = concept(`${eu}language`, 'DEU', 'Deutsch', 'dct:LinguisticSystem');
const english = concept(`${eu}language`, 'ENG', 'English', 'dct:LinguisticSystem');
export const government = concept(themes, 'GOVE', 'Regierung und öffentlicher Sektor');
export const regions = concept(themes, 'REGI', 'Regionen und Städte');
export const irregular = concept(`${eu}frequency`, 'IRREG', 'unregelmäßig', 'dct:Frequency');
export const openToAll = concept(`${eu}access-right`, 'PUBLIC', 'öffentlich', 'dct:RightsStatement');
export const districtLevel = concept(levels, 'administrativeDistrict', 'Kreis');

/** All terms of code lists that every catalogue uses. */
export const concepts: readonly Concept[] = [
  german,
  english,
  government,
  regions,
  irregular,
  openToAll,
  districtLevel,
];

/** The languages of the texts. */
export const textLanguages = [german, english].map(({ address }) => address);

export const themeList = themes;

/** The EU's file types by our extension; it has none for NDJSON, which is JSON line by line. */
const fileTypeCodes: Readonly<Record<string, string>> = {
  csv: 'CSV',
  json: 'JSON',
  ndjson: 'JSON',
  geojson: 'GEOJSON',
  xlsx: 'XLSX',
  zip: 'ZIP',
  atom: 'ATOM',
};

/** The file type of a format. @throws Error for a format that nobody has given one. */
export function fileType(extension: string): Concept {
  const code = fileTypeCodes[extension];
  if (!code) throw new Error(`The format ${extension} has no file type in the catalogue's list.`);
  return concept(`${eu}file-type`, code, code, 'dct:MediaTypeOrExtent');
}

/** IANA's address of a media type. */
export const mediaType = (contentType: string): string => mediaTypes + contentType.split(';')[0];

/**
 * A term with its list: whoever reads the catalogue needs no second file to know what it is. Licences and the
 * contributor are not told here, so that a check against their real lists can refuse them.
 */
export const describeConcept = ({ address, list, label, type }: Concept): Quad[] =>
  describe(address, type === 'skos:Concept' ? [type] : [type, 'skos:Concept'], {
    'skos:inScheme': iri(list),
    'skos:prefLabel': text(label, label === 'English' ? 'en' : 'de'),
  });
