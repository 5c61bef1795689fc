import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { schema } from '../../../api/doors/graphql/schema.ts';

type Field = GraphQLField<unknown, unknown>;

/** Values for arguments, by `Type.field(argument)` or by the argument's name alone. */
export type Values = Readonly<Record<string, string>>;

const root = schema.getQueryType()!;

export const objectTypes = Object.values(schema.getTypeMap())
  .filter((type) => isObjectType(type))
  .filter(({ name }) => !name.startsWith('__'));

/** Parts of a list belong to it: they are selected with it. */
const isPartOfList = ({ name }: GraphQLObjectType) => /(Connection|Edge|PageInfo|PeerList)$/.test(name);

function argumentsOf(type: GraphQLObjectType, field: Field, values: Values): string {
  const given = field.args.flatMap(({ name, type: argumentType, defaultValue }) => {
    const value = values[`${type.name}.${field.name}(${name})`];
    if (value !== undefined) return [`${name}: ${value}`];
    if (!isNonNullType(argumentType) || defaultValue !== undefined) return [];
    const byName = values[name];
    if (byName === undefined)
      throw new Error(`The walk needs a value for ${type.name}.${field.name}(${name}).`);
    return [`${name}: ${byName}`];
  });
  return given.length > 0 ? `(${given.join(', ')})` : '';
}

/** The values of a record, without the records that it leads to. */
function ownValues(type: GraphQLObjectType, prefix = ''): string {
  const leaves = Object.values(type.getFields()).filter((field) => isLeafType(getNamedType(field.type)));
  return ['__typename', ...leaves.map(({ name }) => (prefix ? `${prefix}${name}: ${name}` : name))].join(' ');
}

/** One field with all that it gives itself: a record's values, a list with the values of its records. */
function edge(type: GraphQLObjectType, field: Field, values: Values): string {
  const start = `${field.name}${argumentsOf(type, field, values)}`;
  const target = getNamedType(field.type);
  if (!isCompositeType(target)) return start;
  if (!isObjectType(target)) {
    const parts = schema
      .getPossibleTypes(target)
      .map((possible) => `... on ${possible.name} { ${ownValues(possible, `${possible.name}_`)} }`);
    return `${start} { __typename ${parts.join(' ')} }`;
  }
  const inner = isPartOfList(target)
    ? Object.values(target.getFields())
        .filter((part) => isCompositeType(getNamedType(part.type)))
        .map((part) => edge(target, part, values))
    : [];
  return `${start} { ${[ownValues(target), ...inner].join(' ')} }`;
}

/**
 * Queries that together ask every field of every type once, each type by the shortest way from the query: what a field
 * gives depends on its own record and on nothing before it. Those of the query itself come one by one.
 * @param values of arguments on the way to a type, @param rootValues of the fields of the query themselves.
 * @returns the queries by `Type` or `Query.field`.
 */
export function queriesOfAllFields(values: Values, rootValues: Values): Map<string, string> {
  const queries = new Map<string, string>();
  for (const field of Object.values(root.getFields()))
    queries.set(`Query.${field.name}`, `{ ${edge(root, field, { ...values, ...rootValues })} }`);

  const ways = new Map<GraphQLObjectType, readonly string[]>([[root, []]]);
  for (const [type, way] of ways) {
    for (const field of Object.values(type.getFields())) {
      const target = getNamedType(field.type);
      const step = `${field.name}${argumentsOf(type, field, values)}`;
      if (isObjectType(target) && !ways.has(target)) ways.set(target, [...way, step]);
    }
    if (type === root) continue;
    const edges = Object.values(type.getFields()).map((field) => edge(type, field, values));
    queries.set(type.name, `{ ${way.join(' { ')} { ${edges.join(' ')} }${' }'.repeat(way.length)}`);
  }
  return queries;
}

/**
 * For each list of the query one query that tries its arguments out, one by one.
 * @param attempt tells the values to try for an argument or filter.
 */
export function queriesOfAllArguments(
  attempt: (type: GraphQLInputType, name: string) => readonly string[],
  values: Values,
): Map<string, string> {
  const queries = new Map<string, string>();
  for (const field of Object.values(root.getFields())) {
    const required = argumentsOf(root, field, values).slice(1, -1);
    const tried = field.args
      .filter(({ name }) => !new RegExp(`(^|, )${name}: `).test(required))
      .flatMap((argument) => trials(argument, attempt));
    const target = getNamedType(field.type);
    const selection = isObjectType(target) ? shortSelection(target) : '{ __typename }';
    const aliased = tried.map((given, i) => {
      const all = [required, given].filter((part) => part !== '').join(', ');
      return `a${i}: ${field.name}(${all}) ${selection}`;
    });
    if (aliased.length > 0) queries.set(`arguments of ${field.name}`, `{ ${aliased.join(' ')} }`);
  }
  return queries;
}

function trials(
  { name, type }: GraphQLArgument,
  attempt: (type: GraphQLInputType, name: string) => readonly string[],
): string[] {
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValues().map((value) => `${name}: ${value.name}`);
  if (!isInputObjectType(named)) return attempt(type, name).map((value) => `${name}: ${value}`);
  return Object.values(named.getFields()).flatMap((filter) =>
    attempt(filter.type, filter.name).map((value) => `${name}: { ${filter.name}: ${value} }`),
  );
}

/** Which records, in which order and how many. */
function shortSelection(type: GraphQLObjectType): string {
  const fields = type.getFields();
  if (fields.edges) return '{ totalCount edges { cursor node { __typename } } }';
  return `{ ${ownValues(type)} }`;
}
