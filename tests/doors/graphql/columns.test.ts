import { getNamedType, isEnumType, isObjectType, isScalarType } from 'graphql';
import { expect, it } from 'vitest';
import { entities } from '../../../api/catalogue/entities/catalogue.ts';
import { fieldOfColumn } from '../../../api/doors/graphql/base/column-words.ts';
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

const types = entities.map((entity) => [typeNames[entity.name], entity] as const);

function fieldsOf(type: string) {
  const described = schema.getType(type);
  if (!isObjectType(described)) throw new Error(`${type} has no fields`);
  return described.getFields();
}

it.each(types)(
  'every public column is a field of %s, or stands in the list of exceptions',
  (type, entity) => {
    const fields = Object.keys(fieldsOf(type));
    const [instead, exceptions] = elsewhere[entity.name] ?? [undefined, []];
    if (instead) expect(fields).toContain(instead);
    const columns = publicColumns(entity).map(({ name }) => name);
    const missing = columns.filter(
      (name) => !fields.includes(fieldOfColumn(name)) && !filtersOnly.has(`${entity.name}.${name}`),
    );
    expect(missing).toEqual(exceptions);
  },
);

it.each(types)('a value of %s is described by the words of its column', (type, entity) => {
  const told = publicColumns(entity).flatMap(({ name, description }) => {
    const field = fieldsOf(type)[fieldOfColumn(name)];
    const isValue = field && (isScalarType(getNamedType(field.type)) || isEnumType(getNamedType(field.type)));
    const words = description.replace(/(, | )in (German|English)\.$/, '.').replace('empty', 'null');
    return isValue && !field.description?.startsWith(words) ? [`${name}: ${field.description}`] : [];
  });
  expect(told).toEqual([]);
});
