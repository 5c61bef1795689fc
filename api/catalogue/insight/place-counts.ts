import { sql } from '../../database/sql.ts';
import type { Reader } from '../model/visibility.ts';

/** What a municipality has. */
export type PlaceCount = { readonly ags: string; readonly projects: number; readonly strategies: number };

/** How many projects and strategies each of some municipalities has. */
export function countAtPlaces({ database }: Reader, agses: readonly string[]): Promise<PlaceCount[]> {
  return database.rows<PlaceCount>(sql`
    SELECT t.ags, (SELECT count(*) FROM participation p WHERE p.municipality = t.ags)::integer AS projects,
      (SELECT count(*) FROM strategy_owner o WHERE o.municipality = t.ags)::integer AS strategies
    FROM municipality t WHERE t.ags = ANY(${[...agses]})`);
}
