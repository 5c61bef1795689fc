import { setImmediate } from 'node:timers/promises';
import pLimit from 'p-limit';
import { commaJoin, type Sql, sql } from '../../database/sql.ts';
import { districtOf } from '../model/places.ts';
import { hasReachableOffice, isReachable } from '../model/reachable.ts';
import { type Reader, visibleContacts } from '../model/visibility.ts';
import { type Ahead, type Place, type Reason, rankPeer, stages } from './peer-ranking.ts';
import type { Way } from './whom-to-call.ts';

/** A municipality that is ahead, why just this one, and the way to it. */
export type Peer = {
  readonly municipality: string;
  readonly score: number;
  readonly reasons: readonly Reason[];
  /** Slug of the contact; null where an office is the way. */
  readonly contact: string | null;
  /** The contact, its town hall, or the Landkreis; null where nobody can be called. */
  readonly way: Way | null;
  /** AGS of others that are ahead, and whose way ends at the same contact or office. */
  readonly also: readonly string[];
  /** Slug of the project that it is about: that of the contact, else the furthest; null where it has strategies only. */
  readonly about: string | null;
  /** Its running and completed projects in the field, by title. */
  readonly projects: readonly string[];
  /** Its strategies in the field that are adopted or being put into practice, by title. */
  readonly strategies: readonly string[];
};

export type Peers = {
  /**
   * Ranks them: those that can be called themselves first, then those through the Landkreis, then the others; each
   * the best first. Whoever asks for their number alone need not.
   */
  readonly ranked: () => Promise<readonly Peer[]>;
  /** How many of them can be called, at least through the Landkreis. */
  readonly reachable: number;
  /** How many municipalities are ahead whose contacts and office have neither telephone nor e-mail. */
  readonly withoutContact: number;
};

type Candidate = Place &
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
const aheadIn = (fields: readonly string[]): Work => {
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

/** One is ranked at a time, whoever asks, and whoever waits for something else has a turn between two. */
const inTurn = pLimit(1);

/**
 * For each of some municipalities: whom they can call about one of the fields, or about anything where none is
 * given. Two statements, however many ask.
 * @param first so many are told of each.
 * @param signal of a caller that may go away: nobody is ranked then any more, and its reason is thrown.
 */
export async function findPeers(
  reader: Reader,
  fields: readonly string[],
  agses: readonly string[],
  first: number,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, Peers>> {
  const [candidates, askers] = await Promise.all([
    findAhead(reader, aheadIn(fields)),
    readAskers(reader, agses),
  ]);
  const count = counter(candidates);
  return new Map(
    askers.map((here) => {
      let ranking: Promise<readonly Peer[]> | undefined;
      const rank = () =>
        inTurn(async () => {
          await setImmediate();
          signal?.throwIfAborted();
          // The others would fill the memory where many ask.
          return rankAll(here, candidates).slice(0, first);
        });
      return [here.ags, { ...count(here.ags), ranked: () => (ranking ??= rank()) }];
    }),
  );
}

/** Whom somebody can call about some work; nobody is nearer than others where it is not known who asks. */
export async function findPeersFor(reader: Reader, work: Work, ags: string | null): Promise<readonly Peer[]> {
  const [candidates, [here]] = await Promise.all([
    findAhead(reader, work),
    readAskers(reader, ags === null ? [] : [ags]),
  ]);
  return rankAll(here ?? anybody, candidates);
}

type Asker = Place & { readonly neighbours: readonly string[] };

const anybody: Asker = {
  ags: '',
  kind: '',
  population: null,
  latitude: null,
  longitude: null,
  district: '',
  neighbours: [],
};

const readAskers = ({ database }: Reader, agses: readonly string[]) =>
  database.rows<Asker>(sql`
    SELECT ${placeColumns(sql`m`)}, ARRAY(SELECT n.neighbour FROM neighbour n WHERE n.ags = m.ags) AS neighbours
    FROM municipality m WHERE m.ags = ANY(${[...agses]})`);

/** Counts for each who asks, without ranking anybody: all that are ahead, without itself. */
function counter(candidates: readonly Candidate[]) {
  const byAgs = new Map(candidates.map((candidate) => [candidate.ags, candidate]));
  const usersOf = new Map<string, number>();
  for (const way of candidates.map(wayTo))
    if (way) usersOf.set(endOf(way), (usersOf.get(endOf(way)) ?? 0) + 1);
  const withoutContact = candidates.filter(isWithoutContact).length;
  return (ags: string): Pick<Peers, 'reachable' | 'withoutContact'> => {
    const own = byAgs.get(ags);
    const way = own ? wayTo(own) : null;
    return {
      reachable: usersOf.size - (way && usersOf.get(endOf(way)) === 1 ? 1 : 0),
      withoutContact: withoutContact - (own && isWithoutContact(own) ? 1 : 0),
    };
  };
}

const isWithoutContact = ({ contactOf }: Candidate) => contactOf === null;

function rankAll(here: Asker, candidates: readonly Candidate[]): readonly Peer[] {
  const others = candidates
    .filter(({ ags }) => ags !== here.ags)
    .map((there) => ({ there, way: wayTo(there), ...rankPeer(here, there) }))
    .sort(
      (a, b) =>
        nearness(a.way) - nearness(b.way) || b.score - a.score || (a.there.name < b.there.name ? -1 : 1),
    );
  const groups = new Map<string, typeof others>();
  for (const other of others) {
    const end = other.way ? endOf(other.way) : other.there.ags;
    const same = groups.get(end);
    if (same) same.push(other);
    else groups.set(end, [other]);
  }
  return [...groups.values()].flatMap(([first, ...same]): Peer[] => {
    if (!first) return [];
    const { there, way, score, reasons } = first;
    const { ags: municipality, about, projects, strategies } = there;
    const also = same.map((other) => other.there.ags);
    const contact = way?.contact ?? null;
    return [{ municipality, score, reasons, contact, way, also, about, projects, strategies }];
  });
}

/** The way to somebody who is ahead: a step of the chain that every door tells. */
function wayTo({ contact, contactOf, ags, districtOffice }: Candidate): Way | null {
  if (contactOf === 'MUNICIPALITY') return { step: 'OWN_OFFICE', contact: null, office: ags };
  if (contactOf)
    return { step: contactOf === 'WORK' ? 'OWN_CONTACT' : 'FIELD_CONTACT', contact, office: null };
  return districtOffice ? { step: 'DISTRICT_OFFICE', contact: null, office: districtOffice } : null;
}

/** Whom a way ends at: several municipalities may have one. */
const endOf = ({ contact, office }: Way): string => String(contact ?? office);

const nearness = (way: Way | null): number => (way === null ? 2 : way.step === 'DISTRICT_OFFICE' ? 1 : 0);

const placeColumns = (m: Sql) =>
  sql`${m}.ags, ${m}.kind::text AS kind, ${m}.population, ${m}.latitude, ${m}.longitude, ${districtOf(m)} AS district`;

/**
 * Who has a running or completed project, or a strategy that is adopted or being put into practice, and who can be
 * called about it: a contact of that work, one of the municipality for one of the fields, else its office.
 */
const place = sql`array_position(ARRAY[${commaJoin(Object.keys(stages).map((stage) => sql`${stage}`))}]::text[], stage)`;

function findAhead(
  { database, viewer }: Reader,
  { projects, strategies, fields }: Work,
): Promise<Candidate[]> {
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
        coalesce(array_agg(slug ORDER BY title, slug) FILTER (WHERE kind = 'strategy'), '{}') AS strategies,
        array_agg(DISTINCT contact) AS contacts
      FROM work GROUP BY ags
    )
    SELECT ${placeColumns(sql`m`)}, m.name_sort AS name, ahead.stage, ahead.projects, ahead.strategies,
      best.slug AS contact,
      coalesce((SELECT w.slug FROM work w WHERE w.ags = m.ags AND w.kind = 'project' AND w.contact = best.slug
        ORDER BY w.title, w.slug LIMIT 1), ahead.about) AS about,
      CASE WHEN best.of_work THEN 'WORK' WHEN best.slug IS NOT NULL THEN 'FIELD'
        WHEN ${hasReachableOffice(sql`m`)} THEN 'MUNICIPALITY' END AS "contactOf",
      CASE WHEN ${hasReachableOffice(sql`d`)} THEN d.ags END AS "districtOffice"
    FROM ahead JOIN municipality m ON m.ags = ahead.ags LEFT JOIN municipality d ON d.ags = m.district
    LEFT JOIN LATERAL (
      SELECT c.slug, c.slug = ANY(ahead.contacts) IS TRUE AS of_work FROM ${visibleContacts(viewer)} c
      WHERE ${isReachable(sql`c`)} AND (c.slug = ANY(ahead.contacts) OR (c.municipality = m.ags
        AND EXISTS (SELECT 1 FROM contact_field f WHERE f.contact = c.slug AND f.field = ANY(${[...fields]}))))
      ORDER BY c.slug = ANY(ahead.contacts) IS TRUE DESC, c.municipality = m.ags IS TRUE DESC, c.slug
      LIMIT 1
    ) best ON TRUE`);
}

/** Where nobody is ahead. */
export const noPeers: Peers = { ranked: async () => [], reachable: 0, withoutContact: 0 };
