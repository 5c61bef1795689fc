import type { Database } from '../../api/database/open-database.ts';

/** Puts into the history that a record was removed, as its last change: on 3 May 2026. */
export async function remove({ prisma }: Database, entity: string, key: string, before: object | null) {
  const number = (await prisma.revision.aggregate({ _max: { number: true } }))._max.number! + 1;
  await prisma.revision.create({
    data: { number, createdAt: new Date('2026-05-03T10:00:00Z'), actor: 'test', message: 'Removed' },
  });
  await prisma.revisionChange.create({
    data: { number, entity, key, action: 'REMOVED', ...(before && { before }) },
  });
}
