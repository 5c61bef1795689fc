import { sql } from '../../database/sql.ts';
import { type Reader, visibleContacts } from '../model/visibility.ts';
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

/** No project, no strategy, nobody active; Landkreise are not among them. By name. */
export function listWhiteSpots({ database, viewer }: Reader): Promise<WhiteSpot[]> {
  return database.rows<WhiteSpot>(sql`
    SELECT t.ags, t.name, t.district, t.population, office.organisation AS office, NULL::text AS street,
      NULL::text AS postcode, NULL::text AS place, office.email, office.phone
    FROM municipality t LEFT JOIN LATERAL (SELECT c.organisation, c.email, c.phone FROM ${visibleContacts(viewer)} c
      WHERE c.municipality = t.ags ORDER BY c.slug LIMIT 1) office ON TRUE
    WHERE t.kind <> 'LANDKREIS' AND ${isWhiteSpot(null, viewer)} ORDER BY t.name_sort, t.ags`);
}
