import type { FieldNode, GraphQLResolveInfo, OperationDefinitionNode } from 'graphql';

/**
 * What was made for an operation goes with its document. It lies on the operation and in no WeakMap: what there leads
 * back to its key is held until a slow collection of garbage.
 */
const kept = Symbol('what was made for the operation');
type Kept = OperationDefinitionNode & { [kept]?: Map<string, unknown> };
/** Variables of directives make several plans of a place in a query; beyond so many, they are made anew. */
const mostPerOperation = 50;

const numbers = new WeakMap<FieldNode, number>();
let given = 0;
function numberOf(node: FieldNode): number {
  const known = numbers.get(node);
  if (known !== undefined) return known;
  numbers.set(node, ++given);
  return given;
}

/** What tells the shape of a query. */
type Shape = Pick<GraphQLResolveInfo, 'operation' | 'variableValues' | 'fieldNodes'>;

/** The values of those variables that may leave parts of a query out. */
const switches = ({ operation, variableValues }: Shape): string =>
  (operation.variableDefinitions ?? [])
    .filter(({ type }) => JSON.stringify(type).includes('"Boolean"'))
    .map(({ variable }) => variableValues[variable.name.value])
    .join();

/**
 * What `make` makes for the field that is resolved, made once for the shape of the query: for the same field of the
 * same operation with the same parts of it left out.
 */
export function oncePerShape<Made>(info: Shape, purpose: string, make: () => Made): Made {
  const operation: Kept = info.operation;
  let made = operation[kept];
  if (!made || made.size > mostPerOperation) {
    made = new Map();
    operation[kept] = made;
  }
  const key = `${purpose} ${info.fieldNodes.map(numberOf).join()} ${switches(info)}`;
  if (!made.has(key)) made.set(key, make());
  return made.get(key) as Made;
}
