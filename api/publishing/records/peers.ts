import type { Call } from '../../catalogue/calls/chain.ts';
import { readCalls } from '../../catalogue/calls/whom-to-call.ts';
import { catalogue } from '../../catalogue/entities/catalogue.ts';
import { findPeers, noPeers, type Peer } from '../../catalogue/insight/peers.ts';
import type { EntityName } from '../../catalogue/model/entity.ts';
import { type Reader, visible } from '../../catalogue/model/visibility.ts';
import { type Row, selectList } from '../../catalogue/query/page.ts';
import { identifier, sql } from '../../database/sql.ts';
import type { Language } from '../../language.ts';
import { reasonInWords } from '../../texts/calls/peer-words.ts';
import { callRow } from './calls.ts';
import { localise } from './localise.ts';

/** So many come with a municipality; GraphQL has them all. */
const shown = 5;

export type PeersOfRecord = {
  readonly total: number;
  readonly without_contact: number;
  /** The best first, each with its reasons in words and the contact. */
  readonly best: readonly Row[];
};

/** Whom a municipality can call about these fields of action, or about anything where none is given. */
export async function peersOfRecord(
  reader: Reader,
  ags: string,
  fields: readonly string[],
  lang: Language,
): Promise<PeersOfRecord> {
  const { ranked, reachable, withoutContact } =
    (await findPeers(reader, fields, [ags], shown)).get(ags) ?? noPeers;
  const best = await ranked();
  const load = (entity: EntityName, keys: readonly string[], columns: readonly string[]) =>
    recordsByKey(reader, entity, keys, columns, lang);
  const [calls, places, contacts, projects, strategies] = await Promise.all([
    callsOf(reader, best),
    load(
      'municipalities',
      best.flatMap((peer) => [peer.municipality, ...peer.also]),
      ['ags', 'name', 'url'],
    ),
    load(
      'contacts',
      best.flatMap((peer) => peer.contact ?? []),
      contactColumns,
    ),
    load(
      'projects',
      best.flatMap((peer) => peer.projects),
      ['slug', 'title', 'status', 'period_start', 'period_end', 'url'],
    ),
    load(
      'strategies',
      best.flatMap((peer) => peer.strategies),
      ['slug', 'title', 'status', 'url'],
    ),
  ]);
  return {
    total: reachable,
    without_contact: withoutContact,
    best: best.map((peer, at) => ({
      ...places.get(peer.municipality),
      score: peer.score,
      reasons: peer.reasons.map((reason) => ({
        code: reason.code,
        points: reason.points,
        value: reason.value,
        text: reasonInWords(reason, lang),
      })),
      contact: contacts.get(peer.contact ?? '') ?? null,
      call: calls[at] ? callRow(calls[at], 'work', lang) : null,
      project: projects.get(peer.about ?? '') ?? null,
      also: peer.also.map((ags) => places.get(ags)),
      projects: peer.projects.map((slug) => projects.get(slug)),
      strategies: peer.strategies.map((slug) => strategies.get(slug)),
    })),
  };
}

/** The way to each; null where nobody can be called. */
async function callsOf(reader: Reader, best: readonly Peer[]): Promise<(Call | null)[]> {
  const found = await readCalls(
    reader,
    best.flatMap(({ way }) => way ?? []),
  );
  return best.map(({ way }) => (way ? (found.shift() ?? null) : null));
}

const contactColumns = [
  'slug',
  'organisation',
  'unit',
  'person',
  'role_de',
  'role_en',
  'email',
  'phone',
  'website',
  'url',
];

async function recordsByKey(
  { database, viewer }: Reader,
  entityName: EntityName,
  keys: readonly string[],
  columns: readonly string[],
  lang: Language,
): Promise<Map<string, Row>> {
  const entity = catalogue[entityName];
  const shown = entity.columns.filter((column) => columns.includes(column.name));
  const rows = await database.rows<Row>(sql`
    SELECT ${selectList(shown, viewer)} FROM ${visible(entity.table, viewer)} t
    WHERE t.${identifier(entity.key)} = ANY(${[...keys]})`);
  return new Map(rows.map((row) => [String(row[entity.key]), localise(row, lang)]));
}
