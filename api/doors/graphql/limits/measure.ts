import {
  type FragmentDefinitionNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getVariableValues,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  typeFromAST,
  type ValueNode,
  visit,
} from 'graphql';
import type { AskedQuery } from '../base/asked-query.ts';
import { defaultPageSize } from '../base/paging.ts';

/** Records that a list without `first` is taken to have. */
const listSize = 10;

/** Where they are more by their nature: as many as there are Landkreise, or fields and topics. */
const listSizes: Readonly<Record<string, number>> = { 'Query.coverage': 50, 'Query.jointPlans': 50 };

/** What takes longer to find than other fields, as so many of them. */
const dear: Readonly<Record<string, number>> = {
  'Query.coverage': 10_000,
  'Query.jointPlans': 10_000,
  'Query.search': 5_000,
  'Query.changes': 5_000,
  'Query.whiteSpots': 1_000,
  'Municipality.peers': 500,
  'Municipality.samePlans': 5_000,
  'Project.samePlans': 2_000,
};

type Measure = { depth: number; cost: number };

/** What the limits of a query count, by their settings. */
export type Counts = Record<
  'QUERY_MAX_DEPTH' | 'QUERY_MAX_COST' | 'QUERY_MAX_ALIASES' | 'QUERY_MAX_DIRECTIVES',
  number
>;

/** What a query comes to, as the limits count it. */
export function measure({ schema, document, operationName, variableValues }: AskedQuery): Counts {
  let aliases = 0;
  let directives = 0;
  visit(document, {
    Field: (field) => void (field.alias && aliases++),
    Directive: () => void directives++,
  });
  const operations = document.definitions.filter(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const operation = operations.find(({ name }) => !operationName || name?.value === operationName);
  const root = operation && schema.getRootType(operation.operation);
  if (!root)
    return {
      QUERY_MAX_DEPTH: 0,
      QUERY_MAX_COST: 0,
      QUERY_MAX_ALIASES: aliases,
      QUERY_MAX_DIRECTIVES: directives,
    };

  const fragments = new Map(
    document.definitions
      .filter(
        (definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION,
      )
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const { coerced = {} } = getVariableValues(
    schema,
    operation.variableDefinitions ?? [],
    variableValues ?? {},
  );
  // A fragment is measured once, however often it is used: fragments in fragments grow without end otherwise.
  const measured = new Map<string, Measure>();

  /** @param paged whether the field around the selection was told how many: its list is as long as that. */
  const ofSelection = ({ selections }: SelectionSetNode, type: GraphQLOutputType, paged = false): Measure => {
    const total: Measure = { depth: 0, cost: 0 };
    for (const selection of selections) {
      const part = ofPart(selection, type, paged);
      total.depth = Math.max(total.depth, part.depth);
      total.cost += part.cost;
    }
    return total;
  };
  const ofPart = (
    selection: SelectionSetNode['selections'][number],
    type: GraphQLOutputType,
    paged: boolean,
  ): Measure => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const name = selection.name.value;
      const fragment = fragments.get(name);
      const use = `${name} ${paged}`;
      const known = measured.get(use);
      if (known || !fragment) return known ?? { depth: 0, cost: 0 };
      const own = ofSelection(
        fragment.selectionSet,
        typeNamed(schema, fragment.typeCondition) ?? type,
        paged,
      );
      measured.set(use, own);
      return own;
    }
    if (selection.kind === Kind.INLINE_FRAGMENT)
      return ofSelection(selection.selectionSet, typeNamed(schema, selection.typeCondition) ?? type, paged);
    // GraphQL's own rules limit how deep the schema is asked about; those lists are as long as the schema.
    const field = 'getFields' in type ? type.getFields()[selection.name.value] : undefined;
    if (!field || !selection.selectionSet) return { depth: 1, cost: 1 };
    const own = dear[`${type}.${field.name}`] ?? 1;
    const inner = ofSelection(
      selection.selectionSet,
      getNamedType(field.type) as GraphQLOutputType,
      !isList(field.type) && field.args.some(({ name }) => name === 'first'),
    );
    return {
      depth: inner.depth + 1,
      cost: own + sizeOf(`${type}.${field.name}`, field, selection.arguments ?? [], paged) * inner.cost,
    };
  };
  const lengthOf = (value: ValueNode): number => {
    const given = value.kind === Kind.VARIABLE ? coerced[value.name.value] : undefined;
    return Array.isArray(given) ? given.length : 1;
  };
  const sizeOf = (
    name: string,
    field: {
      type: GraphQLOutputType;
      args: readonly { name: string; defaultValue?: unknown }[];
    },
    given: readonly { name: { value: string }; value: ValueNode }[],
    paged: boolean,
  ): number => {
    const first = field.args.find(({ name }) => name === 'first');
    const ids = given.find(({ name }) => name.value === 'ids')?.value;
    if (ids) return ids.kind === Kind.LIST ? ids.values.length : lengthOf(ids);
    if (!first) return isList(field.type) && !paged ? (listSizes[name] ?? listSize) : 1;
    const sizes = given
      .filter(({ name }) => name.value === 'first' || name.value === 'last')
      .map(({ value }) =>
        value.kind === Kind.VARIABLE ? coerced[value.name.value] : 'value' in value && Number(value.value),
      )
      .filter((size): size is number => typeof size === 'number' && size >= 0);
    return sizes.length > 0
      ? Math.max(...sizes)
      : ((first.defaultValue as number | undefined) ?? defaultPageSize);
  };

  const { depth, cost } = ofSelection(operation.selectionSet, root);
  return {
    QUERY_MAX_DEPTH: depth,
    QUERY_MAX_COST: cost,
    QUERY_MAX_ALIASES: aliases,
    QUERY_MAX_DIRECTIVES: directives,
  };
}

function typeNamed(schema: GraphQLSchema, condition: FragmentDefinitionNode['typeCondition'] | undefined) {
  const type = condition && typeFromAST(schema, condition);
  return isCompositeType(type) && (isObjectType(type) || 'getFields' in type) ? type : undefined;
}

const isList = (type: GraphQLOutputType): boolean => isListType(isNonNullType(type) ? type.ofType : type);
