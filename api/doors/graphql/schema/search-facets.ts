import type { EntityName } from '../../../catalogue/model/entity.ts';
import type { FacetCount } from '../../../catalogue/query/facets.ts';
import type { CheckedFilter } from '../../../catalogue/query/read-filter.ts';
import { countSearchFacets, searchFacetNames } from '../../../catalogue/search/search-facets.ts';
import { searchFilters } from '../../../catalogue/search/search-filter.ts';
import type { SearchWords } from '../../../catalogue/search/search-words.ts';
import type { Hub } from '../../../hub.ts';
import { builder } from '../base/builder.ts';
import { loadRecord } from '../read/record-loader.ts';

type Facet = { readonly name: string; readonly values: readonly FacetCount[] };
type Value = FacetCount & { readonly references: EntityName | undefined };

export const SearchFacetName = builder.enumType('SearchFacetName', {
  description: 'A filter whose values are counted.',
  values: Object.fromEntries(
    searchFacetNames.map((name) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase(),
      { value: name, description: `The filter \`${name}\`.` },
    ]),
  ),
});

const FacetValue = builder.objectRef<Value>('SearchFacetValue').implement({
  description: 'A value of a filter, and how many records have it.',
  fields: (t) => ({
    value: t.exposeString('value', { nullable: false, description: 'The value, as the filter takes it.' }),
    count: t.exposeInt('count', { nullable: false, description: 'How many records have it.' }),
    record: t.field({
      type: builder.nodeInterfaceRef(),
      description: 'The field of action, topic or municipality that the value names; null for other values.',
      resolve: ({ references, value }, _args, context, info) =>
        references ? loadRecord({ entity: references, key: value }, context, info) : null,
    }),
  }),
});

export const SearchFacet = builder.objectRef<Facet>('SearchFacet').implement({
  description: 'The values of a filter, the most frequent first.',
  fields: (t) => ({
    name: t.field({
      type: SearchFacetName,
      nullable: false,
      description: 'The filter.',
      resolve: ({ name }) => name,
    }),
    values: t.field({
      type: [FacetValue],
      nullable: false,
      description: 'Every value that a record has.',
      resolve: ({ name, values }) =>
        values.map((value) => ({ ...value, references: searchFilters[name]?.references })),
    }),
  }),
});

/** The facets of these names, in their order. */
export async function resolveFacets(
  hub: Hub,
  {
    words,
    checked,
    kinds,
  }: { words: SearchWords | undefined; checked: CheckedFilter; kinds: readonly EntityName[] },
  names: readonly string[],
): Promise<Facet[]> {
  const counted = await countSearchFacets(hub, words, checked, kinds, names);
  return names.map((name) => ({ name, values: counted[name] ?? [] }));
}
