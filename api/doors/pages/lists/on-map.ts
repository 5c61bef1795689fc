import type { LayerName } from '../../../../map-widget/model/filters.ts';
import { catalogue } from '../../../catalogue/entities/catalogue.ts';
import { placeFilters, sharedFilters } from '../../../catalogue/map/map-counts.ts';
import type { EntityName } from '../../../catalogue/model/entity.ts';
import { type ListRequest, listQuery } from './read-list.ts';

type Shown = { readonly layer?: LayerName; readonly filters: readonly string[] };

/** The lists whose records the map can show: in which layer, and the filters that mean the same there. */
const shownAs: Partial<Record<EntityName, Shown>> = {
  projects: { filters: Object.keys(catalogue.projects.filters) },
  municipalities: { filters: [...placeFilters, 'field', 'topic', 'status'] },
  strategies: { layer: 'strategies', filters: sharedFilters },
  contacts: { layer: 'contacts', filters: sharedFilters },
};

/** The query of the map that shows what a list is narrowed to; none where it could not. */
export function mapQuery(entity: EntityName, request: ListRequest): string | undefined {
  const shown = shownAs[entity];
  if (!shown || Object.keys(request.filter).some((name) => !shown.filters.includes(name))) return undefined;
  return listQuery({ ...request, order: undefined }, {}, shown.layer && { layer: shown.layer });
}
