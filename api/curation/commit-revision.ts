import { thePublic } from '../catalogue/model/visibility.ts';
import { selectList } from '../catalogue/query/page.ts';
import type { ChangeAction, Prisma } from '../database/generated/client.ts';
import type { Database } from '../database/open-database.ts';
import { announceRevision, type CurrentRevision } from '../database/revision.ts';
import { identifier } from '../database/sql.ts';
import { withoutTimeLimit } from '../database/statement-timeout.ts';
import { type CatalogueRecord, normalise, type Storage, storages } from './storage.ts';
import { writeChanges, writeRecords } from './write-records.ts';

/** Records to be in the catalogue, by entity; columns that are absent stay as they are. */
export type NewRecords = ReadonlyMap<string, readonly CatalogueRecord[]>;

export type Committed = {
  /** Null where nothing has changed. */
  readonly revision: number | null;
  readonly added: Readonly<Record<string, number>>;
  readonly changed: Readonly<Record<string, number>>;
};

/** Who changes the catalogue and why; with `dryRun` nothing is written and `onChange` told what would be. */
export type About = {
  readonly actor: string;
  readonly message: string;
  readonly dryRun?: boolean;
  readonly onChange?: (change: Change) => void;
};

export type Change = {
  readonly entity: string;
  readonly key: string;
  readonly action: ChangeAction;
  readonly before: CatalogueRecord | null;
  readonly after: CatalogueRecord;
};

/** A number of our own among PostgreSQL's advisory locks: whoever commits a revision. */
const commitLock = 0x52657669;
const longest = { timeout: 10 * 60_000, maxWait: 10 * 60_000 };

/**
 * Brings records into the catalogue: one transaction, and one revision with all that it changed. Where they
 * are already as given, nothing is written.
 */
export async function commitRevision(
  { prisma, revision }: Pick<Database, 'prisma' | 'revision'>,
  { actor, message, dryRun = false, onChange }: About,
  records: NewRecords,
): Promise<Committed> {
  let committed: CurrentRevision | undefined;
  const result = await prisma.$transaction(async (transaction) => {
    await withoutTimeLimit(transaction);
    // One after the other: revision numbers have no gaps and are in the order of the commits.
    await transaction.$executeRaw`SELECT pg_advisory_xact_lock(${commitLock}::bigint)`;
    const changes: Change[] = [];
    for (const storage of storages)
      changes.push(...(await findChanges(transaction, storage, records.get(storage.entity.name) ?? [])));
    for (const change of changes) onChange?.(change);
    const counts = { added: countOf(changes, 'ADDED'), changed: countOf(changes, 'CHANGED') };
    if (changes.length === 0 || dryRun) return { revision: null, ...counts };

    const [{ number }] = await transaction.$queryRaw<[{ number: number }]>`
      SELECT coalesce(max(number), 0)::integer + 1 AS number FROM revision`;
    const createdAt = new Date();
    await transaction.revision.create({ data: { number, createdAt, actor, message } });
    for (const storage of storages) {
      const after = changes
        .filter(({ entity }) => entity === storage.entity.name)
        .map((change) => change.after);
      await writeRecords(transaction, storage, parentsFirst(after), { number, createdAt });
    }
    await writeChanges(transaction, number, changes);
    committed = { number, createdAt };
    await transaction.$queryRaw(announceRevision(committed));
    return { revision: number, ...counts };
  }, longest);
  if (committed) revision.remember(committed);
  return result;
}

async function findChanges(
  transaction: Prisma.TransactionClient,
  storage: Storage,
  records: readonly CatalogueRecord[],
): Promise<Change[]> {
  if (records.length === 0) return [];
  const { entity, columns } = storage;
  const keys = records.map((record) => record[entity.key]);
  const existing = await transaction.$queryRaw<CatalogueRecord[]>`
    SELECT ${selectList(columns, thePublic)} FROM ${identifier(entity.table.stored)} t WHERE t.${identifier(entity.key)} = ANY(${keys})`;
  const byKey = new Map(existing.map((record) => [record[entity.key], normalise(storage, record)]));
  return records.flatMap((record): Change[] => {
    const key = String(record[entity.key]);
    const before = byKey.get(key) ?? null;
    const after = normalise(storage, { ...before, ...record });
    if (before && JSON.stringify(before) === JSON.stringify(after)) return [];
    return [{ entity: entity.name, key, action: before ? 'CHANGED' : 'ADDED', before, after }];
  });
}

/** A Landkreis before its municipalities, also where they are written in several portions. */
const parentsFirst = (records: readonly CatalogueRecord[]) =>
  [...records].sort((a, b) => Number(a.kind !== 'LANDKREIS') - Number(b.kind !== 'LANDKREIS'));

function countOf(changes: readonly Change[], action: ChangeAction): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const change of changes)
    if (change.action === action) counts[change.entity] = (counts[change.entity] ?? 0) + 1;
  return counts;
}
