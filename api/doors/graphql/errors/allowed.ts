import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
} from 'graphql';

/** What could stand in the place of a bad part of a query, in words. */
export const allowedAre = (names: readonly string[], none = 'none is allowed there') =>
  names.length === 0 ? none : `allowed are ${names.join(', ')}`;

/** What a value of a type may be. */
export function allowedBy(type: GraphQLInputType | null | undefined): string {
  const named = getNamedType(type);
  if (isEnumType(named)) return allowedAre(named.getValues().map(({ name }) => name));
  return isInputObjectType(named)
    ? allowedAre(Object.keys(named.getFields()))
    : `a value of the type ${type} is needed`;
}

/** How a field is written. */
export const fieldIs = ({ name, args, type }: GraphQLField<unknown, unknown>) =>
  `it is ${name}${inBrackets(args)}: ${type}`;

/** The arguments of a field or directive, as they are declared. */
export const inBrackets = (args: readonly GraphQLArgument[]) =>
  args.length > 0 ? `(${args.map(({ name, type }) => `${name}: ${type}`).join(', ')})` : '';
