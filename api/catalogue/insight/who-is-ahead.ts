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
const place = (status: Sql) =>
  sql`array_position(ARRAY[${commaJoin(Object.keys(stages).map((stage) => sql`${stage}`))}]::text[], ${status}::text)`;

/**
 * The rows of work: whose (`ags`), whether it is a project or a strategy, how far it is.
 * @param of only of these municipalities.
 */
function rowsOf({ projects, strategies }: Work, of?: readonly string[]): Sql {
  const only = (ags: Sql) => (of ? sql`${ags} = ANY(${[...of]})` : sql`TRUE`);
  return sql`(
    SELECT p.municipality AS ags, TRUE AS project, t.slug, t.title_sort AS title, ${place(sql`t.status`)} AS place, t.contact
    FROM participation p JOIN project t ON t.slug = p.project WHERE ${only(sql`p.municipality`)} AND ${projects}
    UNION ALL
    SELECT o.municipality, FALSE, t.slug, t.title_sort, ${place(sql`t.status`)}, t.contact
    FROM strategy_owner o JOIN strategy t ON t.slug = o.strategy WHERE ${only(sql`o.municipality`)} AND ${strategies})`;
}

/**
 * Who has a running or completed project, or a strategy that is adopted or being put into practice, and who can be
 * called about it: a contact of that work, one of the municipality for one of the fields, else its office.
 */
export function findAhead({ database, viewer }: Reader, work: Work): Promise<Candidate[]> {
  const contacts = sql`(SELECT c.* FROM ${visibleContacts(viewer)} c WHERE ${isReachable(sql`c`)})`;
  // The first of lists of texts: what they begin with counts most, and nothing has to be put in order for it.
  return database.rows<Candidate>(sql`
    WITH ahead AS (
      SELECT w.ags, min(w.place) AS place, (count(*) FILTER (WHERE w.project))::integer AS projects,
        (count(*) FILTER (WHERE NOT w.project))::integer AS strategies,
        (min(ARRAY[w.place::text, w.title, w.slug]) FILTER (WHERE w.project))[3] AS about,
        min(ARRAY[(c.municipality IS DISTINCT FROM w.ags)::integer::text, c.slug,
          (NOT w.project)::integer::text, w.title, w.slug]) FILTER (WHERE c.slug IS NOT NULL) AS called
      FROM ${rowsOf(work)} w LEFT JOIN ${contacts} c ON c.slug = w.contact GROUP BY w.ags
    ), field_contact AS (
      SELECT c.municipality AS ags, min(c.slug) AS slug
      FROM contact_field f JOIN ${contacts} c ON c.slug = f.contact WHERE f.field = ANY(${[...work.fields]}) GROUP BY 1
    )
    SELECT ${placeColumns(sql`m`)}, m.name_sort AS name, ahead.projects, ahead.strategies,
      (ARRAY[${commaJoin(Object.keys(stages).map((stage) => sql`${stage}`))}]::text[])[ahead.place] AS stage,
      coalesce(called[2], own.slug) AS contact, CASE WHEN called[3] = '0' THEN called[5] ELSE about END AS about,
      CASE WHEN called IS NOT NULL THEN 'WORK' WHEN own.slug IS NOT NULL THEN 'FIELD'
        WHEN ${hasReachableOffice(sql`m`)} THEN 'MUNICIPALITY' END AS "contactOf",
      CASE WHEN ${hasReachableOffice(sql`d`)} THEN d.ags END AS "districtOffice"
    FROM ahead JOIN municipality m ON m.ags = ahead.ags LEFT JOIN municipality d ON d.ags = m.district
    LEFT JOIN field_contact own ON own.ags = ahead.ags`);
}

/** Slugs of what a municipality has of some work, by title. */
export type Done = { readonly projects: readonly string[]; readonly strategies: readonly string[] };

/** What these municipalities have of it, by AGS. */
export async function listDone(
  { database }: Reader,
  work: Work,
  agses: readonly string[],
): Promise<ReadonlyMap<string, Done>> {
  const rows = await database.rows<Done & { ags: string }>(sql`
    SELECT w.ags, coalesce(array_agg(w.slug ORDER BY w.title, w.slug) FILTER (WHERE w.project), '{}') AS projects,
      coalesce(array_agg(w.slug ORDER BY w.title, w.slug) FILTER (WHERE NOT w.project), '{}') AS strategies
    FROM ${rowsOf(work, agses)} w GROUP BY w.ags`);
  return new Map(rows.map(({ ags, projects, strategies }) => [ags, { projects, strategies }]));
}
