import { whomToCall } from '../../catalogue/calls/whom-to-call.ts';
import { findRemoved } from '../../catalogue/history/removed.ts';
import type { Entity, EntityName } from '../../catalogue/model/entity.ts';
import { isStorable } from '../../catalogue/model/storable.ts';
import { type Reader, visible } from '../../catalogue/model/visibility.ts';
import { type Names, namesIn } from '../../catalogue/query/names.ts';
import { type Row, selectList } from '../../catalogue/query/page.ts';
import { identifier, sql } from '../../database/sql.ts';
import { CallerError, GoneError } from '../../errors.ts';
import type { Language } from '../../language.ts';
import { askedAbout } from '../../texts/calls/call-words.ts';
import { publicColumns } from '../datasets/dataset.ts';
import { callRow } from './calls.ts';
import { languagesOf, localise } from './localise.ts';
import { type PeersOfRecord, peersOfRecord } from './peers.ts';
import { type AskedLists, listRelated, type RelatedList } from './related.ts';

const place = ['ags', 'name', 'url'];

/** The relations that a record shows, each with the columns of the other records; without a list, all of them. */
const shownRelations: Partial<Record<EntityName, Readonly<Record<string, readonly string[] | undefined>>>> = {
  municipalities: {
    projects: undefined,
    strategies: undefined,
    contacts: undefined,
    neighbours: place,
    members: place,
  },
  fields: { projects: undefined, strategies: undefined, contacts: undefined, events: undefined },
  topics: { projects: undefined },
  contacts: { projects: undefined, strategies: undefined },
};

export type FoundRecord = {
  readonly record: Row;
  /** The language of each text that the catalogue keeps in several. */
  readonly languages: Readonly<Record<string, Language>>;
  /** Other records that lead to this one, by the name of the list. */
  readonly related: Readonly<Record<string, RelatedList>>;
  /** Names of the records that the columns refer to, by entity and key. */
  readonly named: Names;
  /** Whom to call about it, the best first; never empty where the region has an office that can be called. */
  readonly whomToCall: readonly Row[];
  /** Of a municipality: whom it can call, in the fields of the filter. */
  readonly peers?: PeersOfRecord;
};

/**
 * A public record with what hangs together with it, in a number of statements that does not grow with it.
 * @returns null where there is none.
 */
async function findRecord(
  reader: Reader,
  entity: Entity,
  key: string,
  lang: Language,
  asked: AskedLists,
): Promise<FoundRecord | null> {
  if (!isStorable(key)) return null;
  const { database, viewer } = reader;
  const [row] = await database.rows<Row>(sql`
    SELECT ${selectList(publicColumns(entity), viewer)} FROM ${visible(entity.table, viewer)} t
    WHERE t.${identifier(entity.key)} = ${key}`);
  if (!row) return null;

  const lists = Object.entries(shownRelations[entity.name] ?? {}).map(async ([list, shown]) => {
    const relation = entity.relations[list];
    if (!relation) throw new Error(`The catalogue knows no relation ${list} of ${entity.name}.`);
    return [list, await listRelated(reader, relation, shown, key, asked, lang)] as const;
  });
  const fields = [asked.filter?.field ?? []].flat() as string[];
  const [related, calls, named, peers] = await Promise.all([
    Promise.all(lists),
    whomToCall(reader, entity.name, [key]),
    namesIn(reader, publicColumns(entity), [row], lang),
    entity.name === 'municipalities' ? peersOfRecord(reader, key, fields, lang) : undefined,
  ]);
  return {
    record: localise(row, lang),
    languages: languagesOf(row, lang),
    related: Object.fromEntries(related),
    whomToCall: (calls.get(key) ?? []).map((call) => callRow(call, askedAbout(entity.name), lang)),
    named,
    ...(peers && { peers }),
  };
}

/**
 * As findRecord, for an address: where nothing is, it says whether something was.
 * @throws CallerError NOT_FOUND, or GONE where the history knows the record.
 */
export async function requireRecord(
  reader: Reader,
  entity: Entity,
  key: string,
  lang: Language,
  asked: AskedLists = {},
): Promise<FoundRecord> {
  const found = await findRecord(reader, entity, key, lang, asked);
  if (found) return found;
  const removed = !isStorable(key) ? null : await findRemoved(reader, entity, key);
  if (removed) throw new GoneError(`${entity.singular} ${key}`, removed.title, removed.at);
  throw new CallerError('NOT_FOUND', `There is no ${entity.singular} ${key}.`);
}
