import { type Sql, sql } from '../../database/sql.ts';
import type { Through } from './entity.ts';

/**
 * Rows that a table of pairs leads to.
 * @param pairs that table, with its columns for the key of the record (`ours`) and for that of the row (`theirs`).
 * @param other the table of those rows, with its key and its alias.
 * @param key the key of the record.
 */
export function throughPairs(
  pairs: { readonly table: Sql; readonly ours: Sql; readonly theirs: Sql },
  other: { readonly table: Sql; readonly key: Sql; readonly row: Sql },
  key: 'slug' | 'ags',
): Through {
  const joined = sql`${other.table} ON ${other.key} = ${pairs.theirs}`;
  return {
    from: sql`${pairs.table} JOIN ${joined}`,
    on: (t) => sql`${pairs.ours} = ${t}.${key === 'ags' ? sql`ags` : sql`slug`}`,
    row: other.row,
    pairs: { from: pairs.table, key: pairs.ours, other: pairs.theirs, joined },
  };
}
