/** What the hub answers. Fields may be added, so nothing here is checked for completeness. */

export interface MunicipalityRow {
  ags: string;
  name: string;
  kind: Kind;
  district: string | null;
  population: number | null;
  projects: number;
  strategies: number;
  contacts: number;
  url: string;
}

export type Kind = 'STADTKREIS' | 'LANDKREIS' | 'GROSSE_KREISSTADT' | 'STADT' | 'GEMEINDE';

export interface FieldRow {
  slug: string;
  name: string;
  position: number;
  projects: number;
}

export interface RegionMapData {
  revision: number;
  lang: string;
  region: { slug: string; name: string };
  attribution: string[];
  boundaries: string;
  total: number;
  regionWide: number;
  /** With it the row of the whole region opens a panel; without it the row is a link. */
  regionWideProjects?: ProjectRow[];
  regionWideUrl?: string;
  municipalities: MunicipalityRow[];
  fields: FieldRow[];
}

export interface ProjectRow {
  slug: string;
  title: string;
  status: string | null;
  period_start: string | null;
  period_end: string | null;
  summary: string | null;
  url: string;
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

export interface MunicipalityRecord {
  ags: string;
  name: string;
  kind: Kind;
  district: { ags: string; name: string; url: string } | null;
  population: number | null;
  website: string | null;
  url: string;
  projects: ProjectRow[];
  strategies: StrategyRow[];
  contacts: ContactRow[];
}
