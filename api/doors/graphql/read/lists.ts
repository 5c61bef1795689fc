import type { FieldNode, GraphQLResolveInfo } from 'graphql';
import { catalogue } from '../../../catalogue/entities/catalogue.ts';
import type { EntityName, Relation } from '../../../catalogue/model/entity.ts';
import type { Hub } from '../../../hub.ts';
import { builder } from '../base/builder.ts';
import type { Context } from '../base/context.ts';
import { connections } from '../schema/refs.ts';
import { checkLists, listsIn } from './check-lists.ts';
import { composeList } from './compose.ts';
import { listDecoder } from './decode.ts';
import { enumRef, listArgumentTypes } from './list-arguments.ts';
import { planListOf } from './plan.ts';
import type { ListPlan, ListSource } from './plan-types.ts';
import { oncePerShape } from './planned.ts';

/** The arguments of a list of `entity`. */
export function listArgs(entity: EntityName) {
  const { filter, order, defaultOrder } = listArgumentTypes[entity];
  return builder.args((t) => ({
    ...t.connectionArgs(),
    filter: t.field({ type: filter, description: 'Which records; without it all.' }),
    order: t.field({ type: order, defaultValue: defaultOrder, description: 'In which order.' }),
    direction: t.field({
      type: enumRef('OrderDirection', ['ASC', 'DESC'], 'Which way a list is ordered.'),
      description: 'Which way; without it the one that the order tells.',
    }),
  }));
}

/**
 * A list that hangs on no record, and all that is asked below it: one statement, whoever executes the query.
 * @param where further narrows it.
 */
export function readList(
  entity: EntityName,
  context: Context,
  info: GraphQLResolveInfo,
  where?: Relation['where'],
): Promise<never> {
  const [place] = info.fieldNodes as [FieldNode];
  const list = context.lists.get(place) ?? read(entity, context, info, where);
  context.lists.set(place, list);
  // Its type is that of the entity's connection, which Pothos derives from the field's own type.
  return list as Promise<never>;
}

async function read(
  entity: EntityName,
  { hub }: Context,
  info: GraphQLResolveInfo,
  where?: Relation['where'],
): Promise<unknown> {
  const list = planListOf(info, { entity: catalogue[entity], ...(where && { where }) });
  const make = () => composed(hub, list, info.variableValues);
  const { statement, decode } = await (isAlways(list, info) && !where
    ? oncePerShape(info, `statement for ${hub.viewer.is}`, make)
    : make());
  const [row] = await hub.database.rows<{ answer: unknown[] }>(statement);
  return decode(row?.answer ?? []);
}

async function composed(hub: Hub, list: ListPlan, variables: GraphQLResolveInfo['variableValues']) {
  const checked = await checkLists(hub, list, variables);
  const own = checked.get(list);
  if (own && 'error' in own) throw own.error;
  return {
    statement: composeList(hub.viewer, list, checked),
    decode: listDecoder(list, checked),
  };
}

/** Whether the statement of a list is always the same: a filter names records that there may be no more. */
const isAlways = (list: ListPlan, { operation }: GraphQLResolveInfo): boolean =>
  !operation.variableDefinitions?.length &&
  [...listsIn(list)].every(({ node }) => !node.arguments?.some(({ name }) => name.value === 'filter'));

/** The field of the list of all records of an entity. */
export const listOf = <Name extends EntityName>(entity: Name, description: string) =>
  ({
    type: connections[entity],
    nullable: false,
    description,
    args: listArgs(entity),
    extensions: { list: { entity: catalogue[entity] } satisfies ListSource },
    resolve: (_root: object, _args: object, context: Context, info: GraphQLResolveInfo) =>
      readList(entity, context, info),
  }) as const;

/** The field of a list that hangs on the records of the entity `of`: the relation of that name in the catalogue. */
export function relatedList<Name extends EntityName>(
  of: EntityName,
  relation: string,
  to: Name,
  description: string,
) {
  const related = catalogue[of].relations[relation];
  if (related?.to !== to) throw new Error(`The catalogue knows no relation ${relation} from ${of} to ${to}.`);
  const list: ListSource = { entity: catalogue[to], where: related.where };
  return {
    type: connections[to],
    nullable: false,
    description,
    args: listArgs(to),
    extensions: { list },
    // It stands in the record, by the statement that has read it.
    resolve: (): never => {
      throw new Error(`${of}.${relation} was not read with its record.`);
    },
  } as const;
}
