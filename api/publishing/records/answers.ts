import { readCalls, whomToCall } from '../../catalogue/calls/whom-to-call.ts';
import { catalogue } from '../../catalogue/entities/catalogue.ts';
import { findPeersFor, type Peer } from '../../catalogue/insight/peers.ts';
import type { Reader } from '../../catalogue/model/visibility.ts';
import type { Row } from '../../catalogue/query/page.ts';
import { type CheckedFilter, conditionOf } from '../../catalogue/query/read-filter.ts';
import { type Sql, sql } from '../../database/sql.ts';
import type { Language } from '../../language.ts';
import { answerInWords } from '../../texts/calls/answer-words.ts';
import { callRow } from './calls.ts';

/** So many answers are told; the others are on the map. */
const shown = 12;

export type Answers = {
  readonly home: Row | null;
  /** How many can help: municipalities, and projects that belong to none. */
  readonly total: number;
  /** The best first, at most twelve: each with a place, a project, whom to call and why. */
  readonly answers: readonly Row[];
  /** What the municipality that asks has itself. */
  readonly own: readonly Row[];
};

/**
 * Who can help with what somebody asks about: the nearest and most alike first, and who can be called before who
 * cannot. The filters are those of projects, so that answers, map and list speak of the same.
 * @param home AGS of the municipality that asks; without it nobody is near.
 */
export async function findAnswers(
  reader: Reader,
  home: string | null,
  checked: CheckedFilter,
  lang: Language,
): Promise<Answers> {
  const asked = sql`t.status <> 'DISCONTINUED' AND t.status <> 'IDEA' AND ${conditionOf(reader.viewer, catalogue.projects, checked)}`;
  const { best, total } = await findPeersFor(
    reader,
    {
      projects: asked,
      strategies: strategiesUnder(checked, reader),
      fields: (checked.get('field') ?? []) as readonly string[],
    },
    home,
    shown,
  );
  const [calls, places, projects, strategies, own, alone] = await Promise.all([
    readCalls(
      reader,
      best.flatMap(({ way }) => way ?? []),
    ),
    readPlaces(reader, [...best.flatMap(({ municipality, also }) => [municipality, ...also]), home ?? '']),
    readWork(reader, sql`project`, sql`t.slug = ANY(${best.flatMap(({ about }) => about ?? [])})`),
    readWork(
      reader,
      sql`strategy`,
      sql`t.slug = ANY(${best.flatMap((peer) => peer.strategies.slice(0, 1))})`,
    ),
    readWork(
      reader,
      sql`project`,
      sql`${asked} AND EXISTS (SELECT 1 FROM participation p WHERE p.project = t.slug AND p.municipality = ${home ?? ''})`,
    ),
    readWork(
      reader,
      sql`project`,
      sql`${asked} AND NOT EXISTS (SELECT 1 FROM participation p WHERE p.project = t.slug)`,
    ),
  ]);
  const regionWide = alone.slice(0, Math.max(0, shown - best.length));
  const callsAlone = await whomToCall(
    reader,
    'projects',
    regionWide.map(({ slug }) => slug),
    home,
  );
  const ofPeer = (peer: Peer): Row => {
    const call = peer.way ? calls.shift() : null;
    const work =
      projects.find(({ slug }) => slug === peer.about) ??
      strategies.find(({ slug }) => slug === peer.strategies[0]);
    return {
      ...places.get(peer.municipality),
      km: peer.reasons.find(({ code }) => code === 'DISTANCE')?.value ?? null,
      neighbour: peer.reasons.some(({ code }) => code === 'NEIGHBOUR'),
      project: work ?? null,
      more: peer.projects.length + peer.strategies.length - 1,
      call: call ? callRow(call, 'work', lang) : null,
      why: answerInWords(peer.reasons, lang),
      also: peer.also.map((ags) => places.get(ags)),
    };
  };
  return {
    home: places.get(home ?? '') ?? null,
    total: total + alone.length,
    answers: [
      ...best.map(ofPeer),
      ...regionWide.map((project): Row => {
        const [call] = callsAlone.get(project.slug) ?? [];
        return { project, more: 0, call: call ? callRow(call, 'projects', lang) : null, why: '', also: [] };
      }),
    ],
    own,
  };
}

/** Strategies have fewer filters than projects: where one is asked for that they do not have, none is meant. */
function strategiesUnder(checked: CheckedFilter, { viewer }: Reader): Sql {
  const { status: _status, ...filters } = catalogue.strategies.filters;
  if (checked.size === 0 || [...checked.keys()].some((name) => !Object.hasOwn(filters, name)))
    return sql`FALSE`;
  return sql`t.status IN ('ADOPTED', 'IN_IMPLEMENTATION') AND ${conditionOf(viewer, catalogue.strategies, checked)}`;
}

type Work = Row & { readonly slug: string };

const readWork = ({ database }: Reader, table: Sql, where: Sql): Promise<Work[]> =>
  database.rows<Work>(sql`
    SELECT t.slug, t.title, t.status::text AS status, t.period_start, t.period_end,
      ${table.sql === 'project' ? '/projects/' : '/strategies/'} || t.slug AS url
    FROM ${table} t WHERE ${where} ORDER BY t.title_sort, t.slug LIMIT 100`);

async function readPlaces({ database }: Reader, keys: readonly string[]): Promise<Map<string, Row>> {
  const rows = await database.rows<Row & { ags: string }>(sql`
    SELECT t.ags, t.name, t.kind::text AS kind, t.population, '/municipalities/' || t.ags AS url
    FROM municipality t WHERE t.ags = ANY(${[...keys]})`);
  return new Map(rows.map((row) => [row.ags, row]));
}
