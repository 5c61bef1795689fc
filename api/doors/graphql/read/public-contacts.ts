import { visibleContacts } from '../../../catalogue/model/visibility.ts';
import type { Contact as ContactRecord } from '../../../database/generated/client.ts';
import { sql } from '../../../database/sql.ts';
import type { Context } from '../base/context.ts';
import { recordColumns } from './models.ts';

/** The only way to a contact: those that are not public come back as null. */
export async function loadPublicContacts(
  slugs: string[],
  { hub }: Context,
): Promise<(ContactRecord | null)[]> {
  const records = await hub.database.rows<ContactRecord>(sql`
    SELECT ${recordColumns('Contact')} FROM ${visibleContacts(hub.viewer)} t WHERE t.slug = ANY(${slugs})`);
  const bySlug = new Map(records.map((record) => [record.slug, record]));
  return slugs.map((slug) => bySlug.get(slug) ?? null);
}
