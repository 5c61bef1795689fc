import type { Prisma } from '../database/generated/client.ts';
import { CallerError, quote } from '../errors.ts';
import type { CatalogueRecord, Change, Value } from './change.ts';
import { normalise, type Storage } from './storage.ts';

/** Two callers changed one field, both from the same state. */
export type Conflict = {
  readonly change: Change;
  /** Empty where one of them removed the record. */
  readonly column: string;
  /** As both knew it. */
  readonly base: Value | CatalogueRecord;
  /** As it is now. */
  readonly theirs: Value | CatalogueRecord;
  /** As the later caller wants it. */
  readonly mine: Value | CatalogueRecord;
};

/** Others were faster; nothing has been written. */
export class ConflictError extends CallerError {
  readonly conflicts: readonly Conflict[];
  constructor(conflicts: readonly Conflict[]) {
    super('CONFLICT', conflicts.map(describe).join('\n'));
    this.conflicts = conflicts;
  }
}

const describe = ({ change: { entity, key }, column, base, theirs, mine }: Conflict) =>
  column
    ? `${entity} ${key} ${column}: was ${quote(base)}, has become ${quote(theirs)} meanwhile, and is to be ${quote(mine)}.`
    : `${entity} ${key}: ${theirs === null ? 'has been removed' : 'has been changed'} meanwhile.`;

/** The records as they were after a revision, of those that have been changed since; null: not there then. */
export async function readBases(
  transaction: Prisma.TransactionClient,
  storage: Storage,
  keys: readonly string[],
  basedOn: number,
): Promise<Map<string, CatalogueRecord | null>> {
  const rows = await transaction.$queryRaw<{ key: string; before: CatalogueRecord | null }[]>`
    SELECT DISTINCT ON (key) key, before FROM whole_change
    WHERE entity = ${storage.entity.name} AND key = ANY(${keys}) AND number > ${basedOn}::integer
    ORDER BY key, number`;
  return new Map(rows.map(({ key, before }) => [key, before && normalise(storage, before)]));
}

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/**
 * Merges a change into a record that somebody else has changed since, by field: what the caller has left as it was
 * stays as it has become.
 * @param given the change as it came, for conflicts.
 * @param change the change with its values as they are stored.
 * @param base the record as the caller knew it.
 * @returns the change without those fields; undefined where there is nothing that both could speak of.
 */
export function mergeByField(
  storage: Storage,
  given: Change,
  change: Change,
  base: CatalogueRecord | null,
  theirs: CatalogueRecord | null,
  conflicts: Conflict[],
): Change | undefined {
  if (change.remove || base === null || theirs === null) {
    const [isSame, mine] = [same(base, theirs), change.set ?? null];
    if (isSame || (change.remove && theirs === null)) return change;
    conflicts.push({ change: given, column: '', base, theirs, mine });
    return undefined;
  }
  const wanted = normalise(storage, { ...base, ...change.set });
  const set = Object.entries(change.set ?? {}).filter(([column]) => {
    const mine = wanted[column] ?? null;
    const [was, is] = [base[column] ?? null, theirs[column] ?? null];
    if (same(mine, was)) return false;
    if (!same(was, is) && !same(mine, is))
      conflicts.push({ change: given, column, base: was, theirs: is, mine });
    return true;
  });
  return { ...change, set: Object.fromEntries(set) };
}
