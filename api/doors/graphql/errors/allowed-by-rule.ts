import {
  type ASTNode,
  DirectiveLocation,
  type GraphQLNamedType,
  isAbstractType,
  isCompositeType,
  Kind,
  type OperationDefinitionNode,
  print,
  type ValidationContext,
  type ValueNode,
  valueFromASTUntyped,
} from 'graphql';
import { known } from '../../../../map-widget/model/known.ts';
import { allowedAre, allowedBy, fieldIs, inBrackets } from './allowed.ts';

/** The parts of a query that a rule of GraphQL finds bad, and where in the query it has come to. */
type Tell<T> = (nodes: readonly ASTNode[], context: ValidationContext) => T;

/** By the name of each rule of graphql-js: what is allowed instead of what it has found. */
export const allowedByRule: Readonly<Record<string, Tell<string>>> = {
  ExecutableDefinitionsRule: () => allowedAre(['query', 'fragment']),
  UniqueOperationNamesRule: () => 'each operation has a name of its own',
  LoneAnonymousOperationRule: () => 'each of several operations has a name of its own',
  KnownTypeNamesRule: () => 'a type of this hub is needed; /schema.graphql lists them',
  FragmentsOnCompositeTypesRule: () => 'a type with fields is needed; /schema.graphql lists them',
  VariablesAreInputTypesRule: () =>
    'the type of an argument or of a part of it is needed; /schema.graphql lists them',
  ScalarLeafsRule: (_nodes, context) => fieldIs(known(context.getFieldDef(), 'field here')),
  FieldsOnCorrectTypeRule: (_nodes, context) => {
    const parent = context.getParentType();
    return allowedAre(parent && 'getFields' in parent ? Object.keys(parent.getFields()) : ['__typename']);
  },
  UniqueFragmentNamesRule: () => 'each fragment has a name of its own',
  KnownFragmentNamesRule: (_nodes, context) => allowedAre(fragmentsIn(context), 'no fragment is defined'),
  NoUnusedFragmentsRule: ([fragment]) => `each fragment is used: ...${nameOf(fragment)}`,
  PossibleFragmentSpreadsRule: (_nodes, context) => allowedAre(possibleTypes(context)),
  NoFragmentCyclesRule: () => 'no fragment leads back to itself',
  UniqueVariableNamesRule: () => 'each variable has a name of its own',
  NoUndefinedVariablesRule: ([, operation]) =>
    allowedAre(variablesOf(operation as OperationDefinitionNode), 'no variable is declared'),
  NoUnusedVariablesRule: () => 'each variable that is declared is used',
  KnownDirectivesRule: ([directive], context) => {
    const known = context.getSchema().getDirective(nameOf(directive) ?? '');
    return known ? allowedAre(known.locations) : allowedAre(directivesOfQueries(context));
  },
  UniqueDirectivesPerLocationRule: () => 'once at a place is allowed',
  KnownArgumentNamesRule: (_nodes, context) =>
    allowedAre((context.getDirective() ?? context.getFieldDef())?.args.map(({ name }) => name) ?? []),
  UniqueArgumentNamesRule: () => 'each argument is given once',
  ValuesOfCorrectTypeRule: ([node], context) =>
    allowedBy(node?.kind === Kind.OBJECT_FIELD ? context.getParentInputType() : context.getInputType()),
  ProvidedRequiredArgumentsRule: (_nodes, context) => {
    const directive = context.getDirective();
    return directive
      ? `it is @${directive.name}${inBrackets(directive.args)}`
      : fieldIs(known(context.getFieldDef(), 'field here'));
  },
  VariablesInAllowedPositionRule: ([, variable], context) => {
    const usages = context
      .getDocument()
      .definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION)
      .flatMap((operation) => context.getRecursiveVariableUsages(operation as OperationDefinitionNode));
    return `a variable of the type ${usages.find(({ node }) => node === variable)?.type} is needed`;
  },
  OverlappingFieldsCanBeMergedRule: () => 'fields that differ have names of their own: alias: field',
  UniqueInputFieldNamesRule: () => 'each field of a value is given once',
  MaxIntrospectionDepthRule: () => 'at most 2 are allowed',
};

const asWritten = (node: ASTNode | undefined) => node && print(node);

/** By the name of the rule: the bad value, where it is not the name of the first bad part. */
const valueByRule: Readonly<Record<string, Tell<unknown>>> = {
  ScalarLeafsRule: (_nodes, context) => context.getFieldDef()?.name,
  NoUndefinedVariablesRule: ([variable]) => asWritten(variable),
  NoUnusedVariablesRule: ([definition]) => asWritten(definition),
  ValuesOfCorrectTypeRule: ([node]) =>
    node?.kind === Kind.OBJECT_FIELD ? nameOf(node) : valueFromASTUntyped(node as ValueNode),
  VariablesAreInputTypesRule: ([type]) => asWritten(type),
  VariablesInAllowedPositionRule: ([definition]) => asWritten(definition),
  PossibleFragmentSpreadsRule: ([spread], context) =>
    spread?.kind === Kind.FRAGMENT_SPREAD ? nameOf(spread) : String(context.getType()),
  OverlappingFieldsCanBeMergedRule: ([field]) => aliasOf(field) ?? nameOf(field),
  MaxIntrospectionDepthRule: () => 3,
};

/** What a rule has found bad. */
export const badValue = (rule: string, nodes: readonly ASTNode[], context: ValidationContext): unknown =>
  valueByRule[rule] ? valueByRule[rule](nodes, context) : (nameOf(nodes[0]) ?? null);

function nameOf(node: ASTNode | undefined): string | undefined {
  if (node?.kind === Kind.NAME) return node.value;
  return node && 'name' in node ? node.name?.value : undefined;
}

const aliasOf = (node: ASTNode | undefined) => (node?.kind === Kind.FIELD ? node.alias?.value : undefined);

const fragmentsIn = (context: ValidationContext) =>
  context
    .getDocument()
    .definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [each.name.value] : []));

const variablesOf = ({ variableDefinitions = [] }: OperationDefinitionNode) =>
  variableDefinitions.map(({ variable }) => print(variable));

const directivesOfQueries = (context: ValidationContext) =>
  context
    .getSchema()
    .getDirectives()
    .filter(({ locations }) => locations.includes(DirectiveLocation.FIELD))
    .map(({ name }) => name);

/** The types that what stands at this place may be of. */
function possibleTypes(context: ValidationContext): string[] {
  const parent = context.getParentType() as GraphQLNamedType;
  const types = isAbstractType(parent) ? context.getSchema().getPossibleTypes(parent) : [];
  return [parent, ...types].filter(isCompositeType).map(({ name }) => name);
}
