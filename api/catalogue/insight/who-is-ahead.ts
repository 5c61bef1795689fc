import { commaJoin, type Sql, sql } from '../../database/sql.ts';
import { hasReachableOffice, isReachable } from '../calls/reachable.ts';
import { districtOf } from '../model/places.ts';
import { type Reader, visibleContacts } from '../model/visibility.ts';
import { type Ahead, type Place, stages } from './peer-ranking.ts';

/** A municipality that is ahead, and who can be called about it. */
export type Candidate = Place &
  Ahead & {
    readonly name: string;
    /** Of the work, or of the municipality for the field. */
    readonly contact: string | null;
    /** AGS of its Landkreis, where that can be called. */
    readonly districtOffice: string | null;
    readonly about: string | null;
  };

/** What somebody asks about: conditions over `t`, a project or a strategy, and the fields that they are about. */
export type Work = {
  readonly projects: Sql;
  readonly strategies: Sql;
  readonly fields: readonly string[];
};

/** Work that is done or under way, in one of the fields, or in anything where none is given. */
export const aheadIn = (fields: readonly string[]): Work => {
  const inField = (table: Sql, column: Sql) =>
    fields.length === 0
      ? sql`TRUE`
      : sql`EXISTS (SELECT 1 FROM ${table} f WHERE f.${column} = t.slug AND f.field = ANY(${[...fields]}))`;
  return {
    projects: sql`t.status IN ('RUNNING', 'COMPLETED') AND ${inField(sql`project_field`, sql`project`)}`,
    strategies: sql`t.status IN ('ADOPTED', 'IN_IMPLEMENTATION') AND ${inField(sql`strategy_field`, sql`strategy`)}`,
    fields,
  };
};

/** Who asks. */
export type Asker = Place & { readonly neighbours: readonly string[] };

/** Where it is not known who asks: nobody is nearer than others. */
export const anybody: Asker = {
  ags: '',
  kind: '',
  population: null,
  latitude: null,
  longitude: null,
  district: '',
  neighbours: [],
};

export const readAskers = ({ database }: Reader, agses: readonly string[]) =>
  database.rows<Asker>(sql`
    SELECT ${placeColumns(sql`m`)}, ARRAY(SELECT n.neighbour FROM neighbour n WHERE n.ags = m.ags) AS neighbours
    FROM municipality m WHERE m.ags = ANY(${[...agses]})`);

const placeColumns = (m: Sql) =>
  sql`${m}.ags, ${m}.kind::text AS kind, ${m}.population, ${m}.latitude, ${m}.longitude, ${districtOf(m)} AS district`;

/** How far some work is, as a number. */
const place = sql`array_position(ARRAY[${commaJoin(Object.keys(stages).map((stage) => sql`${stage}`))}]::text[], stage)`;

/**
 * Who has a running or completed project, or a strategy that is adopted or being put into practice, and who can be
 * called about it: a contact of that work, one of the municipality for one of the fields, else its office.
 */
export function findAhead(
  { database, viewer }: Reader,
  { projects, strategies, fields }: Work,
): Promise<Candidate[]> {
  const contacts = sql`(SELECT c.* FROM ${visibleContacts(viewer)} c WHERE ${isReachable(sql`c`)})`;
  return database.rows<Candidate>(sql`
    WITH work AS (
      SELECT p.municipality AS ags, 'project' AS kind, t.slug, t.title_sort AS title, t.status::text AS stage, t.contact
      FROM participation p JOIN project t ON t.slug = p.project
      WHERE ${projects}
      UNION ALL
      SELECT o.municipality, 'strategy', t.slug, t.title_sort, t.status::text, t.contact
      FROM strategy_owner o JOIN strategy t ON t.slug = o.strategy
      WHERE ${strategies}
    ), ahead AS (
      SELECT ags,
        (array_agg(stage ORDER BY ${place}))[1] AS stage,
        (array_agg(slug ORDER BY ${place}, title, slug) FILTER (WHERE kind = 'project'))[1] AS about,
        coalesce(array_agg(slug ORDER BY title, slug) FILTER (WHERE kind = 'project'), '{}') AS projects,
        coalesce(array_agg(slug ORDER BY title, slug) FILTER (WHERE kind = 'strategy'), '{}') AS strategies
      FROM work GROUP BY ags
    ), reached AS (
      SELECT w.ags, c.slug, TRUE AS of_work, c.municipality = w.ags IS TRUE AS own
      FROM work w JOIN ${contacts} c ON c.slug = w.contact
      UNION ALL
      SELECT c.municipality, c.slug, FALSE, TRUE
      FROM contact_field f JOIN ${contacts} c ON c.slug = f.contact WHERE f.field = ANY(${[...fields]})
    ), best AS (
      SELECT DISTINCT ON (ags) ags, slug, of_work FROM reached ORDER BY ags, of_work DESC, own DESC, slug
    ), known AS (
      SELECT DISTINCT ON (ags, contact) ags, contact, slug FROM work
      WHERE kind = 'project' AND contact IS NOT NULL ORDER BY ags, contact, title, slug
    )
    SELECT ${placeColumns(sql`m`)}, m.name_sort AS name, ahead.stage, ahead.projects, ahead.strategies,
      best.slug AS contact, coalesce(known.slug, ahead.about) AS about,
      CASE WHEN best.of_work THEN 'WORK' WHEN best.slug IS NOT NULL THEN 'FIELD'
        WHEN ${hasReachableOffice(sql`m`)} THEN 'MUNICIPALITY' END AS "contactOf",
      CASE WHEN ${hasReachableOffice(sql`d`)} THEN d.ags END AS "districtOffice"
    FROM ahead JOIN municipality m ON m.ags = ahead.ags LEFT JOIN municipality d ON d.ags = m.district
    LEFT JOIN best ON best.ags = ahead.ags LEFT JOIN known ON known.ags = ahead.ags AND known.contact = best.slug`);
}
