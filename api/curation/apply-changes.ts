import type { Actor } from '../access/actor.ts';
import { authorise } from '../access/may.ts';
import type { EntityName } from '../catalogue/model/entity.ts';
import type { ChangeAction, Prisma } from '../database/generated/client.ts';
import type { Database } from '../database/open-database.ts';
import type { CatalogueRecord, Change, Difference } from './change.ts';
import { checkReferences, type Planned } from './check-references.ts';
import { wrongCharacter } from './clean-text.ts';
import { commitRevision } from './commit-revision.ts';
import { type Conflict, ConflictError, mergeByField, readBases } from './conflict.ts';
import { writeHistory } from './history.ts';
import { checkNeighbours, letGoOfNeighbours } from './neighbours.ts';
import { portionsOf } from './portions.ts';
import { InvalidChanges, Mistakes, type Problem } from './problem.ts';
import { readState } from './read-state.ts';
import { type Storage, storages } from './storage.ts';
import { checkRecord, checkValues } from './validate.ts';
import { writeDifferences } from './write-records.ts';

export type About = {
  /** What it is for; the history has it. */
  readonly message: string;
  /**
   * The revision that the caller knew when it made the changes. What others have changed since is merged by field.
   * Without it, what the caller says is so.
   */
  readonly basedOn?: number;
  /** Nothing is written. */
  readonly dryRun?: boolean;
  /** Told of each difference, before anything is written. */
  readonly onDifference?: (difference: Difference) => void;
};

export type Applied = {
  /** Null where nothing has changed, or nothing was to be written. */
  readonly revision: number | null;
  readonly added: Counts;
  readonly changed: Counts;
  readonly removed: Counts;
};

type Counts = Readonly<Record<string, number>>;

/**
 * The one door for change: whatever changes the catalogue goes through here. All changes are made, in one transaction
 * and as one revision, or none is. Where the catalogue is already as it is wanted, nothing is written.
 * @throws CallerError for whoever may not do it; InvalidChanges; ConflictError.
 */
export async function applyChanges(
  database: Pick<Database, 'prisma' | 'revision'>,
  actor: Actor,
  changes: readonly Change[],
  { message, basedOn, dryRun = false, onDifference }: About,
): Promise<Applied> {
  if (changes.some(({ remove }) => remove)) authorise(actor, 'REMOVE');
  if (changes.some(({ remove }) => !remove)) authorise(actor, 'CHANGE');
  // It takes the lock.
  return commitRevision(database, { actor: actor.name, message }, async (transaction, begin) => {
    const mistakes = new Mistakes<Problem>();
    const conflicts: Conflict[] = [];
    checkShape(changes, mistakes);
    let planned: Planned[] = [];
    for (const storage of storages) {
      const own = changes.filter(({ entity }) => entity === storage.entity.name);
      for (const some of portionsOf(own))
        planned.push(...(await plan(transaction, storage, some, basedOn, mistakes, conflicts)));
    }
    planned = await letGoOfNeighbours(transaction, planned);
    await checkReferences(transaction, changes, planned, mistakes);
    await checkNeighbours(transaction, planned, mistakes);
    if (mistakes.count > 0) throw new InvalidChanges(mistakes);
    if (conflicts.length > 0) throw new ConflictError(conflicts);

    const differences = planned.map(({ difference }) => difference);
    if (onDifference) for (const difference of differences) onDifference(difference);
    const counts = {
      added: countOf(differences, 'ADDED'),
      changed: countOf(differences, 'CHANGED'),
      removed: countOf(differences, 'REMOVED'),
    };
    if (differences.length === 0 || dryRun) return { revision: null, ...counts };
    const revision = await begin();
    await writeDifferences(transaction, differences, revision);
    await writeHistory(transaction, revision.number, differences);
    return { revision: revision.number, ...counts };
  });
}

const known = new Set<string>(storages.map(({ entity }) => entity.name));

/** What is wrong with the changes before the catalogue is looked at. */
function checkShape(changes: readonly Change[], mistakes: Mistakes<Problem>) {
  const seen = new Set<string>();
  for (const change of changes) {
    const { entity, key } = change;
    const complain = (kind: Problem['kind'], value: string, message: string) =>
      mistakes.add(`${kind} ${entity}`, { kind, change, column: '', value, message });
    if (!known.has(entity))
      complain('record', entity, `is no kind of record; there are ${[...known].join(', ')}.`);
    else if (seen.has(`${entity} ${key}`)) complain('twice', key, 'is to be changed twice; once is right.');
    seen.add(`${entity} ${key}`);
  }
}

/** Read the state before → validate → conflict → difference, for records of one kind. */
async function plan(
  transaction: Prisma.TransactionClient,
  storage: Storage,
  changes: readonly Change[],
  basedOn: number | undefined,
  mistakes: Mistakes<Problem>,
  conflicts: Conflict[],
): Promise<Planned[]> {
  const keys = changes.map(({ key }) => key).filter((key) => !wrongCharacter(key));
  const before = await readState(transaction, storage, keys);
  const bases = basedOn === undefined ? undefined : await readBases(transaction, storage, keys, basedOn);
  return changes.flatMap((change): Planned[] => {
    const { entity, key } = change;
    const was = before.get(key) ?? null;
    const checked = checkValues(storage, change, mistakes);
    const base = bases?.get(key);
    const merged =
      base === undefined ? checked : mergeByField(storage, change, checked, base, was, conflicts);
    if (!merged) return [];
    const after = checkRecord(storage, change, merged, was, mistakes);
    if (isSame(was, after)) return [];
    const action = was === null ? 'ADDED' : after === null ? 'REMOVED' : 'CHANGED';
    return [{ change, difference: { entity, key, action, before: was, after } }];
  });
}

const isSame = (before: CatalogueRecord | null, after: CatalogueRecord | null) =>
  JSON.stringify(before) === JSON.stringify(after);

function countOf(differences: readonly Difference[], action: ChangeAction): Counts {
  const counts: Partial<Record<EntityName, number>> = {};
  for (const { entity, action: done } of differences)
    if (done === action) counts[entity] = (counts[entity] ?? 0) + 1;
  return counts;
}
