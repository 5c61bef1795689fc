import { type GraphQLResolveInfo, getArgumentValues } from 'graphql';
import { checkFilter, conditionOf } from '../../../catalogue/query/read-filter.ts';
import { sql } from '../../../database/sql.ts';
import type { Hub } from '../../../hub.ts';
import { type PagingArguments, readPaging } from '../base/paging.ts';
import type { Checked, CheckedLists, ListPlan, RecordPlan } from './plan-types.ts';

/** All lists within a plan. */
export function* listsIn(plan: RecordPlan | ListPlan): Generator<ListPlan> {
  if ('source' in plan) {
    yield plan;
    if (plan.record) yield* listsIn(plan.record);
    return;
  }
  for (const { plan: inner } of plan.related) yield* listsIn(inner);
  for (const { part } of plan.slots) yield* listsIn(part);
}

type ListArguments = PagingArguments & { filter?: object | null | undefined };

async function checkList(hub: Hub, { source: { entity } }: ListPlan, args: ListArguments): Promise<Checked> {
  const paging = readPaging(entity, args);
  if (!args.filter) return { paging, where: sql`TRUE`, text: false };
  const checked = await checkFilter(hub, entity, { ...args.filter }, 'filter.');
  return { paging, where: conditionOf(hub.viewer, entity, checked), text: checked.has('text') };
}

/**
 * The checked arguments of all lists within a plan. What is wrong with some is told where that list is resolved: where
 * no record is that would have it, it does not matter.
 */
export async function checkLists(
  hub: Hub,
  plan: RecordPlan | ListPlan,
  variables: GraphQLResolveInfo['variableValues'],
): Promise<CheckedLists> {
  const checked = new Map<ListPlan, Checked>();
  for (const list of listsIn(plan)) {
    try {
      checked.set(list, await checkList(hub, list, getArgumentValues(list.field, list.node, variables)));
    } catch (error) {
      checked.set(list, { error });
    }
  }
  return checked;
}
