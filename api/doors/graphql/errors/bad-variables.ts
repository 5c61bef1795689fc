import {
  coerceInputValue,
  type GraphQLInputType,
  getNullableType,
  getOperationAST,
  isInputObjectType,
  isInputType,
  isListType,
  isNullableType,
  typeFromAST,
  type VariableDefinitionNode,
} from 'graphql';
import { detailsOf, type ErrorDetails } from '../../../errors.ts';
import type { AskedQuery } from '../base/asked-query.ts';
import { allowedBy } from './allowed.ts';

type BadVariable = {
  readonly message: string;
  readonly definition: VariableDefinitionNode;
  readonly details: ErrorDetails;
};

/** The variables that are not of their type, each with its place, its value and what is allowed there. */
export function badVariables({ schema, document, operationName, variableValues }: AskedQuery): BadVariable[] {
  const operation = getOperationAST(document, operationName);
  return (operation?.variableDefinitions ?? []).flatMap((definition) => {
    const type = typeFromAST(schema, definition.type);
    const name = definition.variable.name.value;
    const given = variableValues?.[name];
    if (!isInputType(type) || (given === undefined && (definition.defaultValue || isNullableType(type))))
      return [];
    const found: BadVariable[] = [];
    coerceInputValue(given, type, (path, value, { message }) => {
      const place = [`$${name}`, ...path].join('.');
      const details = detailsOf(value ?? null, allowedBy(typeAt(type, path)));
      found.push({ message: `${place}: ${message}`, definition, details });
    });
    return found;
  });
}

/** The type of a value within a value of that type. */
function typeAt(type: GraphQLInputType, path: readonly (string | number)[]): GraphQLInputType {
  const [first, ...rest] = path;
  if (first === undefined) return type;
  const open = getNullableType(type);
  if (typeof first === 'number') return typeAt(isListType(open) ? open.ofType : open, rest);
  const field = isInputObjectType(open) ? open.getFields()[first] : undefined;
  return field ? typeAt(field.type, rest) : type;
}
