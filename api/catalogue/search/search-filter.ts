import { entities } from '../entities/catalogue.ts';
import type { Entity, Filter } from '../model/entity.ts';
import type { Reader } from '../model/visibility.ts';
import {
  type CheckedFilter,
  type CheckedValue,
  checkFilter,
  type FilterInput,
} from '../query/read-filter.ts';

/** Filters of one name mean the same at every entity; their statuses differ, so that all of them are allowed. */
function merge(filterName: string): Filter {
  const having = entities.flatMap(({ name, filters: { [filterName]: filter } }) =>
    filter ? [{ name, filter }] : [],
  );
  const [one] = having;
  if (!one) throw new Error(`No entity has the filter ${filterName}.`);
  const { where: _where, through: _through, facet: _facet, ...first } = one.filter;
  const description = describe(having.map(({ name, filter }) => [name, filter.description]));
  if (first.type !== 'enum') return { ...first, description };
  const enums = new Set(having.map(({ filter }) => filter.enumName));
  const values = [...new Set(having.flatMap(({ filter }) => filter.values ?? []))];
  return { ...first, values, enumName: enums.size > 1 ? 'SearchStatus' : first.enumName, description };
}

/** What a filter means for which entities; those for which it means the same stand together. */
function describe(meanings: readonly (readonly [name: string, description: string])[]): string {
  const texts = [...new Set(meanings.map(([, description]) => description))];
  return texts
    .map((text) => {
      const names = meanings.filter(([, description]) => description === text).map(([name]) => name);
      return `${names.join(', ')}: ${text}`;
    })
    .join(' ');
}

/** The filters of a search: those that several entities have. */
export const searchFilters: Readonly<Record<string, Filter>> = Object.fromEntries(
  [...new Set(entities.flatMap(({ filters }) => Object.keys(filters)))]
    .filter(
      (name) =>
        name !== 'text' && name !== 'slug' && entities.filter(({ filters }) => filters[name]).length > 1,
    )
    .map((name) => [name, merge(name)]),
);

/** @throws CallerError that names the filter, the bad value and what is allowed. */
export const checkSearchFilter = (
  reader: Reader,
  input: FilterInput,
  at: 'filter.' | '?' = 'filter.',
): Promise<CheckedFilter> => checkFilter(reader, { name: 'the search', filters: searchFilters }, input, at);

/**
 * The part of a filter that an entity understands; undefined where none of its records can pass: it has no such
 * filter, or knows none of the values.
 * @param without a filter to leave out.
 */
export function filterFor(
  { filters }: Entity,
  checked: CheckedFilter,
  without?: string,
): CheckedFilter | undefined {
  const own = new Map<string, CheckedValue>();
  for (const [filterName, value] of checked) {
    if (filterName === without) continue;
    const filter = filters[filterName];
    if (!filter) return undefined;
    const { values } = filter;
    const known = values && Array.isArray(value) ? value.filter((one) => values.includes(one)) : value;
    if (Array.isArray(known) && known.length === 0) return undefined;
    own.set(filterName, known);
  }
  return own;
}
