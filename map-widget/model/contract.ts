/** What the hub answers. Fields may be added, so nothing here is checked for completeness. */

import type { FacetName } from './filters.ts';

export interface MunicipalityRow {
  ags: string;
  name: string;
  kind: Kind;
  district: string | null;
  population: number | null;
  projects: number;
  confirmed: number;
  strategies: number;
  strategyStatus: string | null;
  contacts: number;
  active: number;
  /** excluded by a filter that says where */
  outside: boolean;
  /** from the municipality that the filter `near` names, else from the one that asks */
  km?: number | null;
  url: string;
}

export type Kind = 'STADTKREIS' | 'LANDKREIS' | 'GROSSE_KREISSTADT' | 'STADT' | 'GEMEINDE';

export interface ProjectLine {
  slug: string;
  title: string;
  status: string;
  municipalities: string[];
  regionWide: boolean;
  fresh: boolean;
  url: string;
}

export interface FacetValue {
  value: string;
  name: string;
  count: number;
}

export interface RegionMapData {
  revision: number;
  lang: string;
  region: { slug: string; name: string };
  attribution: string[];
  /** imprint, privacy page, accessibility statement; a hub that is older has none */
  legal?: { name: string; url: string }[];
  boundaries: string;
  /** mail address for what is missing or wrong */
  reportTo: string | null;
  baseMap: { tiles: string; attribution: string } | null;
  total: number;
  regionWide: number;
  municipalities: MunicipalityRow[];
  projects: ProjectLine[];
  facets: Record<FacetName, FacetValue[]>;
  /** the filters that the hub was asked for, in words; a hub that is older has none */
  filters?: { name: string; label: string; values: string[] }[];
  /** how many projects there are without one of the filters */
  wider: { filter: string; total: number }[];
}

export interface StrategyRow {
  slug: string;
  title: string;
  status: string | null;
  adopted_on: string | null;
  url: string;
}

export interface ContactRow {
  slug: string;
  organisation: string;
  unit: string | null;
  role: string | null;
  email: string | null;
  phone: string | null;
  website: string | null;
  url: string;
}

export interface ContactOfList extends ContactRow {
  municipality: string | null;
}

/** Somebody to call, and why just they. */
export interface Call {
  step: string;
  why: string;
  organisation: string;
  unit: string | null;
  role: string | null;
  phone: string | null;
  /** `tel:` with the number as it is dialled from anywhere */
  phone_uri: string | null;
  email: string | null;
  website: string | null;
  street: string | null;
  postcode: string | null;
  place: string | null;
  url: string | null;
}

export interface WorkLine {
  slug: string;
  title: string;
  status: string;
  period_start: string | null;
  period_end: string | null;
  url: string;
}

/** Who can help with what was asked about; without a place it is for the whole region. */
export interface Answer {
  ags?: string;
  name?: string;
  kind?: Kind;
  population?: number | null;
  km?: number | null;
  neighbour?: boolean;
  project: WorkLine | null;
  more: number;
  call: Call | null;
  why: string;
  also: { ags: string; name: string }[];
}

export interface AnswersData {
  total: number;
  answers: Answer[];
  own: WorkLine[];
}

/** What the hub suggests for a text that is being typed. */
export interface SuggestedData {
  lists: {
    list: string;
    records: {
      key: string;
      match: string;
      parts: { text: string; matched: boolean }[];
      district?: string | null;
    }[];
  }[];
}

/** Another municipality that can help, and why. */
export interface Peer {
  ags: string;
  name: string;
  url: string;
  reasons: { code: string; text?: string }[];
  contact: ContactRow | null;
  project?: WorkLine | null;
  call?: Call | null;
  also?: { ags: string; name: string }[];
}

export interface MunicipalityRecord {
  ags: string;
  name: string;
  population_date: string | null;
  area_km2: number | null;
  website: string | null;
  url: string;
  strategies: StrategyRow[];
  contacts: ContactRow[];
  peers?: { best: Peer[] };
  /** a hub that is older tells none */
  whom_to_call?: Call[];
}

export interface ProjectRecord {
  slug: string;
  title: string;
  status: string | null;
  period_start: string | null;
  period_end: string | null;
  municipalities: { ags: string; name: string; url: string }[];
  lead: { ags: string }[];
  region_wide: boolean;
  summary: string | null;
  /** of the texts that the catalogue keeps in several; a hub that is older tells none */
  languages?: Record<string, string>;
  fields: { slug: string; name: string; url: string }[];
  topics: { slug: string; name: string }[];
  funding_programme: string | null;
  website: string | null;
  contact: { slug: string; name: string; url: string } | null;
  reusable: boolean | null;
  reuse_url: string | null;
  source_url: string | null;
  source_date: string | null;
  confirmed_at: string | null;
  whom_to_call?: Call[];
  url: string;
}
