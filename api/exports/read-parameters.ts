import type { Column, Entity } from '../catalogue/entity.ts';
import type { FilterInput } from '../catalogue/read-filter.ts';
import { badInput } from '../errors.ts';

export type Parameters = {
  readonly filter: FilterInput;
  readonly order: string | undefined;
  readonly columns: readonly Column[];
};

const others = ['order', 'columns'];

/**
 * Reads the parameters of a URL: the entity's filters, `order` and `columns`.
 * @throws CallerError for a parameter or column that does not exist, with those that do.
 */
export function readParameters(
  entity: Entity,
  columns: readonly Column[],
  search: URLSearchParams,
): Parameters {
  const filters = Object.keys(entity.filters);
  const filter: Record<string, string[]> = {};
  for (const name of new Set(search.keys())) {
    if (filters.includes(name)) filter[name] = search.getAll(name);
    else if (!others.includes(name))
      throw badInput(
        `?${name}`,
        search.get(name),
        `the parameters are ${[...filters, ...others].join(', ')}`,
      );
  }
  return {
    filter,
    order: search.get('order') ?? undefined,
    columns: readColumns(columns, search.get('columns')),
  };
}

function readColumns(columns: readonly Column[], given: string | null): readonly Column[] {
  if (given === null) return columns;
  return given.split(',').map((name) => {
    const column = columns.find((one) => one.name === name);
    if (!column)
      throw badInput('?columns', name, `the columns are ${columns.map((one) => one.name).join(', ')}`);
    return column;
  });
}
