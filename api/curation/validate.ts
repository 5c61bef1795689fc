import type { CatalogueRecord, Change, Value } from './change.ts';
import { checkTogether } from './check-together.ts';
import { checkValue } from './check-value.ts';
import type { Mistakes, Problem } from './problem.ts';
import { normalise, type Storage } from './storage.ts';

/**
 * Checks the values of a change by themselves.
 * @returns the change with its values as they are stored, without those that are wrong.
 */
export function checkValues(storage: Storage, change: Change, mistakes: Mistakes<Problem>): Change {
  // Its key need not be right: there is such a record, or there is none.
  if (change.remove) return change;
  const { entity, columns } = storage;
  const complain = complaints(change, mistakes);
  const set: Record<string, Value> = {};
  for (const [name, value] of Object.entries({ ...change.set, [entity.key]: change.key })) {
    const column = columns.find((one) => one.name === name);
    if (!column) {
      complain('column', name, value, `is no column of ${entity.name}; there are ${allNames(storage)}.`);
      continue;
    }
    const checked = checkValue(value, column, (wrong, message) =>
      complain('value', name, wrong as Value, message),
    );
    if (checked !== undefined) set[name] = checked;
  }
  if (change.set && entity.key in change.set && change.set[entity.key] !== change.key)
    complain('value', entity.key, change.set[entity.key], `is not ${change.key}; a key stays.`);
  return { ...change, set };
}

const allNames = ({ columns }: Storage) => columns.map(({ name }) => name).join(', ');

/**
 * The record as it will be, checked for what needs more than one value.
 * @param given the change as it came.
 * @param change the change without what is wrong with it.
 */
export function checkRecord(
  storage: Storage,
  given: Change,
  change: Change,
  before: CatalogueRecord | null,
  mistakes: Mistakes<Problem>,
): CatalogueRecord | null {
  const complain = complaints(given, mistakes);
  if (change.remove) {
    if (!before)
      complain('record', '', undefined, `is not there; there is no such ${storage.entity.singular}.`);
    return null;
  }
  const after = normalise(storage, { ...before, ...change.set });
  if (!before)
    for (const { name, required } of storage.columns)
      if (required && !(name in (given.set ?? {})) && name !== storage.entity.key)
        complain('missing', name, undefined, `is missing; a new ${storage.entity.singular} needs it.`);
  checkTogether(after, (column, value, message) => {
    if (dependsOn(column).some((name) => name in (given.set ?? {})))
      complain('together', column, value, message);
  });
  return after;
}

/** The columns of which a mistake of several values may come. */
const dependsOn = (column: string): readonly string[] =>
  ({ period_end: ['period_start', 'period_end'], lead: ['lead', 'municipalities'], kind: ['kind', 'ags'] })[
    column
  ] ?? [column];

const complaints =
  (change: Change, mistakes: Mistakes<Problem>) =>
  (kind: Problem['kind'], column: string, value: Value | undefined, message: string) =>
    mistakes.add(`${kind} ${change.entity} ${column}`, { kind, change, column, value, message });
