import { type Sql, sql } from '../../database/sql.ts';
import { districtOf } from '../model/places.ts';
import { type Reader, visibleContacts } from '../model/visibility.ts';
import { type Ahead, type Place, type Reason, rankPeer } from './peer-ranking.ts';

/** Somebody to call: a municipality that is ahead, why just this one, and the contact. */
export type Peer = {
  readonly municipality: string;
  readonly score: number;
  readonly reasons: readonly Reason[];
  readonly contact: string;
  /** Its running and completed projects in the field, by title. */
  readonly projects: readonly string[];
  /** Its strategies in the field that are adopted or being put into practice, by title. */
  readonly strategies: readonly string[];
};

export type Peers = {
  /** The best first. */
  readonly peers: readonly Peer[];
  /** How many others are ahead as well, but nobody can be called there. */
  readonly withoutContact: number;
};

type Candidate = Place &
  Ahead & {
    readonly name: string;
    readonly contact: string | null;
  };

/**
 * For each of some municipalities: whom they can call about one of the fields, or about anything where none is
 * given. Two statements, however many ask.
 */
export async function findPeers(
  reader: Reader,
  fields: readonly string[],
  agses: readonly string[],
): Promise<ReadonlyMap<string, Peers>> {
  const [candidates, askers] = await Promise.all([
    findAhead(reader, [...fields]),
    reader.database.rows<Place & { neighbours: string[] }>(sql`
      SELECT ${placeColumns(sql`m`)}, ARRAY(SELECT n.neighbour FROM neighbour n WHERE n.ags = m.ags) AS neighbours
      FROM municipality m WHERE m.ags = ANY(${[...agses]})`),
  ]);
  return new Map(
    askers.map((here) => {
      const others = candidates.filter(({ ags }) => ags !== here.ags);
      const peers = others
        .filter((there): there is Candidate & { contact: string } => there.contact !== null)
        .map((there) => ({ there, ...rankPeer(here, there) }))
        .sort((a, b) => b.score - a.score || (a.there.name < b.there.name ? -1 : 1))
        .map(({ there: { ags: municipality, contact, projects, strategies }, score, reasons }) => ({
          municipality,
          score,
          reasons,
          contact,
          projects,
          strategies,
        }));
      return [here.ags, { peers, withoutContact: others.length - peers.length }];
    }),
  );
}

const placeColumns = (m: Sql) =>
  sql`${m}.ags, ${m}.kind::text AS kind, ${m}.population, ${m}.latitude, ${m}.longitude, ${districtOf(m)} AS district`;

/**
 * Who has a running or completed project, or a strategy that is adopted or being put into practice. Of the public
 * contacts of that work and of the municipality, the one of which most is true: it belongs to the work, to the
 * municipality, and deals with the field.
 */
function findAhead({ database, viewer }: Reader, fields: string[]): Promise<Candidate[]> {
  const inField = (table: Sql, column: Sql) =>
    fields.length === 0
      ? sql`TRUE`
      : sql`EXISTS (SELECT 1 FROM ${table} f WHERE f.${column} = t.slug AND f.field = ANY(${fields}))`;
  return database.rows<Candidate>(sql`
    WITH work AS (
      SELECT p.municipality AS ags, 'project' AS kind, t.slug, t.title_sort AS title, t.status::text AS stage, t.contact
      FROM participation p JOIN project t ON t.slug = p.project
      WHERE t.status IN ('RUNNING', 'COMPLETED') AND ${inField(sql`project_field`, sql`project`)}
      UNION ALL
      SELECT o.municipality, 'strategy', t.slug, t.title_sort, t.status::text, t.contact
      FROM strategy_owner o JOIN strategy t ON t.slug = o.strategy
      WHERE t.status IN ('ADOPTED', 'IN_IMPLEMENTATION') AND ${inField(sql`strategy_field`, sql`strategy`)}
    ), ahead AS (
      SELECT ags,
        (array_agg(stage ORDER BY array_position(ARRAY['COMPLETED', 'IN_IMPLEMENTATION', 'RUNNING', 'ADOPTED'], stage)))[1] AS stage,
        coalesce(array_agg(slug ORDER BY title, slug) FILTER (WHERE kind = 'project'), '{}') AS projects,
        coalesce(array_agg(slug ORDER BY title, slug) FILTER (WHERE kind = 'strategy'), '{}') AS strategies,
        array_agg(DISTINCT contact) AS contacts
      FROM work GROUP BY ags
    )
    SELECT ${placeColumns(sql`m`)}, m.name_sort AS name, ahead.stage, ahead.projects, ahead.strategies,
      best.slug AS contact, CASE WHEN best.of_work THEN 'WORK' ELSE 'MUNICIPALITY' END AS "contactOf"
    FROM ahead JOIN municipality m ON m.ags = ahead.ags
    LEFT JOIN LATERAL (
      SELECT c.slug, c.slug = ANY(ahead.contacts) IS TRUE AS of_work FROM ${visibleContacts(viewer)} c
      WHERE c.slug = ANY(ahead.contacts) OR c.municipality = m.ags
      ORDER BY (c.slug = ANY(ahead.contacts) IS TRUE)::integer + (c.municipality = m.ags IS TRUE)::integer
        + EXISTS (SELECT 1 FROM contact_field f WHERE f.contact = c.slug AND f.field = ANY(${fields}))::integer DESC, c.slug
      LIMIT 1
    ) best ON TRUE`);
}
