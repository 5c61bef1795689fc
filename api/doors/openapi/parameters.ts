import type { Filter } from '../../catalogue/model/entity.ts';
import { languages } from '../../language.ts';

/** A parameter of OpenAPI 3.0. */
export type Parameter = {
  readonly name: string;
  readonly in: 'query' | 'path';
  readonly required?: boolean;
  readonly description: string;
  readonly schema: object;
  readonly style?: 'form';
  readonly explode?: boolean;
};

export const query = (name: string, description: string, schema: object): Parameter => ({
  name,
  in: 'query',
  description,
  schema,
});

export const inPath = (
  name: string,
  description: string,
  schema: object = { type: 'string' },
): Parameter => ({
  name,
  in: 'path',
  required: true,
  description,
  schema,
});

/** The filters of the catalogue; several values of one stand as several parameters. */
export const filterParameters = (filters: Readonly<Record<string, Filter>>): Parameter[] =>
  Object.entries(filters).map(([name, filter]) =>
    filter.list
      ? {
          ...query(name, filter.description, { type: 'array', items: schemaOf(filter) }),
          style: 'form',
          explode: true,
        }
      : query(name, filter.description, schemaOf(filter)),
  );

/** JSON Schema of a value of a filter. */
function schemaOf({ type, values, range }: Filter): object {
  if (type === 'boolean') return { type: 'boolean' };
  if (type === 'number') return { type: 'number', minimum: range[0], maximum: range[1] };
  return { type: 'string', ...(values && { enum: values }) };
}

export const language = query('lang', 'Language of the texts.', { type: 'string', enum: languages });
