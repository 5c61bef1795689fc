import { operator } from '../../api/access/actor.ts';
import type { EntityName } from '../../api/catalogue/model/entity.ts';
import { applyChanges } from '../../api/curation/apply-changes.ts';
import { storageOf } from '../../api/curation/storage.ts';
import type { Database } from '../../api/database/open-database.ts';

type Records = Readonly<Partial<Record<EntityName, readonly object[]>>>;

/** Sets columns of records, each with its key among them, as one revision by the operator. */
export function changeRecords(database: Pick<Database, 'prisma' | 'revision'>, records: Records) {
  const changes = (Object.entries(records) as [EntityName, readonly object[]][]).flatMap(([entity, some]) => {
    const { key } = storageOf(entity).entity;
    return some.map((record) => {
      const { [key]: own, ...set } = record as Record<string, never>;
      return { entity, key: String(own), set };
    });
  });
  return applyChanges(database, operator('test'), changes, { message: 'Test' });
}
