import type { Kind } from '../contract.ts';
import { de } from './de.ts';
import { en } from './en.ts';

/** Every language has every text: what is missing does not compile. */
export interface Texts {
  lang: string;
  title: string;
  all: string;
  filter: string;
  map: string;
  mapHelp: string;
  list: string;
  legend: string;
  municipalities: string;
  districts: string;
  wholeRegion: string;
  nobodyYet: string;
  invitation: string;
  firstStep: string;
  hasStrategy: string;
  loading: string;
  close: string;
  zoomIn: string;
  zoomOut: string;
  zoomWhole: string;
  unreachable: string;
  mapUnreachable: string;
  recordUnreachable: string;
  retry: string;
  projectsHeading: string;
  strategiesHeading: string;
  contactsHeading: string;
  noProjects: string;
  website: string;
  fullPage: (name: string) => string;
  population: (count: number) => string;
  number: (value: number) => string;
  range: (from: number, to: number) => string;
  projects: (count: number) => string;
  strategies: (count: number) => string;
  contacts: (count: number) => string;
  municipalityCount: (count: number) => string;
  summary: (projects: number, municipalities: number) => string;
  summaryNone: string;
  regionWide: (count: number) => string;
  inField: (field: string) => string;
  retryIn: (seconds: number) => string;
  district: (name: string) => string;
  period: (start: string | null, end: string | null) => string;
  date: (value: string) => string;
  adopted: (date: string) => string;
  kinds: Record<Kind, string>;
  statuses: Record<string, string>;
}

const languages: Record<string, Texts> = { de, en };

/** German is the language of the hub; `en-GB` reads the English texts. */
export function textsFor(lang: string | null | undefined): Texts {
  return languages[(lang ?? '').slice(0, 2).toLowerCase()] ?? de;
}
