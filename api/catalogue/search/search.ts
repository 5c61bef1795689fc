import { known } from '../../../map-widget/model/known.ts';
import { anyOf, empty, identifier, raw, type Sql, sql } from '../../database/sql.ts';
import { entities } from '../entities/catalogue.ts';
import type { EntityName } from '../model/entity.ts';
import { foundEntries, isPlace } from '../model/text-match.ts';
import { type Reader, seesAll, type Viewer, visible } from '../model/visibility.ts';
import { type CheckedFilter, conditionOf } from '../query/read-filter.ts';
import { filterFor } from './search-filter.ts';
import { type SearchWords, similarWords, wordsAsWritten } from './search-words.ts';

/** How a record matches, the best first. A typing error is a match only where nothing has the words as written. */
export const searchMatches = ['NAME', 'BEGINNING', 'WORDS_IN_NAME', 'TEXT', 'TYPING_ERROR'] as const;
export type SearchMatch = (typeof searchMatches)[number];

/** What each rank tells; the place of a name comes before what else is called so. */
const matchOfRank: readonly SearchMatch[] = ['NAME', 'NAME', 'BEGINNING', 'WORDS_IN_NAME', 'TEXT'];

/** A record's place in the ranking; names are folded. */
export type SearchPlace = {
  readonly rank: number;
  readonly name: string;
  readonly entity: EntityName;
  readonly key: string;
};

export type SearchRequest = {
  readonly text: string;
  readonly checked: CheckedFilter;
  readonly kinds: readonly EntityName[];
  readonly limit: number;
  readonly after?: SearchPlace | undefined;
  readonly before?: SearchPlace | undefined;
  /** The last places instead of the first; they still come in order. */
  readonly fromEnd?: boolean;
};

export type SearchPage = {
  readonly places: readonly SearchPlace[];
  /** How many records of each kind there are, of those not asked for as well. */
  readonly counts: Readonly<Partial<Record<EntityName, number>>>;
  /** Beginnings of the words that were searched for, by which a text can be marked. */
  readonly stems: readonly string[];
};

/** The page, and the words that found it; undefined where the text had none. */
export type SearchResult = SearchPage & { readonly words: SearchWords | undefined };

/**
 * One page of the ranking over the public records, and their true counts. Where no record at all has the words as
 * they are written, whatever the filter, similar words are searched for. One statement, and two or three more for
 * typing errors.
 */
export async function searchCatalogue(reader: Reader, request: SearchRequest): Promise<SearchResult> {
  const { text, checked } = request;
  const written = wordsAsWritten(reader, text);
  if (!written) return nothing;
  const page = await readPage(reader, written, request);
  if (hasAny(page)) return { ...page, words: written };
  const unfiltered = { ...request, checked: new Map(), limit: 0, after: undefined, before: undefined };
  if (checked.size > 0 && hasAny(await readPage(reader, written, unfiltered)))
    return { ...page, words: written };
  const similar = await similarWords(reader, written);
  return similar ? { ...(await readPage(reader, similar, request)), words: similar } : nothing;
}

const nothing: SearchResult = { places: [], counts: {}, stems: [], words: undefined };

const hasAny = ({ counts }: SearchPage) => Object.keys(counts).length > 0;

/**
 * First comes the place that the text names, then what has it as its name or key, then what has a name that begins with it, then what has all
 * words in the name, then what has all words anywhere. Within each, records are in the order of their names; those of
 * one name in that of entity and key.
 */
async function readPage(
  { database, viewer }: Reader,
  words: SearchWords,
  { checked, kinds, limit, after, before, fromEnd = false }: SearchRequest,
): Promise<SearchPage> {
  const place = ({ rank, name, entity, key }: SearchPlace) =>
    sql`(${rank}::integer, ${name}, ${entity}, ${key})`;
  const behind = after ? sql`AND (rank, name, entity, key) > ${place(after)}` : empty;
  const ahead = before ? sql`AND (rank, name, entity, key) < ${place(before)}` : empty;
  const way = raw(fromEnd ? 'DESC' : 'ASC');
  const rows = await database.rows<SearchPlace & Omit<SearchPage, 'places'>>(sql`
    WITH ${readable(viewer, words, checked)}
    SELECT whole.counts, whole.stems, page.rank, page.name, page.entity, page.key FROM (
      SELECT (SELECT coalesce(json_object_agg(entity, count), '{}')
          FROM (SELECT entity, count(*) AS count FROM readable GROUP BY entity) one) AS counts,
        ARRAY(SELECT coalesce((ts_lexize('german_stem', word))[1], word) FROM unnest(${[...words.words]}::text[]) word) AS stems
    ) whole LEFT JOIN (
      SELECT rank, name, entity, key FROM readable WHERE entity = ANY(${[...kinds]}) ${behind} ${ahead}
      ORDER BY rank ${way}, name ${way}, entity ${way}, key ${way} LIMIT ${limit}
    ) page ON TRUE ORDER BY page.rank, page.name, page.entity, page.key`);
  const { counts, stems } = known(rows[0], 'row of counts');
  return {
    counts,
    stems,
    // Beyond the end, the counts stand in a row without a place.
    places: rows
      .filter(({ key }) => key !== null)
      .map(({ rank, name, entity, key }) => ({ rank, name, entity, key })),
  };
}

/** How the place of a record in the ranking reads. */
export const matchOf = ({ rank }: SearchPlace, words: SearchWords | undefined): SearchMatch =>
  words?.corrected ? 'TYPING_ERROR' : known(matchOfRank[rank - 1], `rank ${rank}`);

/**
 * The common table expression `readable`: the entries that hold the words, are public and pass the filter, each with
 * its rank. They are looked up once, for the page and for the counts.
 */
function readable(viewer: Viewer, words: SearchWords, checked: CheckedFilter): Sql {
  const { text, isNamed, nameHolds, beginnings } = words;
  return sql`readable AS MATERIALIZED (
    SELECT s.entity, s.key, s.name, CASE
      WHEN ${isPlace(sql`s`, text)} THEN 1
      WHEN ${isNamed} THEN 2
      WHEN s.name LIKE ANY(${beginnings.map((beginning) => `${beginning}%`)}) THEN 3
      WHEN ${nameHolds} THEN 4 ELSE 5 END AS rank
    FROM ${foundEntries(text, viewer)} s WHERE ${isReadable(viewer, checked)})`;
}

/** Whether the record of an entry is public and passes the filter; most entities need not be asked without one. */
function isReadable(viewer: Viewer, checked: CheckedFilter): Sql {
  const open: string[] = [];
  const conditions: Sql[] = [];
  for (const entity of entities) {
    const own = filterFor(entity, checked);
    if (!own) continue;
    if (own.size === 0 && seesAll(entity.table, viewer)) open.push(entity.name);
    else
      conditions.push(sql`(s.entity = ${entity.name} AND EXISTS (SELECT 1 FROM ${visible(entity.table, viewer)} t
        WHERE t.${identifier(entity.key)} = s.key AND ${conditionOf(viewer, entity, own)}))`);
  }
  return anyOf([sql`s.entity = ANY(${open})`, ...conditions]);
}
