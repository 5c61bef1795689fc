import type { Quad } from 'n3';
import { prefixes } from './terms.ts';

const dimensionNames = [
  'findability',
  'accessibility',
  'interoperability',
  'reusability',
  'contextuality',
] as const;
type Dimension = (typeof dimensionNames)[number];
type Points = { readonly points: number; readonly most: number };

/** Points that a catalogue has, in all and in each dimension, and how many it could have. */
export type Quality = Points & { readonly dimensions: readonly (Points & { readonly name: Dimension })[] };

const { dcat, dct } = prefixes;
const authority = 'http://publications.europa.eu/resource/authority/';
const iana = 'https://www.iana.org/assignments/media-types/';

/** File types that the European portal counts as machine-readable and free of an owner; of those given out here. */
const openFormats = ['CSV', 'JSON', 'GEOJSON'];

/** The formats of a dataset are those of its distributions. */
const formatOfAny = 'format of any distribution';

type Values = (property: string) => readonly string[];
type Rule = {
  readonly dimension: Dimension;
  readonly points: number;
  readonly of: 'Dataset' | 'Distribution';
  readonly holds: (values: Values) => boolean;
};

const has =
  (property: string, among: (value: string) => boolean = () => true) =>
  (values: Values) =>
    values(property).some(among);
const fileType = (codes: readonly string[]) => (value: string) =>
  codes.some((code) => value === `${authority}file-type/${code}`);
const web = (value: string) => /^https?:\/\//.test(value);

/**
 * The rules of the metadata quality assessment of data.europa.eu: each indicator with its points. That addresses
 * answer and that the shapes of DCAT-AP hold is what tests prove; here the address and what is mandatory are there.
 * Source: https://data.europa.eu/mqa/methodology
 */
const rules: readonly Rule[] = [
  { dimension: 'findability', points: 30, of: 'Dataset', holds: has(`${dcat}keyword`) },
  { dimension: 'findability', points: 30, of: 'Dataset', holds: has(`${dcat}theme`) },
  { dimension: 'findability', points: 20, of: 'Dataset', holds: has(`${dct}spatial`) },
  { dimension: 'findability', points: 20, of: 'Dataset', holds: has(`${dct}temporal`) },
  { dimension: 'accessibility', points: 50, of: 'Distribution', holds: has(`${dcat}accessURL`, web) },
  { dimension: 'accessibility', points: 20, of: 'Distribution', holds: has(`${dcat}downloadURL`) },
  { dimension: 'accessibility', points: 30, of: 'Distribution', holds: has(`${dcat}downloadURL`, web) },
  { dimension: 'interoperability', points: 20, of: 'Distribution', holds: has(`${dct}format`) },
  { dimension: 'interoperability', points: 10, of: 'Distribution', holds: has(`${dcat}mediaType`) },
  {
    dimension: 'interoperability',
    points: 10,
    of: 'Distribution',
    holds: (values) =>
      has(`${dct}format`, (value) => value.startsWith(`${authority}file-type/`))(values) &&
      has(`${dcat}mediaType`, (value) => value.startsWith(iana))(values),
  },
  {
    dimension: 'interoperability',
    points: 20,
    of: 'Dataset',
    holds: has(formatOfAny, fileType(openFormats)),
  },
  {
    dimension: 'interoperability',
    points: 20,
    of: 'Dataset',
    holds: has(formatOfAny, fileType(openFormats)),
  },
  {
    dimension: 'interoperability',
    points: 30,
    of: 'Dataset',
    holds: (values) => has(`${dct}title`)(values) && has(`${dct}description`)(values),
  },
  { dimension: 'reusability', points: 20, of: 'Distribution', holds: has(`${dct}license`) },
  {
    dimension: 'reusability',
    points: 10,
    of: 'Distribution',
    holds: has(`${dct}license`, (value) => value.startsWith('http://dcat-ap.de/def/licenses/')),
  },
  { dimension: 'reusability', points: 10, of: 'Dataset', holds: has(`${dct}accessRights`) },
  {
    dimension: 'reusability',
    points: 5,
    of: 'Dataset',
    holds: has(`${dct}accessRights`, (value) => value.startsWith(`${authority}access-right/`)),
  },
  { dimension: 'reusability', points: 20, of: 'Dataset', holds: has(`${dcat}contactPoint`) },
  { dimension: 'reusability', points: 10, of: 'Dataset', holds: has(`${dct}publisher`) },
  { dimension: 'contextuality', points: 5, of: 'Distribution', holds: has(`${dct}rights`) },
  { dimension: 'contextuality', points: 5, of: 'Distribution', holds: has(`${dcat}byteSize`) },
  { dimension: 'contextuality', points: 5, of: 'Dataset', holds: has(`${dct}issued`) },
  { dimension: 'contextuality', points: 5, of: 'Dataset', holds: has(`${dct}modified`) },
];

/** How good a catalogue is by these rules: each indicator counts by the share of those that it holds for. */
export function qualityOf(catalogue: readonly Quad[]): Quality {
  const bySubject = new Map<string, Map<string, string[]>>();
  for (const { subject, predicate, object } of catalogue) {
    const known = bySubject.get(subject.value) ?? new Map<string, string[]>();
    bySubject.set(subject.value, known);
    known.set(predicate.value, [...(known.get(predicate.value) ?? []), object.value]);
  }
  const valuesOf =
    (subject: string): Values =>
    (property) =>
      property === formatOfAny
        ? valuesOf(subject)(`${dcat}distribution`).flatMap((one) => valuesOf(one)(`${dct}format`))
        : (bySubject.get(subject)?.get(property) ?? []);
  const ofType = (type: string) =>
    [...bySubject.keys()].filter((subject) => valuesOf(subject)(`${prefixes.rdf}type`).includes(dcat + type));
  const subjects = { Dataset: ofType('Dataset'), Distribution: ofType('Distribution') };

  const pointsOf = ({ points, of, holds }: Rule) =>
    (points * subjects[of].filter((subject) => holds(valuesOf(subject))).length) / (subjects[of].length || 1);
  const sum = (some: readonly Rule[]) => ({
    points: some.reduce((total, rule) => total + pointsOf(rule), 0),
    most: some.reduce((total, rule) => total + rule.points, 0),
  });
  return {
    ...sum(rules),
    dimensions: dimensionNames.map((name) => ({
      name,
      ...sum(rules.filter(({ dimension }) => dimension === name)),
    })),
  };
}
