import { DataFactory, type Literal, type NamedNode, type Quad } from 'n3';

const { namedNode, literal, quad } = DataFactory;

/** The vocabularies of DCAT-AP.de 3.0, as the serialisations abbreviate them. */
export const prefixes = {
  adms: 'http://www.w3.org/ns/adms#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dcatap: 'http://data.europa.eu/r5r/',
  dcatde: 'http://dcat-ap.de/def/dcatde/',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  geo: 'http://www.opengis.net/ont/geosparql#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  spdx: 'http://spdx.org/rdf/terms#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

export type Prefix = keyof typeof prefixes;
export type PrefixedName = `${Prefix}:${string}`;
export type Term = NamedNode | Literal;

const expand = (name: PrefixedName) => {
  const [prefix, local] = name.split(':') as [Prefix, string];
  return namedNode(prefixes[prefix] + local);
};

export const iri = (address: string): Term => namedNode(address);
export const text = (value: string, lang?: string): Term => literal(value, lang);
export const typed = (value: string, type: PrefixedName): Term => literal(value, expand(type));
export const moment = (date: Date): Term => typed(date.toISOString(), 'xsd:dateTime');
/** A text in all languages that it has. */
export const words = (inLanguages: Readonly<Record<string, string>>): Term[] =>
  Object.entries(inLanguages).map(([lang, value]) => text(value, lang));

/** What is said of one thing; `undefined` and an empty list say nothing. */
export type Statements = Readonly<Partial<Record<PrefixedName, Term | readonly Term[] | undefined>>>;

/** The triples of one thing, which has an address always: nothing in the catalogue is a blank node. */
export function describe(address: string, types: readonly PrefixedName[], statements: Statements): Quad[] {
  const subject = namedNode(address);
  return [
    ...types.map((type) => quad(subject, expand('rdf:type'), expand(type))),
    ...Object.entries(statements).flatMap(([property, objects]) =>
      [objects ?? []].flat().map((object) => quad(subject, expand(property as PrefixedName), object)),
    ),
  ];
}
