import type { Column, Entity } from '../catalogue/entity.ts';
import type { FilterInput } from '../catalogue/read-filter.ts';
import { badInput } from '../errors.ts';
import { type Language, readLanguage } from '../language.ts';

/** Parameters that are no filters; each is given once. */
type Option = 'order' | 'columns' | 'lang';

export type Parameters = {
  readonly filter: FilterInput;
  readonly order: string | undefined;
  readonly columns: string | undefined;
  readonly lang: Language;
};

/**
 * Reads the parameters of a URL: those filters and those options, and nothing else.
 * @throws CallerError for a parameter that does not exist, with those that do.
 */
export function readParameters(
  search: URLSearchParams,
  filters: readonly string[],
  options: readonly Option[],
): Parameters {
  const filter: Record<string, string[]> = {};
  const given: Partial<Record<Option, string>> = {};
  for (const name of new Set(search.keys())) {
    const values = search.getAll(name);
    if (values.some((value) => value.includes('\0')))
      throw badInput(`?${name}`, values[0], 'the character NUL is in no text');
    if (filters.includes(name)) filter[name] = values;
    else if (!options.includes(name as Option))
      throw badInput(`?${name}`, values[0], `the parameters are ${[...filters, ...options].join(', ')}`);
    else if (values.length > 1) throw badInput(`?${name}`, values, 'one value only');
    else given[name as Option] = values[0]!;
  }
  return { filter, order: given.order, columns: given.columns, lang: readLanguage(given.lang) };
}

export const filterNames = (entity: Entity): readonly string[] => Object.keys(entity.filters);

/**
 * The columns of a comma-separated list, in its order; all of them without one.
 * @throws CallerError for a column that does not exist or is there twice.
 */
export function readColumns(columns: readonly Column[], given: string | undefined): readonly Column[] {
  if (given === undefined) return columns;
  const names = given.split(',');
  return names.map((name, at) => {
    const column = columns.find((one) => one.name === name);
    if (!column)
      throw badInput('?columns', name, `the columns are ${columns.map((one) => one.name).join(', ')}`);
    if (names.indexOf(name) < at) throw badInput('?columns', name, 'each column once');
    return column;
  });
}
