import { identifier, type Sql, sql } from '../../database/sql.ts';
import type { EntityName, Relation } from './entity.ts';
import type { Viewer } from './visibility.ts';

/** Records whose own column holds the key. */
export const byColumn = (to: EntityName, column: string): Relation => ({
  to,
  where: (key) => sql`t.${identifier(column)} = ${key}`,
});

/**
 * Records whose key stands beside the other one in a table of pairs.
 * @param theirs the column of that table with their key, @param ours the one with that of the record they hang on.
 */
export const byPairs = (
  to: EntityName,
  pairs: string | ((viewer: Viewer) => Sql),
  theirs: string,
  ours: string,
): Relation => ({
  to,
  where: (key, viewer) => sql`t.${identifier(to === 'municipalities' ? 'ags' : 'slug')} IN (
    SELECT r.${identifier(theirs)} FROM ${typeof pairs === 'string' ? identifier(pairs) : pairs(viewer)} r
    WHERE r.${identifier(ours)} = ${key})`,
});
