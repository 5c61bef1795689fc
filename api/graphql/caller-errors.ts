import { randomUUID } from 'node:crypto';
import {
  type ASTNode,
  coerceInputValue,
  type DocumentNode,
  GraphQLError,
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
  valueFromASTUntyped,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import { isStatementTimeout } from '../database/statement-timeout.ts';
import { CallerError, detailsOf, type ErrorDetails } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { tooSlow } from './time-limit.ts';

/** What the caller did wrong is told with its code, the bad value and what is allowed; anything else is logged with an id and masked. */
export function toCallerError(error: unknown, { log, settings }: Hub): GraphQLError {
  const thrown = error instanceof GraphQLError ? error.originalError : error;
  const original = isStatementTimeout(thrown) ? tooSlow(settings) : thrown;
  const place = error instanceof GraphQLError ? { nodes: error.nodes ?? null, path: error.path ?? null } : {};
  if (original instanceof CallerError)
    return new GraphQLError(original.message, {
      ...place,
      extensions: { code: original.code, ...original.details, http: { status: 200 } },
    });
  // graphql-js finds these itself, in the query or its variables: no code of ours has run.
  if (error instanceof GraphQLError && (!original || original instanceof GraphQLError))
    return new GraphQLError(error.message, {
      ...place,
      extensions: { ...error.extensions, code: 'BAD_USER_INPUT' },
    });
  const id = randomUUID();
  log.error({ id, err: original ?? error, path: place.path }, 'GraphQL field failed');
  return new GraphQLError(`Internal error; the hub's log has it under ${id}.`, {
    ...place,
    extensions: { code: 'INTERNAL_SERVER_ERROR', id },
  });
}

/** Adds to the errors that GraphQL itself finds in a query or its variables what ours have: code, bad value, what is allowed. */
export const tellWhatIsAllowed: Plugin = {
  onValidate:
    ({ params: { schema, documentAST } }) =>
    ({ valid, result, setResult }) => {
      if (valid) return;
      setResult(
        (result as readonly GraphQLError[]).map((error) =>
          error.message === 'Maximum introspection depth exceeded'
            ? introspectionTooDeep
            : withDetails(error, detailsAt(schema, documentAST, error.nodes?.[0])),
        ),
      );
    },
  onExecute({ args, setResultAndStopExecution }) {
    const errors = variableErrors(args);
    if (errors.length > 0) setResultAndStopExecution({ errors });
  },
  // What does not fit HTTP or the language is the caller's mistake, as any other.
  onResultProcess({ result }) {
    if (isAsyncIterable(result) || Array.isArray(result)) return;
    for (const { extensions } of result.errors ?? [])
      if (/^(GRAPHQL_|BAD_REQUEST$)/.test(String(extensions?.code))) extensions.code = 'BAD_USER_INPUT';
  },
};

const withDetails = ({ message, nodes, extensions }: GraphQLError, details: ErrorDetails) =>
  new GraphQLError(message, {
    nodes: nodes ?? null,
    extensions: { ...extensions, code: 'BAD_USER_INPUT', ...details },
  });

/** GraphQL's own rule against deep looks into the schema names neither what it counts nor how many it allows. */
const introspectionTooDeep = new GraphQLError(
  'The query asks for lists of the schema 3 times within each other; at most 2 are allowed.',
  { extensions: { code: 'BAD_USER_INPUT', value: 3, allowed: 'at most 2 are allowed' } },
);

/** The bad part of a query and what could stand in its place. */
function detailsAt(schema: GraphQLSchema, document: DocumentNode, bad: ASTNode | undefined): ErrorDetails {
  const info = new TypeInfo(schema);
  let details: ErrorDetails = {};
  visit(
    document,
    visitWithTypeInfo(info, {
      enter(node) {
        if (node === bad) details = detailsOfNode(node, info);
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

/** The variables that are not of their type, each with its place, its value and what is allowed there. */
function variableErrors({
  schema,
  document,
  operationName,
  variableValues,
}: {
  schema: GraphQLSchema;
  document: DocumentNode;
  operationName?: string | null | undefined;
  variableValues?: Readonly<Record<string, unknown>> | null | undefined;
}): GraphQLError[] {
  const operation = getOperationAST(document, operationName);
  return (operation?.variableDefinitions ?? []).flatMap((definition) => {
    const type = typeFromAST(schema, definition.type);
    const name = definition.variable.name.value;
    const given = variableValues?.[name];
    if (!isInputType(type) || (given === undefined && (definition.defaultValue || isNullableType(type))))
      return [];
    const errors: GraphQLError[] = [];
    coerceInputValue(given, type, (path, value, { message }) => {
      const place = [`$${name}`, ...path].join('.');
      const details = detailsOf(value ?? null, allowedBy(typeAt(type, path)));
      errors.push(withDetails(new GraphQLError(`${place}: ${message}`, { nodes: definition }), details));
    });
    return errors;
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
