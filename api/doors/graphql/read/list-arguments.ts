import type { EnumRef } from '@pothos/core';
import { catalogue } from '../../../catalogue/entities/catalogue.ts';
import type { Entity, EntityName, Filter } from '../../../catalogue/model/entity.ts';
import { builder } from '../base/builder.ts';
import { enumDescriptions } from '../base/enum-descriptions.ts';
import { typeNames } from '../base/type-names.ts';

type AnyEnum = EnumRef<typeof builder.$inferSchemaTypes, string, string>;

const enums = new Map<string, AnyEnum>();

/** The GraphQL enum of that name; the same one wherever it is used. */
export function enumRef(enumName: string, values: readonly string[], description: string): AnyEnum {
  const existing = enums.get(enumName);
  if (existing) return existing;
  const ref = builder.enumType(enumName, {
    description,
    values: Object.fromEntries(
      values.map((value) => [value, { value, description: enumDescriptions[enumName]?.[value] ?? '' }]),
    ),
  }) as unknown as AnyEnum;
  enums.set(enumName, ref);
  return ref;
}

function inputType(filter: Filter) {
  if (filter.type === 'enum') return enumRef(filter.enumName, filter.values, '');
  if (filter.type === 'number') return 'Float';
  return filter.type === 'boolean' ? 'Boolean' : 'String';
}

/** An input type with a field for each filter. */
export const filterInput = (
  typeName: string,
  description: string,
  filters: Readonly<Record<string, Filter>>,
) =>
  builder.inputType(typeName, {
    description,
    fields: (t) =>
      Object.fromEntries(
        Object.entries(filters).map(([filterName, definition]) => [
          filterName,
          t.field({
            type: definition.list ? ([inputType(definition)] as const) : inputType(definition),
            description: definition.description,
          }),
        ]),
      ),
  });

/** The arguments `filter` and `order` of every list of an entity, from the one definition in the catalogue. */
function listArguments(entity: Entity) {
  const filter = filterInput(
    `${typeNames[entity.name]}Filter`,
    `Which ${entity.name}: all that is given has to hold. The same names work as URL parameters at the other doors.`,
    entity.filters,
  );
  const order = builder.enumType(`${typeNames[entity.name]}Order`, {
    description: `How ${entity.name} can be ordered; ties are in the order of their keys.`,
    values: Object.fromEntries(
      Object.entries(entity.orders).map(([name, { description }]) => [name, { value: name, description }]),
    ),
  });
  return { filter, order, defaultOrder: entity.defaultOrder };
}

export const listArgumentTypes = Object.fromEntries(
  Object.values(catalogue).map((entity) => [entity.name, listArguments(entity)]),
) as Record<EntityName, ReturnType<typeof listArguments>>;
