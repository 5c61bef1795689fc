import type { Column, Entity } from '../../catalogue/model/entity.ts';
import { isToldRemoval, type Reader, visible } from '../../catalogue/model/visibility.ts';
import { type Row, selectList } from '../../catalogue/query/page.ts';
import { identifier, type Sql, sql } from '../../database/sql.ts';

/** A place in the history, newest first: a revision, and a record within it. */
export type HistoryPlace = { readonly revision: number; readonly key: string };

type Told = HistoryPlace & {
  /** Of the revision: null where it is from before there were any. */
  readonly mark: string | null;
  readonly at: Date;
};

/** What a revision did to a record that is public now. */
export type RecordChange = Told & {
  readonly action: 'ADDED' | 'CHANGED';
  /** The record as it was and became; of the public columns only these may be told. */
  readonly before: Row | null;
  readonly after: Row;
  /** The record as it is now. */
  readonly record: Row;
};

/** A revision took a record out, and it is not back. */
export type Removal = Told & {
  readonly action: 'REMOVED';
  readonly before: Row | null;
};

/**
 * The newest changes of the records that match a filter now, so that who is no longer public has no history
 * either. Changes of nothing but internal columns are left out.
 * @param removals whether removed records are told; a filter matches none, as nothing of them is left to match.
 */
export async function recentChanges(
  { database, viewer }: Reader,
  entity: Entity,
  columns: readonly Column[],
  where: Sql,
  removals: boolean,
  limit: number,
  before: HistoryPlace | undefined,
): Promise<(RecordChange | Removal)[]> {
  const key = sql`t.${identifier(entity.key)}`;
  const older = before
    ? sql`(c.number < ${before.revision} OR (c.number = ${before.revision} AND c.key > ${before.key}))`
    : sql`TRUE`;
  const names = columns.map((column) => column.name);
  const rows = await database.rows<Row>(sql`
    SELECT c.number AS "_revision", r.mark::text AS "_mark", c.key AS "_key", c.action::text AS "_action", c.before AS "_before",
      c.after AS "_after", r.created_at AS "_at", ${selectList(columns, viewer)}
    FROM whole_change c JOIN revision r ON r.number = c.number
      LEFT JOIN ${visible(entity.table, viewer)} t ON ${key} = c.key
    WHERE c.entity = ${entity.name} AND ${older} AND (
      (${removals}::boolean AND ${key} IS NULL AND ${isToldRemoval(sql`c`)})
      OR (${key} IS NOT NULL AND c.action <> 'REMOVED' AND ${where} AND (c.action = 'ADDED' OR EXISTS (
        SELECT 1 FROM unnest(${names}::text[]) AS n WHERE c.before -> n IS DISTINCT FROM c.after -> n))))
    ORDER BY c.number DESC, c.key LIMIT ${limit}`);
  return rows.map(({ _revision, _mark, _key, _action, _before, _after, _at, ...record }) => ({
    revision: Number(_revision),
    mark: _mark as string | null,
    key: String(_key),
    action: _action as 'CHANGED',
    before: _before as Row | null,
    after: _after as Row,
    at: _at as Date,
    record,
  }));
}
