import { known } from '../../../map-widget/model/known.ts';
import type { Dataset, Whereabouts } from '../datasets/dataset.ts';
import { requireDataset } from '../datasets/register.ts';
import type { GeometryKind } from '../geometry.ts';

/** A dataset as a collection of features: `/ogc/collections/{dataset}`. */
export type Collection = {
  readonly dataset: Dataset & { readonly place: Whereabouts };
  readonly geometry: GeometryKind;
};

/**
 * Municipalities are areas. A project or a strategy is a MultiPoint: a point in every municipality that takes
 * part, so that all of a collection have one kind of geometry, as GIS programs like it.
 */
export const collections: readonly Collection[] = (
  [
    ['municipalities', 'boundary'],
    ['projects', 'point'],
    ['strategies', 'point'],
  ] as const
).map(([name, geometry]) => {
  const dataset = requireDataset(name);
  return { dataset: { ...dataset, place: known(dataset.place, `place of ${name}`) }, geometry };
});

/** Features on a page. */
export const featureLimits = { default: 100, most: 1000 } as const;

/** Filters of the catalogue by name; `bbox` is the standard's own. */
export const propertyFilters = ({ dataset }: Collection): string[] =>
  Object.keys(dataset.filters).filter((one) => one !== 'bbox');

/**
 * The filters that GIS programs may make of a comparison with the column of that name. `district` is not among
 * them where it is a column: the filter takes in the Landkreis itself, whose own column is empty.
 */
export const attributeFilters = (collection: Collection): string[] =>
  propertyFilters(collection).filter(
    (name) => name !== 'district' || !collection.dataset.columns.some((column) => column.name === name),
  );
