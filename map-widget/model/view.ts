import type { MunicipalityRow, ProjectLine, RegionMapData } from './contract.ts';
import { type State, searchOf, valuesOf, wholeRegion } from './filters.ts';
import { type Layer, layerFor } from './layer.ts';
import type { Texts } from './texts/texts.ts';

/** With more Landkreise than that a list folds them away, so that it begins with the municipalities. */
export const fewDistricts = 12;

/** What every part of the widget draws from: one answer of the hub, and what has been chosen. */
export interface View {
  texts: Texts;
  data: RegionMapData;
  /** what the filters exclude is not open in it */
  state: State;
  layer: Layer;
  /** class of the legend that has been chosen alone */
  only: string | null;
  byAgs: ReadonlyMap<string, MunicipalityRow>;
  /** all areas of the map */
  municipalities: MunicipalityRow[];
  /** those that no filter of place excludes: they can be opened */
  inPlace: MunicipalityRow[];
  /** those among them that a searched text finds, by name or by what is counted: the legend counts them */
  found: MunicipalityRow[];
  /** those among them of the chosen class: map and list show them */
  shown: MunicipalityRow[];
  /** the last of those, that have nothing of what is asked for: a list folds them */
  folded: MunicipalityRow[];
  districts: MunicipalityRow[];
  /** only what is for the whole region is asked for: there is no place to show */
  nowhere: boolean;
  projects: ProjectLine[];
}

/** The hub calls it too, for the page without a script: the same rows in the same order. */
export function viewOf(texts: Texts, data: RegionMapData, state: State, only: string | null): View {
  const municipalities = data.municipalities.filter(({ kind }) => kind !== 'LANDKREIS');
  const homes = valuesOf(state.filters, 'municipality');
  const atHome = (ags: string) => homes.length === 0 || homes.includes(ags);
  const inPlace = municipalities.filter(({ ags, outside }) => !outside && atHome(ags));
  const layer = layerFor(state.layer, texts, inPlace);
  const text = state.filters.text && fold(state.filters.text);
  const named = (row: MunicipalityRow) => Boolean(text && fold(row.name).includes(text));
  const found = text ? inPlace.filter((row) => layer.figure(row) || named(row)) : inPlace;
  const asked = isNarrowed(state);
  const sorted = inOrder(found, asked && ((row) => layer.figure(row) !== ''));
  const shown = only ? sorted.filter((row) => layer.classOf(row).key === only) : sorted;
  const shownAgs = new Set(shown.map(({ ags }) => ags));
  const districts = data.municipalities.filter(
    ({ ags, kind, outside }) => kind === 'LANDKREIS' && !outside && atHome(ags),
  );
  const { municipality, project } = state;
  const place = municipality === wholeRegion || canOpen({ inPlace, districts }, municipality ?? '');
  return {
    texts,
    data,
    folded: asked && !only ? shown.filter((row) => !layer.figure(row) && !named(row)) : [],
    state: {
      ...state,
      municipality: place ? municipality : null,
      project: hasProject({ data }, project) ? project : null,
    },
    layer,
    only,
    byAgs: new Map(data.municipalities.map((row) => [row.ags, row])),
    municipalities,
    inPlace,
    found,
    shown,
    districts,
    nowhere: homes.length > 0 && inPlace.length + districts.length === 0,
    projects: only
      ? data.projects.filter((project) => project.municipalities.some((ags) => shownAgs.has(ags)))
      : data.projects,
  };
}

/** The municipalities that a page has locked its visitors in by a filter of place; none where they are free. */
export function lockedIn({ state, inPlace, districts, municipalities }: View): string[] {
  const held = (['district', 'municipality', 'near'] as const).some(
    (name) => state.locked.has(name) && state.filters[name],
  );
  if (!held) return [];
  const whole = inPlace.length > 0 ? [] : districts.map(({ ags }) => ags);
  return [...inPlace, ...municipalities.filter(({ district }) => whole.includes(district ?? ''))].map(
    ({ ags }) => ags,
  );
}

/** Large enough that everybody in the region knows where it is. */
export const isTown = ({ kind, population }: MunicipalityRow): boolean =>
  kind === 'STADTKREIS' || kind === 'GROSSE_KREISSTADT' || (population ?? 0) >= 20_000;

/** Whether something is asked for; a filter that says where asks who is there, whatever they have. */
const isNarrowed = ({ filters }: State): boolean =>
  [...searchOf(filters).keys()].some((name) => !whereNames.includes(name));
const whereNames = ['district', 'sizeClass', 'near', 'km', 'municipality', 'regionWide'];

/** Who has something first, then by distance where there is one; else as the hub has them, by name. */
function inOrder(
  rows: MunicipalityRow[],
  has: false | ((row: MunicipalityRow) => boolean),
): MunicipalityRow[] {
  if (!has && !rows.some(({ km }) => km != null)) return rows;
  const far = (row: MunicipalityRow) => row.km ?? Number.MAX_VALUE;
  const later = new Set(has ? rows.filter((row) => !has(row)) : []);
  return [...rows].sort((a, b) => Number(later.has(a)) - Number(later.has(b)) || far(a) - far(b));
}

/** Whether somebody has asked: about something, or for a municipality. */
export const isAsking = ({ home, filters: { topic, field, text } }: State): boolean =>
  Boolean(home || topic || field || text);

/** As the hub folds what it searches: `Müllheim`, `Muellheim` and `mullheim` are the same. */
const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll(/([aou])e/g, '$1')
    .trim();

/** For `lang`: titles are German, also between texts of another language. */
export const germanIn = ({ lang }: Texts): string | null => (lang === 'de' ? null : 'de');

/** The same of names that there are in German and English: French readers are given the German ones. */
export const localisedIn = ({ lang }: Texts): string | null => (lang === 'fr' ? 'de' : null);

/** Whether the visitor may open it: what a lock excludes cannot be reached through a panel either. */
export const canOpen = ({ inPlace, districts }: Pick<View, 'inPlace' | 'districts'>, ags: string): boolean =>
  inPlace.some((row) => row.ags === ags) || districts.some((row) => row.ags === ags);

export const hasProject = ({ data }: Pick<View, 'data'>, slug: string | null): boolean =>
  data.projects.some((one) => one.slug === slug);

/** The municipalities that what is open is about: one, all of a joint project, of a Landkreis or of the region. */
export function concerned({ state, data, byAgs, municipalities }: View): ReadonlySet<string> {
  const project = data.projects.find(({ slug }) => slug === state.project);
  const chosen = project
    ? project.regionWide
      ? [wholeRegion]
      : project.municipalities
    : [state.municipality];
  return new Set(
    chosen.flatMap((ags) => {
      if (ags === wholeRegion) return municipalities.map((row) => row.ags);
      if (ags && byAgs.get(ags)?.kind === 'LANDKREIS')
        return municipalities.filter(({ district }) => district === ags).map((row) => row.ags);
      return ags ? [ags] : [];
    }),
  );
}

/** The same words for the list and for the map, so that both say the same to a screen reader. */
export function describe(row: MunicipalityRow, { texts, layer, state }: View): string {
  const parts = [row.kind === 'LANDKREIS' ? texts.district(row.name) : row.name];
  if (row.km) parts.push(texts.km(row.km));
  const counted = layer.figure(row) !== '';
  if (!counted) parts.push(layer.none);
  if (row.projects) parts.push(texts.projects(row.projects));
  if (row.strategies) parts.push(texts.strategies(row.strategies));
  if (row.contacts) parts.push(texts.contacts(row.contacts));
  if (counted && state.layer !== 'projects') parts.push(layer.classOf(row).label);
  return parts.join(', ');
}
