import type { ChangeAction } from '../../database/generated/enums.ts';
import { allOf, raw, type Sql, sql } from '../../database/sql.ts';
import type { EntityName } from '../model/entity.ts';
import { revisionBefore } from '../model/revision-before.ts';
import {
  contactsExpiredSince,
  type Reader,
  type Viewer,
  visibleContacts,
  wasPublicContact,
} from '../model/visibility.ts';
import type { PageRequest, PlaceInOrder } from '../query/page.ts';

/** What happened to a public record, and the latest revision that changed it. */
export type PublicChange = { number: number; entity: EntityName; key: string; action: ChangeAction };

export type ChangesPage = {
  readonly changes: readonly PublicChange[];
  readonly more: boolean;
  readonly total: number;
};

/** A change's place in the list: its revision, then `entity/key`. */
export const placeOf = ({ number, entity, key }: PublicChange): PlaceInOrder => ({
  value: number,
  key: `${entity}/${key}`,
});

/** The last revision before a moment; 0 where there is none. */
export async function readRevisionBefore({ database }: Reader, moment: string): Promise<number> {
  const [row] = await database.rows<{ number: number }>(sql`SELECT ${revisionBefore(moment)} AS number`);
  return row?.number ?? 0;
}

/**
 * What a reader of revision `since` has to do to have the catalogue as it is now: each record once, with the sum of
 * what happened to it. A contact that was public and is no longer counts as removed, whatever happened to it; one
 * that never was public does not appear.
 * @param moment when the reader had it; without it, when `since` was committed.
 */
export async function findChanges(
  { database, viewer }: Reader,
  since: number,
  { limit, after, before, fromEnd = false }: Omit<PageRequest, 'where' | 'order'>,
  moment?: string,
): Promise<ChangesPage> {
  const beside = (sign: string, { value, key }: PlaceInOrder) =>
    sql`(number, entity || '/' || key) ${raw(sign)} (${Number(value)}::integer, ${key}::text COLLATE "C")`;
  const where = allOf([...(after ? [beside('>', after)] : []), ...(before ? [beside('<', before)] : [])]);
  const way = raw(fromEnd ? 'DESC' : 'ASC');
  const found = publicChanges(viewer, since, moment);
  const changes = await database.rows<PublicChange>(sql`
    WITH ${found} SELECT number, entity, key, action FROM change WHERE ${where}
    ORDER BY number ${way}, entity || '/' || key ${way} LIMIT ${limit + 1}`);
  const counted = await database.rows<{ total: number }>(
    sql`WITH ${found} SELECT count(*)::integer AS total FROM change`,
  );
  const shown = changes.slice(0, limit);
  if (fromEnd) shown.reverse();
  return { changes: shown, more: changes.length > limit, total: counted[0]?.total ?? 0 };
}

/** How many records of an entity something happened to. */
export type ChangeCount = {
  readonly entity: EntityName;
  readonly action: ChangeAction;
  readonly count: number;
};

/** As findChanges since a moment, counted. */
export async function countChanges(reader: Reader, moment: string): Promise<ChangeCount[]> {
  const since = await readRevisionBefore(reader, moment);
  return reader.database.rows<ChangeCount>(sql`
    WITH ${publicChanges(reader.viewer, since, moment)}
    SELECT entity, action, count(*)::integer AS count FROM change GROUP BY entity, action ORDER BY entity, action`);
}

const wasPublic = (
  key: Sql,
): Sql => sql`EXISTS (SELECT 1 FROM whole_change p JOIN revision r ON r.number = p.number
  WHERE p.entity = 'contacts' AND p.key = ${key}
    AND (${wasPublicContact(sql`p.before`, sql`r.created_at`)} OR ${wasPublicContact(sql`p.after`, sql`r.created_at`)}))`;

const publicChanges = (viewer: Viewer, since: number, moment: string | undefined): Sql => sql`happened AS (
    SELECT entity, key, max(number) AS number, (array_agg(action::text ORDER BY number))[1] AS first,
      (array_agg(action::text ORDER BY number DESC))[1] AS last
    FROM revision_change WHERE number > ${since} GROUP BY entity, key
    UNION ALL
    SELECT 'contacts', c.slug, c.changed_revision, 'REMOVED', 'REMOVED' 
    FROM ${contactsExpiredSince(moment ? sql`${moment}::timestamptz` : sql`(SELECT s.created_at FROM revision s WHERE s.number = ${since})`)} c
    WHERE c.changed_revision <= ${since}
  ), change AS (
    SELECT h.number, h.entity, h.key, CASE
      WHEN h.last = 'REMOVED' OR (h.entity = 'contacts' AND c.slug IS NULL) THEN 'REMOVED'
      WHEN h.first = 'ADDED' THEN 'ADDED' ELSE 'CHANGED' END AS action
    FROM happened h
    LEFT JOIN ${visibleContacts(viewer)} c ON h.entity = 'contacts' AND c.slug = h.key
    WHERE h.entity <> 'contacts' OR c.slug IS NOT NULL OR ${wasPublic(sql`h.key`)}
  )`;
