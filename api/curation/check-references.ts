import { catalogue } from '../catalogue/entities/catalogue.ts';
import type { EntityName } from '../catalogue/model/entity.ts';
import { sqlFor, thePublic } from '../catalogue/model/visibility.ts';
import type { Prisma } from '../database/generated/client.ts';
import { identifier, sql } from '../database/sql.ts';
import type { Change, Difference, Value } from './change.ts';
import { portionsOf } from './portions.ts';
import type { Mistakes, Problem } from './problem.ts';
import { type StoredColumn, storageOf, storages } from './storage.ts';

type Transaction = Pick<Prisma.TransactionClient, '$queryRaw'>;

/** A change that does something, and what. */
export type Planned = { readonly change: Change; readonly difference: Difference };

/** The entity that a column leads to, if it leads anywhere. */
const targetOf = ({ references, pairs }: StoredColumn): EntityName | undefined => references ?? pairs?.of;

const keysIn = ({ pairs }: StoredColumn, value: Value | undefined): string[] =>
  [value ?? []].flat().map((one) => (pairs ? String(one).replace(/:.*/s, '') : String(one)));

/**
 * Every key leads somewhere once all changes are made: to a record that is there, or is added, and is not removed.
 * @param changes all of them: a key that is wrong in its own change is told there, not again at every reference.
 */
export async function checkReferences(
  transaction: Transaction,
  changes: readonly Change[],
  planned: readonly Planned[],
  mistakes: Mistakes<Problem>,
) {
  const given = groupKeys(changes.filter(({ remove }) => !remove));
  const removed = groupKeys(changes.filter(({ remove }) => remove));
  const wanted = new Map<EntityName, Set<string>>();
  for (const [target, key] of references(planned))
    if (!given.get(target)?.has(key)) addTo(wanted, target, key);
  const unknown = new Map<EntityName, Set<string>>();
  for (const [target, keys] of wanted) unknown.set(target, await unknownAmong(transaction, target, keys));

  for (const [target, key, { change }, column] of references(planned))
    if (removed.get(target)?.has(key) || unknown.get(target)?.has(key))
      mistakes.add(`reference ${change.entity} ${column}`, {
        kind: 'reference',
        change,
        column,
        value: key,
        references: target,
        message: `is not known: there is no such ${catalogue[target].singular}.`,
      });
  await checkReferred(transaction, removed, planned, mistakes);
}

/** Each key that a changed record leads to. */
function* references(planned: readonly Planned[]): Generator<[EntityName, string, Planned, string]> {
  for (const one of planned) {
    const { entity, after } = one.difference;
    if (!after) continue;
    for (const column of storageOf(entity).columns) {
      const target = targetOf(column);
      if (target) for (const key of keysIn(column, after[column.name])) yield [target, key, one, column.name];
    }
  }
}

async function unknownAmong(transaction: Transaction, target: EntityName, keys: ReadonlySet<string>) {
  const { table, key } = catalogue[target];
  const unknown = new Set(keys);
  for (const some of portionsOf([...keys])) {
    const rows = await transaction.$queryRaw<{ key: string }[]>`
      SELECT t.${identifier(key)} AS key FROM ${identifier(table.stored)} t WHERE t.${identifier(key)} = ANY(${some})`;
    for (const row of rows) unknown.delete(row.key);
  }
  return unknown;
}

/** Whoever refers to what is removed, and stays. */
async function checkReferred(
  transaction: Transaction,
  removed: ReadonlyMap<EntityName, ReadonlySet<string>>,
  planned: readonly Planned[],
  mistakes: Mistakes<Problem>,
) {
  if (removed.size === 0) return;
  const changed = new Map(
    planned.map(({ difference }) => [`${difference.entity} ${difference.key}`, difference]),
  );
  for (const { entity, columns } of storages)
    for (const column of columns) {
      const target = targetOf(column);
      const keys = [...((target && removed.get(target)) ?? [])];
      if (!target || keys.length === 0) continue;
      const value = sqlFor(column.sql, thePublic);
      const one = column.list ? sql`unnest(${value})` : sql`(VALUES (${value}))`;
      const rows = await transaction.$queryRaw<{ referring: string; key: string }[]>`
        SELECT t.${identifier(entity.key)} AS referring, split_part(v.key, ':', 1) AS key
        FROM ${identifier(entity.table.stored)} t CROSS JOIN LATERAL ${one} AS v (key) WHERE split_part(v.key, ':', 1) = ANY(${keys})
        ORDER BY 1`;
      // What these changes remove or let go of themselves has been looked at.
      const staying = rows.filter(({ referring }) => !changed.has(`${entity.name} ${referring}`));
      for (const key of new Set(staying.map((row) => row.key))) {
        const who = staying.filter((row) => row.key === key).map(({ referring }) => referring);
        const told = [...who.slice(0, 3), ...(who.length > 3 ? [`${who.length - 3} more`] : [])].join(', ');
        mistakes.add(`referred ${target}`, {
          kind: 'referred',
          change: { entity: target, key, remove: true },
          column: '',
          value: undefined,
          message: `is still named by ${entity.name} (${column.name}): ${told}; change or remove those first.`,
        });
      }
    }
}

function groupKeys(changes: readonly Change[]): Map<EntityName, Set<string>> {
  const groups = new Map<EntityName, Set<string>>();
  for (const { entity, key } of changes) addTo(groups, entity, key);
  return groups;
}

function addTo(groups: Map<EntityName, Set<string>>, entity: EntityName, key: string) {
  const group = groups.get(entity);
  if (group) group.add(key);
  else groups.set(entity, new Set([key]));
}
