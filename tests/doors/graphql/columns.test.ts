import { lexicographicSortSchema } from 'graphql';
import { expect, it } from 'vitest';
import { entities } from '../../../api/catalogue/entities/catalogue.ts';
import { typeNames } from '../../../api/doors/graphql/base/type-names.ts';
import { schema } from '../../../api/doors/graphql/schema.ts';
import { publicColumns } from '../../../api/publishing/datasets/dataset.ts';

/** Columns that GraphQL tells in another way, and where. */
const elsewhere: Readonly<Record<string, readonly [field: string, columns: readonly string[]]>> = {
  municipalities: [
    'office',
    [
      'office_organisation',
      'office_street',
      'office_postcode',
      'office_place',
      'office_email',
      'office_phone',
      'office_confidence',
      'office_note',
      'office_source_url',
      'office_source_date',
      'reachable',
    ],
  ],
  projects: ['participations', ['municipalities', 'lead']],
  events: ['outcomes', ['fields', 'volunteers_for', 'no_volunteers_for']],
};

/** Whether somebody can be called: the filter says it, and `whomToCall` says who. */
const filtersOnly = new Set(['projects.reachable', 'strategies.reachable']);

const fieldOf = (column: string) =>
  column.replace(/_(de|en)$/, '').replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

it.each(entities.map((entity) => [typeNames[entity.name], entity] as const))(
  'every public column is a field of %s, or stands in the list of exceptions',
  (type, entity) => {
    const described = lexicographicSortSchema(schema).getType(type);
    if (!described || !('getFields' in described)) throw new Error(`${type} has no fields`);
    const fields = Object.keys(described.getFields());
    const [instead, exceptions] = elsewhere[entity.name] ?? [undefined, []];
    if (instead) expect(fields).toContain(instead);
    const columns = publicColumns(entity).map(({ name }) => name);
    const missing = columns.filter(
      (name) => !fields.includes(fieldOf(name)) && !filtersOnly.has(`${entity.name}.${name}`),
    );
    expect(missing).toEqual(exceptions);
  },
);
