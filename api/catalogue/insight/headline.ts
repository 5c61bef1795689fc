import { known } from '../../../map-widget/model/known.ts';
import { sql } from '../../database/sql.ts';
import type { Reader } from '../model/visibility.ts';
import { isWhiteSpot } from './coverage.ts';

/** The figures that everything else on the situation is measured by. */
export type Headline = {
  readonly projects: number;
  readonly running: number;
  readonly begun: number;
  readonly confirmed: number;
  /** Ideas and plans. */
  readonly plans: number;
  /** From a recent source. */
  readonly sourcedRecently: number;
  readonly strategies: number;
  /** Without the Landkreise. */
  readonly municipalities: number;
  readonly withProject: number;
  readonly whiteSpots: number;
};

/**
 * @param since a day: what was confirmed on it or after it.
 * @param sourcedSince a year: whose source is of it or later.
 */
export async function countHeadline(
  { database, viewer }: Reader,
  since: string,
  sourcedSince: string,
): Promise<Headline> {
  const [row] = await database.rows<Headline>(sql`
    SELECT p.*, (SELECT count(*) FROM strategy)::integer AS strategies, m.*
    FROM (SELECT count(*)::integer AS projects, (count(*) FILTER (WHERE status = 'RUNNING'))::integer AS running,
        count(period_start)::integer AS begun, (count(*) FILTER (WHERE confirmed_at >= ${since}))::integer AS confirmed,
        (count(*) FILTER (WHERE status IN ('IDEA', 'PLANNED')))::integer AS plans,
        (count(*) FILTER (WHERE source_date >= ${sourcedSince}))::integer AS "sourcedRecently"
      FROM project) p,
      (SELECT count(*)::integer AS municipalities,
        (count(*) FILTER (WHERE EXISTS (SELECT 1 FROM participation a WHERE a.municipality = t.ags)))::integer AS "withProject",
        (count(*) FILTER (WHERE ${isWhiteSpot(null, viewer)}))::integer AS "whiteSpots"
      FROM municipality t WHERE t.kind <> 'LANDKREIS') m`);
  // One row always comes: it counts.
  return known(row, 'row of counts');
}
