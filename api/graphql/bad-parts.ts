import {
  type ASTNode,
  coerceInputValue,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  getOperationAST,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNullableType,
  Kind,
  TypeInfo,
  typeFromAST,
  type VariableDefinitionNode,
  valueFromASTUntyped,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { detailsOf, type ErrorDetails } from '../errors.ts';

type Node = ASTNode | undefined;

/** Of parts of a query that are no good: what each is and what could stand in its place. */
export function detailsAt(
  schema: GraphQLSchema,
  document: DocumentNode,
  bad: ReadonlySet<Node>,
): ReadonlyMap<Node, ErrorDetails> {
  const info = new TypeInfo(schema);
  const details = new Map<Node, ErrorDetails>();
  visit(
    document,
    visitWithTypeInfo(info, {
      enter(node) {
        if (bad.has(node)) details.set(node, detailsOfNode(node, info));
      },
    }),
  );
  return details;
}

function detailsOfNode(node: ASTNode, info: TypeInfo): ErrorDetails {
  if (node.kind === Kind.FIELD) {
    const field = info.getFieldDef();
    const parent = info.getParentType();
    if (!field && parent && 'getFields' in parent)
      return detailsOf(node.name.value, allowedAre(Object.keys(parent.getFields())));
    const args = field?.args.map((argument) => `${argument.name}: ${argument.type}`).join(', ');
    return detailsOf(node.name.value, `it is ${node.name.value}${args && `(${args})`}: ${field?.type}`);
  }
  if (node.kind === Kind.ARGUMENT)
    return detailsOf(node.name.value, allowedAre(info.getFieldDef()?.args.map(({ name }) => name) ?? []));
  if (node.kind === Kind.DIRECTIVE) return detailsOf(node.name.value, allowedAre(['include', 'skip']));
  if (node.kind === Kind.OBJECT_FIELD)
    return detailsOf(node.name.value, allowedBy(info.getParentInputType()));
  if ('value' in node || 'values' in node || 'fields' in node) {
    const type = info.getInputType();
    return type ? detailsOf(valueFromASTUntyped(node as never), allowedBy(type)) : {};
  }
  return {};
}

const allowedAre = (names: readonly string[]) => `allowed are ${names.join(', ')}`;

function allowedBy(type: GraphQLInputType | null | undefined): string {
  const named = getNamedType(type);
  if (isEnumType(named)) return allowedAre(named.getValues().map(({ name }) => name));
  return isInputObjectType(named)
    ? allowedAre(Object.keys(named.getFields()))
    : `a value of the type ${type} is needed`;
}

type BadVariable = {
  readonly message: string;
  readonly definition: VariableDefinitionNode;
  readonly details: ErrorDetails;
};

/** The variables that are not of their type, each with its place, its value and what is allowed there. */
export function badVariables({
  schema,
  document,
  operationName,
  variableValues,
}: {
  schema: GraphQLSchema;
  document: DocumentNode;
  operationName?: string | null | undefined;
  variableValues?: Readonly<Record<string, unknown>> | null | undefined;
}): BadVariable[] {
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
