import type { Prisma } from '../database/generated/client.ts';
import type { CatalogueRecord } from './change.ts';
import type { Planned } from './check-references.ts';
import { portionsOf } from './portions.ts';
import type { Mistakes, Problem } from './problem.ts';
import { readState } from './read-state.ts';
import { storageOf } from './storage.ts';

type Transaction = Pick<Prisma.TransactionClient, '$queryRaw'>;

const neighboursOf = (record: CatalogueRecord | null): readonly string[] =>
  Array.isArray(record?.neighbours) ? record.neighbours : [];

/** A border has two sides: whoever names a neighbour is named by it, once all changes are made. */
export async function checkNeighbours(
  transaction: Transaction,
  planned: readonly Planned[],
  mistakes: Mistakes<Problem>,
) {
  const changed = planned.filter(({ difference: { entity, before, after } }) => {
    if (entity !== 'municipalities' || !after) return false;
    return JSON.stringify(neighboursOf(before)) !== JSON.stringify(neighboursOf(after));
  });
  if (changed.length === 0) return;
  const pairs = await storedPairs(transaction, [
    ...new Set(changed.flatMap(({ difference: d }) => [...neighboursOf(d.before), ...neighboursOf(d.after)])),
  ]);
  for (const { difference } of planned) {
    if (difference.entity !== 'municipalities') continue;
    for (const other of neighboursOf(difference.before)) pairs.delete(`${difference.key} ${other}`);
    for (const other of neighboursOf(difference.after)) pairs.add(`${difference.key} ${other}`);
  }
  for (const { change, difference } of changed) {
    const { key } = difference;
    const complain = (value: string, message: string) =>
      mistakes.add('together municipalities neighbours', {
        kind: 'together',
        change,
        column: 'neighbours',
        value,
        message,
      });
    const now = neighboursOf(difference.after);
    for (const other of now)
      if (other === key) complain(other, 'is the municipality itself.');
      else if (!pairs.has(`${other} ${key}`))
        complain(other, `stands without its other direction; add the line ${other},${key}.`);
    for (const other of neighboursOf(difference.before))
      if (!now.includes(other) && pairs.has(`${other} ${key}`))
        complain(
          other,
          `is no neighbour any more, but names ${key}; take out the line ${other},${key} as well.`,
        );
  }
}

async function storedPairs(transaction: Transaction, keys: readonly string[]) {
  const pairs = new Set<string>();
  for (const some of portionsOf(keys)) {
    const rows = await transaction.$queryRaw<{ pair: string }[]>`
      SELECT ags || ' ' || neighbour AS pair FROM neighbour WHERE ags = ANY(${some})`;
    for (const { pair } of rows) pairs.add(pair);
  }
  return pairs;
}

/** Whoever bordered on a municipality that is removed does so no more. */
export async function letGoOfNeighbours(
  transaction: Transaction,
  planned: readonly Planned[],
): Promise<Planned[]> {
  const removed = planned.flatMap(({ difference: { entity, key, after } }) =>
    entity === 'municipalities' && after === null ? [key] : [],
  );
  if (removed.length === 0) return [...planned];
  const rows = await transaction.$queryRaw<{ ags: string }[]>`
    SELECT DISTINCT ags FROM neighbour WHERE neighbour = ANY(${removed}) AND ags <> ALL(${removed}) ORDER BY ags`;
  const others = rows
    .map(({ ags }) => ags)
    .filter(
      (ags) => !planned.some(({ difference: { entity, key } }) => entity === 'municipalities' && key === ags),
    );
  const states = await readState(transaction, storageOf('municipalities'), others);
  const implied = [...states].map(([key, before]): Planned => {
    const after = { ...before, neighbours: neighboursOf(before).filter((ags) => !removed.includes(ags)) };
    return {
      change: { entity: 'municipalities', key, set: { neighbours: after.neighbours } },
      difference: { entity: 'municipalities', key, action: 'CHANGED', before, after },
    };
  });
  return [...planned, ...implied];
}
