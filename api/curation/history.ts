import type { Actor } from '../access/actor.ts';
import { authorise } from '../access/may.ts';
import type { EntityName } from '../catalogue/model/entity.ts';
import type { ChangeAction, Prisma } from '../database/generated/client.ts';
import type { Database } from '../database/open-database.ts';
import type { CatalogueRecord, Difference } from './change.ts';
import { portionsOf } from './portions.ts';
import { type Storage, storageOf } from './storage.ts';
import { insertRows } from './write-records.ts';

/** Writes what a revision did: each record before and after, and apart from that what tells of persons. */
export async function writeHistory(
  transaction: Prisma.TransactionClient,
  number: number,
  differences: readonly Difference[],
) {
  for (const some of portionsOf(differences)) {
    await insertRows(
      transaction,
      'revision_change',
      {
        number: 'integer',
        entity: 'text',
        key: 'text',
        action: 'change_action',
        before: 'jsonb',
        after: 'jsonb',
      },
      some.map(({ entity, key, action, before, after }) => {
        const storage = storageOf(entity);
        const [shownBefore, shownAfter] = [pick(storage, before, false), pick(storage, after, false)];
        return { number, entity, key, action, before: shownBefore, after: shownAfter };
      }),
    );
    const personal = some.flatMap(({ entity, key, before, after }) => {
      const storage = storageOf(entity);
      if (!storage.columns.some((column) => column.personal)) return [];
      return [
        { number, entity, key, before: pick(storage, before, true), after: pick(storage, after, true) },
      ];
    });
    if (personal.length > 0)
      await insertRows(
        transaction,
        'personal_change',
        { number: 'integer', entity: 'text', key: 'text', before: 'jsonb', after: 'jsonb' },
        personal,
      );
  }
}

const pick = ({ columns }: Storage, record: CatalogueRecord | null, personal: boolean) =>
  record &&
  Object.fromEntries(
    columns
      .filter((column) => (column.personal ?? false) === personal)
      .map(({ name }) => [name, record[name] ?? null]),
  );

/** What happened to one record, and who did it. */
export type HistoryEntry = {
  readonly number: number;
  readonly at: Date;
  readonly actor: string;
  readonly message: string;
  readonly action: ChangeAction;
  readonly before: CatalogueRecord | null;
  readonly after: CatalogueRecord | null;
};

/**
 * The history of one record, the oldest first; empty where there never was one.
 * @throws CallerError for whoever may not read it.
 */
export function readHistory(
  { prisma }: Pick<Database, 'prisma'>,
  actor: Actor,
  entity: EntityName,
  key: string,
) {
  authorise(actor, 'READ_HISTORY');
  return prisma.$queryRaw<HistoryEntry[]>`
    SELECT c.number, r.created_at AS at, r.actor, r.message, c.action::text AS action, c.before, c.after
    FROM whole_change c JOIN revision r USING (number)
    WHERE c.entity = ${entity} AND c.key = ${key} ORDER BY c.number`;
}
