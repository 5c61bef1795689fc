import type { Kind } from '../contract.ts';
import type { FilterName, LayerName, ViewName } from '../filters.ts';

/** Every language has every text: what is missing does not compile. */
export interface Texts {
  lang: 'de' | 'en' | 'fr';
  title: string;
  filter: string;
  moreFilters: string;
  filterNames: Record<FilterName | 'municipality', string>;
  any: string;
  anywhere: string;
  /** a name and what belongs to it */
  named: (name: string, value: string) => string;
  or: string;
  fixed: (filters: string) => string;
  reset: string;
  nothingFound: (filters: string) => string;
  without: (filter: string, total: number) => string;
  map: string;
  mapHelp: string;
  list: string;
  details: string;
  layerSwitch: string;
  layers: Record<LayerName, string>;
  legends: Record<LayerName, string>;
  viewSwitch: string;
  views: Record<ViewName, string>;
  municipalities: string;
  wholeRegion: string;
  nobodyYet: string;
  invitation: string;
  firstStep: string;
  hasStrategy: string;
  noStrategy: string;
  noContact: string;
  noProjectYet: string;
  activePeople: string;
  contactOnly: string;
  /** by how many of projects, strategy and contact there are */
  covered: Record<1 | 2 | 3, string>;
  fresh: Record<'all' | 'some' | 'none', string>;
  loading: string;
  close: string;
  backTo: (name: string) => string;
  zoomIn: string;
  zoomOut: string;
  zoomWhole: string;
  fullScreen: string;
  showBaseMap: (host: string) => string;
  hideBaseMap: string;
  unreachable: string;
  mapUnreachable: string;
  recordUnreachable: string;
  retry: string;
  projectsHeading: string;
  strategiesHeading: string;
  contactsHeading: string;
  peersHeading: string;
  participants: string;
  noProjects: string;
  website: string;
  follow: string;
  report: string;
  passOn: Record<'title' | 'excel' | 'print' | 'picture' | 'embed' | 'follow', string>;
  /** so many municipalities have nothing of what is asked for */
  withoutEntry: (count: number) => string;
  all: (rows: number) => string;
  share: string;
  copied: string;
  fullPage: (name: string) => string;
  facts: Record<
    | 'status'
    | 'period'
    | 'fields'
    | 'topics'
    | 'funding'
    | 'contact'
    | 'website'
    | 'reuse'
    | 'source'
    | 'confirmed',
    string
  >;
  reusable: (reusable: boolean | null) => string;
  reuseWhere: string;
  unknown: string;
  neverConfirmed: string;
  population: (count: number) => string;
  number: (value: number) => string;
  /** nothing for none */
  count: (value: number) => string;
  km: (value: number) => string;
  quoted: (text: string) => string;
  andMore: (names: string[], more: number) => string;
  range: (from: number, to: number) => string;
  /** the part of the list that a button leads to */
  rows: (from: number, to: number, all: number) => string;
  projects: (count: number) => string;
  strategies: (count: number) => string;
  contacts: (count: number) => string;
  municipalityCount: (count: number) => string;
  summary: (projects: number, municipalities: number) => string;
  summaryNone: string;
  haveStrategy: (some: number, all: number) => string;
  haveContact: (some: number, all: number) => string;
  takePart: (some: number, all: number) => string;
  confirmed: (some: number, all: number) => string;
  summaryRegion: (projects: number) => string;
  regionWide: (count: number) => string;
  retryIn: (seconds: number) => string;
  districts: string;
  district: (name: string) => string;
  period: (start: string | null, end: string | null) => string;
  date: (value: string) => string;
  adopted: (date: string) => string;
  kinds: Record<Kind, string>;
  sizes: Record<string, string>;
  roles: Record<'LEAD' | 'PARTNER', string>;
  statuses: Record<string, string>;
}
