/** The filters whose values are offered with their counts, in this order: here, on pages and by a search. */
export const facetNames = ['field', 'topic', 'status', 'district', 'sizeClass'] as const;
export type FacetName = (typeof facetNames)[number];

/** The filters of projects that the widget offers, under the names that all doors of the hub share. */
export const filterNames = [...facetNames, 'near', 'km', 'text'] as const;
export type FilterName = (typeof filterNames)[number];
/** One value or several, separated by spaces; a text is one value. `filter` has other filters as in an address. */
export type Filters = Partial<Record<FilterName | 'municipality' | 'filter', string>>;

/** Kilometres around a place that a visitor can choose, and those that the hub means unless told. */
export const distances = [10, 20, 30, 50];
export const usualDistance = 20;

export const layers = ['projects', 'strategies', 'contacts', 'coverage', 'freshness'] as const;
export type LayerName = (typeof layers)[number];

export const views = ['both', 'map', 'list'] as const;
export type ViewName = (typeof views)[number];

/** The parts that a page may leave out. */
export const parts = ['title', 'search', 'filters', 'layers', 'list', 'legend'] as const;

/** Stands for the projects of the whole region where an AGS is expected. */
export const wholeRegion = 'region';

/** What the attributes say, and the visitor may change unless it is locked. */
export interface State {
  filters: Filters;
  /** AGS of the municipality that is open, or `region` */
  municipality: string | null;
  /** AGS of the municipality that asks: answers are near and alike to it */
  home: string | null;
  /** slug of the project that is open */
  project: string | null;
  layer: LayerName;
  view: ViewName;
  locked: ReadonlySet<string>;
  /** names of the parts that a page leaves out */
  hidden: string;
}

export type Change = Partial<
  Record<FilterName | 'municipality' | 'filter' | 'project' | 'home' | 'layer' | 'view', string | null>
>;

export const valuesOf = (filters: Filters, name: FilterName | 'municipality'): string[] => {
  const value = filters[name]?.trim();
  if (!value) return [];
  return name === 'text' ? [value] : value.split(/[\s,]+/);
};

/** The filters as the hub's URLs take them; `km` says nothing without `near`. */
export function searchOf(filters: Filters): URLSearchParams {
  const search = new URLSearchParams(filters.filter);
  for (const name of [...filterNames, 'municipality'] as const) {
    if (name === 'km' && !filters.near) continue;
    for (const value of valuesOf(filters, name))
      if (name === 'municipality' && value === wholeRegion) search.append('regionWide', 'true');
      else search.append(name, value);
  }
  return search;
}

/** What a visitor can let go of at once. */
export function removable({ filters, locked }: State): (FilterName | 'filter')[] {
  return [...filterNames, 'filter' as const].filter(
    (name) => filters[name] && name !== 'km' && !locked.has(name),
  );
}
