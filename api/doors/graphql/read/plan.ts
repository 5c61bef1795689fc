import {
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  getNamedType,
  isObjectType,
  print,
  type SelectionSetNode,
} from 'graphql';
import { badInput } from '../../../errors.ts';
import { type Asked, type Fields, fieldsOf, setsOf } from './fields-of.ts';
import { entityOf } from './models.ts';
import type { ListPlan, ListSource, RecordPlan } from './plan-types.ts';
import { oncePerShape } from './planned.ts';
import { readsOfField, slotOf } from './reads.ts';
import { emptyPlan, planOfSelection } from './selection.ts';

/** Where records stand below a field: `edges`, `node`. */
export type Path = readonly string[];

/** What is asked below some fields of an object; none where they are not asked for. */
function below(asked: Asked, type: GraphQLObjectType, sets: readonly SelectionSetNode[], name: string) {
  const nodes = [...fieldsOf(asked, type, sets).values()].flat();
  return setsOf(nodes.filter((node) => node.name.value === name));
}

const objectOf = (type: GraphQLObjectType, field: string): GraphQLObjectType => {
  const named = type.getFields()[field]?.type;
  const object = named && getNamedType(named);
  if (!isObjectType(object)) throw new Error(`${type.name}.${field} is no object.`);
  return object;
};

/**
 * The fields that are asked for under a name in the answer. Within one selection it is one field; but `edges` and
 * `nodes` give the same records, and each has a selection of its own.
 */
function* callsOf(fields: Fields): Generator<[responseKey: string, nodes: readonly FieldNode[]]> {
  for (const [responseKey, nodes] of fields) {
    const calls = new Map<string, FieldNode[]>();
    for (const node of nodes) {
      const given = (node.arguments ?? []).map((one) => print(one)).sort();
      const call = JSON.stringify([node.name.value, given]);
      calls.set(call, [...(calls.get(call) ?? []), node]);
    }
    for (const same of calls.values()) yield [responseKey, same];
  }
}

/** What is read of the records of a model for what is asked of them. */
function planRecord(asked: Asked, type: GraphQLObjectType, sets: readonly SelectionSetNode[]): RecordPlan {
  const plan = emptyPlan(type.name);
  const key = entityOf(type.name)?.key;
  if (key) plan.columns.add(key);
  for (const [responseKey, nodes] of callsOf(fieldsOf(asked, type, sets))) {
    const field = type.getFields()[nodes[0]?.name.value ?? ''];
    const reads = field && readsOfField(field);
    if (!reads) continue;
    if ('columns' in reads) for (const column of reads.columns) plan.columns.add(column);
    else {
      if (plan.slots.some(({ slot }) => slot === slotOf(responseKey)))
        throw badInput(
          responseKey,
          print(nodes[0] as FieldNode).slice(0, 200),
          'for the same records another field has that name in the answer; an alias of its own is needed',
        );
      const inner = objectOf(type, field.name);
      const part =
        'list' in reads
          ? planList(asked, reads.list, field, nodes)
          : planOfSelection(
              type.name,
              reads.select((query) => ({ ...query, plan: planRecord(asked, inner, setsOf(nodes)) })),
            );
      plan.slots.push({ slot: slotOf(responseKey), part });
    }
  }
  return plan;
}

/** What is read of a list for what is asked of its connection. */
function planList(
  asked: Asked,
  source: ListSource,
  field: GraphQLField<unknown, unknown>,
  nodes: readonly FieldNode[],
): ListPlan {
  const connection = getNamedType(field.type);
  if (!isObjectType(connection)) throw new Error(`${field.name} is no list.`);
  const sets = setsOf(nodes);
  const names = (type: GraphQLObjectType, of: readonly SelectionSetNode[]) =>
    new Set([...fieldsOf(asked, type, of).values()].flat().map((node) => node.name.value));
  const edge = objectOf(connection, 'edges');
  const edges = below(asked, connection, sets, 'edges');
  const page = names(objectOf(connection, 'pageInfo'), below(asked, connection, sets, 'pageInfo'));
  const asks = names(connection, sets);
  const records = [...below(asked, edge, edges, 'node'), ...below(asked, connection, sets, 'nodes')];
  return {
    source,
    field,
    node: nodes[0] as FieldNode,
    record:
      asks.has('edges') || asks.has('nodes') || asks.has('pageInfo')
        ? planRecord(asked, objectOf(edge, 'node'), records)
        : undefined,
    cursors: names(edge, edges).has('cursor') || page.has('startCursor') || page.has('endCursor'),
    more: page.has('hasNextPage') || page.has('hasPreviousPage'),
    count: asks.has('totalCount'),
  };
}

/** The plan of the list that is resolved. */
export const planListOf = (info: GraphQLResolveInfo, source: ListSource): ListPlan =>
  oncePerShape(info, 'list', () => {
    const field = info.parentType.getFields()[info.fieldName];
    if (!field) throw new Error(`${info.parentType.name} has no field ${info.fieldName}.`);
    return planList(info, source, field, info.fieldNodes);
  });

/** The plan of records of a type that stand below the field that is resolved, at the ends of some paths. */
export const planRecordOf = (
  info: GraphQLResolveInfo,
  typeName: string,
  paths: readonly Path[],
): RecordPlan =>
  oncePerShape(info, typeName, () => {
    const sets = paths.flatMap((path) => {
      let inner = setsOf(info.fieldNodes);
      let around = getNamedType(info.returnType);
      for (const step of path) {
        const object = around as GraphQLObjectType;
        inner = below(info, object, inner, step);
        around = getNamedType(object.getFields()[step]?.type ?? object);
      }
      return inner;
    });
    return planRecord(info, info.schema.getType(typeName) as GraphQLObjectType, sets);
  });
