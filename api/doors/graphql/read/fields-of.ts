import {
  type FieldNode,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  getDirectiveValues,
  isAbstractType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** What is needed of the query that is resolved. */
export type Asked = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues'>;

export type Fields = ReadonlyMap<string, readonly FieldNode[]>;

/** The fields that selections ask of an object of this type, by their names in the answer. */
export function fieldsOf(asked: Asked, type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Fields {
  const fields = new Map<string, FieldNode[]>();
  const isAsked = (node: SelectionNode) =>
    getDirectiveValues(GraphQLSkipDirective, node, asked.variableValues)?.if !== true &&
    getDirectiveValues(GraphQLIncludeDirective, node, asked.variableValues)?.if !== false;
  const applies = (condition: string | undefined) => {
    if (condition === undefined || condition === type.name) return true;
    const other = asked.schema.getType(condition);
    return isAbstractType(other) && asked.schema.isSubType(other, type);
  };
  const collect = ({ selections }: SelectionSetNode) => {
    for (const node of selections) {
      if (node.directives?.length && !isAsked(node)) continue;
      if (node.kind === Kind.FIELD) {
        const key = (node.alias ?? node.name).value;
        const known = fields.get(key);
        if (known) known.push(node);
        else fields.set(key, [node]);
      } else if (node.kind === Kind.INLINE_FRAGMENT) {
        if (applies(node.typeCondition?.name.value)) collect(node.selectionSet);
      } else {
        const fragment = asked.fragments[node.name.value];
        if (fragment && applies(fragment.typeCondition.name.value)) collect(fragment.selectionSet);
      }
    }
  };
  sets.forEach(collect);
  return fields;
}

/** What is asked below fields. */
export const setsOf = (nodes: readonly FieldNode[]) =>
  nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
