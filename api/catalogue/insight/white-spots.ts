import { sql } from '../../database/sql.ts';
import type { Reader } from '../model/visibility.ts';
import { isWhiteSpot } from './coverage.ts';

/** A municipality of which nothing is entered yet, with its office as far as it is known. */
export type WhiteSpot = {
  readonly ags: string;
  readonly name: string;
  readonly district: string | null;
  readonly population: number | null;
  readonly office: string | null;
  readonly street: string | null;
  readonly postcode: string | null;
  readonly place: string | null;
  readonly email: string | null;
  readonly phone: string | null;
};

/**
 * No project, no strategy, nobody active; Landkreise are not among them. By name.
 * @param most the first of them; all where it is null.
 */
export function listWhiteSpots({ database, viewer }: Reader, most: number | null): Promise<WhiteSpot[]> {
  return database.rows<WhiteSpot>(sql`
    SELECT t.ags, t.name, t.district, t.population, t.office_organisation AS office, t.office_street AS street,
      t.office_postcode AS postcode, t.office_place AS place, t.office_email AS email, t.office_phone AS phone
    FROM municipality t WHERE t.kind <> 'LANDKREIS' AND ${isWhiteSpot(null, viewer)} ORDER BY t.name_sort, t.ags LIMIT ${most}`);
}
