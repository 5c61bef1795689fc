import { catalogue } from '../../catalogue/entities/catalogue.ts';
import { findPeers } from '../../catalogue/insight/peers.ts';
import type { EntityName } from '../../catalogue/model/entity.ts';
import { type Reader, visible } from '../../catalogue/model/visibility.ts';
import { type Row, selectList } from '../../catalogue/query/page.ts';
import { identifier, sql } from '../../database/sql.ts';
import type { Language } from '../../language.ts';
import { reasonInWords } from '../../texts/peer-words.ts';
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
  const { peers = [], withoutContact = 0 } = (await findPeers(reader, fields, [ags])).get(ags) ?? {};
  const best = peers.slice(0, shown);
  const load = (entity: EntityName, keys: readonly string[], columns: readonly string[]) =>
    recordsByKey(reader, entity, keys, columns, lang);
  const [places, contacts, projects, strategies] = await Promise.all([
    load(
      'municipalities',
      best.map((peer) => peer.municipality),
      ['ags', 'name', 'url'],
    ),
    load(
      'contacts',
      best.map((peer) => peer.contact),
      contactColumns,
    ),
    load(
      'projects',
      best.flatMap((peer) => peer.projects),
      ['slug', 'title', 'status', 'url'],
    ),
    load(
      'strategies',
      best.flatMap((peer) => peer.strategies),
      ['slug', 'title', 'status', 'url'],
    ),
  ]);
  return {
    total: peers.length,
    without_contact: withoutContact,
    best: best.map((peer) => ({
      ...places.get(peer.municipality),
      score: peer.score,
      reasons: peer.reasons.map((reason) => ({
        code: reason.code,
        points: reason.points,
        value: reason.value,
        text: reasonInWords(reason, lang),
      })),
      contact: contacts.get(peer.contact) ?? null,
      projects: peer.projects.map((slug) => projects.get(slug)),
      strategies: peer.strategies.map((slug) => strategies.get(slug)),
    })),
  };
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
