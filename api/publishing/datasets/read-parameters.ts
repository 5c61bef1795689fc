import type { Column, Entity } from '../../catalogue/model/entity.ts';
import { inAnyLanguage, languagesFor } from '../../catalogue/model/localised.ts';
import { isStorable, noText } from '../../catalogue/model/storable.ts';
import { sqlFor } from '../../catalogue/model/visibility.ts';
import type { FilterInput } from '../../catalogue/query/read-filter.ts';
import { sql } from '../../database/sql.ts';
import { badInput, CallerError } from '../../errors.ts';
import { type Language, readLanguage } from '../../language.ts';
import type { FormatOption } from '../formats/format.ts';

/** A parameter that does not exist. Pages leave it out and tell it; to a program it is a mistake. */
class UnknownParameter extends CallerError {
  readonly parameter: string;
  constructor(parameter: string, value: unknown, existing: readonly string[]) {
    const { message, details } = badInput(
      `?${parameter}`,
      value,
      `the parameters are ${existing.join(', ')}`,
    );
    super('BAD_USER_INPUT', message, details);
    this.parameter = parameter;
  }
}

/** Takes out of an address the parameters that `read` does not know. */
export function withoutUnknown(
  given: URLSearchParams,
  read: (search: URLSearchParams) => unknown,
): { readonly search: URLSearchParams; readonly unknown: readonly string[] } {
  const search = new URLSearchParams(given);
  const unknown: string[] = [];
  for (;;)
    try {
      read(search);
      return { search, unknown };
    } catch (error) {
      // Other mistakes are told where the address is read.
      if (!(error instanceof UnknownParameter)) return { search, unknown };
      unknown.push(error.parameter);
      search.delete(error.parameter);
    }
}

export type Parameters = {
  readonly filter: FilterInput;
  /** Parameters that are no filters, as they were given. */
  readonly given: Readonly<Partial<Record<string, string>>>;
  readonly lang: Language;
};

/**
 * Reads the parameters of a URL: those filters and those options, and nothing else.
 * @param options parameters that are no filters; each is given once.
 * @throws CallerError for a parameter that does not exist, with those that do.
 */
export function readParameters(
  search: URLSearchParams,
  filters: readonly string[],
  options: readonly string[],
): Parameters {
  const filter: Record<string, string[]> = {};
  const given: Partial<Record<string, string>> = {};
  for (const name of new Set(search.keys())) {
    const values = search.getAll(name);
    const wrong = values.find((value) => !isStorable(value));
    if (wrong !== undefined) throw badInput(`?${name}`, wrong, noText);
    if (filters.includes(name)) filter[name] = values;
    else if (!options.includes(name)) throw new UnknownParameter(name, values[0], [...filters, ...options]);
    else if (values.length > 1) throw badInput(`?${name}`, values, 'one value only');
    else given[name] = values.join();
  }
  return { filter, given, lang: readLanguage(given.lang) };
}

export const filterNames = (entity: Entity): readonly string[] => Object.keys(entity.filters);

/** The value of each option of a format; the default where none is given. */
export function readOptions(
  options: Readonly<Record<string, FormatOption>>,
  given: Parameters['given'],
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(options).map(([name, { values }]) => {
      const value = given[name] ?? values[0];
      if (!values.includes(value)) throw badInput(`?${name}`, value, `allowed are ${values.join(', ')}`);
      return [name, value];
    }),
  );
}

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

/**
 * The columns in one language: in place of `summary_de` and `summary_en` one `summary` in that language, or in
 * the other where it is not given. Without a language all columns are as they are.
 */
export function inLanguage(columns: readonly Column[], lang: Language | undefined): readonly Column[] {
  if (lang === undefined) return columns;
  const find = (name: string) => columns.find((one) => one.name === name);
  return columns.flatMap((column): Column[] => {
    const [, name, language] = /^(.+)_(de|en)$/.exec(column.name) ?? [];
    if (!name) return [column];
    const texts = { de: find(`${name}_de`), en: find(`${name}_en`) };
    const [wanted, other] = languagesFor(lang).map((one) => texts[one]);
    if (!wanted || !other) return [column];
    if (language === 'en') return [];
    return [
      {
        ...column,
        name,
        description: inAnyLanguage(column.description),
        sql: (viewer) => sql`coalesce(${sqlFor(wanted.sql, viewer)}, ${sqlFor(other.sql, viewer)})`,
      },
    ];
  });
}
