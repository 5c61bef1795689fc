import type { Actor } from '../access/actor.ts';
import { authorise } from '../access/may.ts';
import type { EntityName } from '../catalogue/model/entity.ts';
import type { Prisma } from '../database/generated/client.ts';
import type { Database } from '../database/open-database.ts';
import { identifier } from '../database/sql.ts';
import { CallerError } from '../errors.ts';
import type { Difference } from './change.ts';
import { commitRevision } from './commit-revision.ts';
import { writeHistory } from './history.ts';
import { readState } from './read-state.ts';
import { type Storage, storageOf, storages } from './storage.ts';
import { writeDifferences } from './write-records.ts';

export type Erased = {
  /** Null in a dry run. */
  readonly revision: number | null;
  /** Whether the contact was still in the catalogue, not in its history alone. */
  readonly wasThere: boolean;
  /** How many revisions told of it. */
  readonly revisions: number;
  /** The records that named it, and have no contact now. */
  readonly referring: readonly { readonly entity: EntityName; readonly key: string }[];
};

/**
 * Erases a contact as if it had never been: from the catalogue and its search, from the history and its tombstones, and
 * with the revision that this makes from caches and made files. The revision says that something was erased, not what.
 * @throws CallerError for whoever may not do it, and where nothing is known of such a contact.
 */
export async function eraseContact(
  database: Pick<Database, 'prisma' | 'revision'>,
  actor: Actor,
  key: string,
  { dryRun = false }: { readonly dryRun?: boolean } = {},
): Promise<Erased> {
  authorise(actor, 'ERASE');
  const about = { actor: actor.name, message: 'Personal data were erased.' };
  const erased = await commitRevision(database, about, async (transaction, begin): Promise<Erased> => {
    const wasThere = (await readState(transaction, storageOf('contacts'), [key])).size > 0;
    const [{ revisions }] = await transaction.$queryRaw<[{ revisions: number }]>`
      SELECT count(*)::integer AS revisions FROM revision_change WHERE entity = 'contacts' AND key = ${key}`;
    if (!wasThere && revisions === 0)
      throw new CallerError('NOT_FOUND', `contacts ${key}: there is no such contact, nor was there one.`);
    const lettingGo: Difference[] = [];
    for (const storage of storages) lettingGo.push(...(await letGo(transaction, storage, key)));
    const referring = lettingGo.map(({ entity, key: referringKey }) => ({ entity, key: referringKey }));
    if (dryRun) return { revision: null, wasThere, revisions, referring };

    const revision = await begin();
    await writeDifferences(transaction, lettingGo, revision);
    // That they changed is told, from what is not.
    const untold = lettingGo.map((one) => ({ ...one, before: one.after }));
    await writeHistory(transaction, revision.number, untold);
    await transaction.$executeRaw`DELETE FROM contact WHERE slug = ${key}`;
    await transaction.$executeRaw`DELETE FROM revision_change WHERE entity = 'contacts' AND key = ${key}`;
    await transaction.$executeRaw`
      UPDATE personal_change SET
        before = CASE WHEN before->>'contact' = ${key} THEN before || '{"contact": null}' ELSE before END,
        after = CASE WHEN after->>'contact' = ${key} THEN after || '{"contact": null}' ELSE after END
      WHERE before->>'contact' = ${key} OR after->>'contact' = ${key}`;
    return { revision: revision.number, wasThere, revisions, referring };
  });
  if (!dryRun) await forgetDeletedRows(database);
  return erased;
}

/** The records that name the contact, without it. */
async function letGo(
  transaction: Prisma.TransactionClient,
  storage: Storage,
  contact: string,
): Promise<Difference[]> {
  const { entity, columns } = storage;
  const column = columns.find(({ references }) => references === 'contacts');
  if (!column) return [];
  const rows = await transaction.$queryRaw<{ key: string }[]>`
    SELECT t.${identifier(entity.key)} AS key FROM ${identifier(entity.table.stored)} t WHERE t.${identifier(column.name)} = ${contact}`;
  const states = await readState(
    transaction,
    storage,
    rows.map(({ key }) => key),
  );
  return [...states].map(([key, before]) => ({
    entity: entity.name,
    key,
    action: 'CHANGED',
    before,
    after: { ...before, [column.name]: null },
  }));
}

/**
 * A deleted row stays in its table, and its values in what the planner knows of it, until the table is cleaned: a server
 * does that by itself some day, the built-in database never.
 */
async function forgetDeletedRows({ prisma }: Pick<Database, 'prisma'>) {
  for (const table of [
    'contact',
    'contact_field',
    'project',
    'strategy',
    'engagement',
    'revision_change',
    'personal_change',
    'search_entry',
    'search_word',
  ])
    await prisma.$executeRawUnsafe(`VACUUM (ANALYZE) ${table}`);
}
