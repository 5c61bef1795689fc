import { isColumn, relationOf } from './models.ts';
import type { OrderBy, RecordPlan } from './plan-types.ts';

/** A selection as Prisma has it, of which a plan may stand for the inner part. */
export type Selection = {
  readonly select?: Readonly<Record<string, true | Selection>>;
  readonly orderBy?: OrderBy | readonly OrderBy[];
  readonly plan?: RecordPlan;
};

export const emptyPlan = (model: string): RecordPlan => ({
  model,
  columns: new Set(),
  related: [],
  slots: [],
});

/** Whatever a selection says beyond this would be left out of the answer without a word: a filter, a page. */
const understood = new Set(['select', 'orderBy', 'plan']);

/**
 * The plan of a selection.
 * @throws Error for anything in it that is not read.
 */
export function planOfSelection(model: string, selection: Selection): RecordPlan {
  const strange = Object.keys(selection).find((key) => !understood.has(key));
  if (strange) throw new Error(`A selection of ${model} has ${strange}, which is not read.`);
  if (selection.plan) return selection.plan;
  const plan = emptyPlan(model);
  for (const [field, selected] of Object.entries(selection.select ?? {})) {
    if (selected === true && isColumn(model, field)) plan.columns.add(field);
    else if (selected === true) throw new Error(`${model}.${field} is selected whole, which is not read.`);
    else {
      const relation = relationOf(model, field);
      const orderBy = [selected.orderBy ?? []].flat() as OrderBy[];
      plan.related.push({
        property: field,
        relation,
        orderBy,
        plan: planOfSelection(relation.model, selected),
      });
    }
  }
  return plan;
}
