import { facetNames } from '../../../../map-widget/model/filters.ts';
import { entities } from '../../../catalogue/entities/catalogue.ts';
import type { EntityName } from '../../../catalogue/model/entity.ts';
import type { Facets } from '../../../catalogue/query/facets.ts';
import { readValue } from '../../../catalogue/query/filter-value.ts';
import { type Names, namesOf } from '../../../catalogue/query/names.ts';
import { highlight, snippet, type TextPart } from '../../../catalogue/search/highlight.ts';
import { matchOf, type SearchMatch, searchCatalogue } from '../../../catalogue/search/search.ts';
import { countSearchFacets } from '../../../catalogue/search/search-facets.ts';
import { checkSearchFilter, searchFilters } from '../../../catalogue/search/search-filter.ts';
import { pathOf, readSearchTexts } from '../../../catalogue/search/search-texts.ts';
import { badInput } from '../../../errors.ts';
import type { Hub } from '../../../hub.ts';
import type { Language } from '../../../language.ts';
import { readParameters } from '../../../publishing/datasets/read-parameters.ts';
import { readPage, requirePage, valuesByEntity } from './read-list.ts';

const pageSize = 20;
const lists = entities.map(({ name }) => name);

export type SearchPageRequest = {
  readonly lang: Language;
  /** What is searched for; empty before anything is. */
  readonly q: string;
  /** Only these lists; all where there is none. */
  readonly list: readonly EntityName[];
  readonly filter: Readonly<Record<string, readonly string[]>>;
  readonly page: number;
};

export type FoundRecord = {
  readonly list: EntityName;
  readonly key: string;
  readonly url: string;
  readonly match: SearchMatch;
  /** The name, in which the words are marked. */
  readonly parts: readonly TextPart[];
  /** The piece of its other texts that has the words; null where only the name has them. */
  readonly snippet: readonly TextPart[] | null;
};

export type FoundPage = {
  readonly total: number;
  readonly pages: number;
  readonly corrected: boolean;
  readonly counts: Readonly<Partial<Record<EntityName, number>>>;
  readonly facets: Facets;
  readonly names: Names;
  readonly records: readonly FoundRecord[];
};

/**
 * Reads the parameters of the search: `q`, `list` for each list that is wanted, the filters that several lists have,
 * `page` and `lang`. An empty one is none: that is what a form sends.
 * @throws CallerError for a parameter or value that does not exist.
 */
export function readSearchRequest(given: URLSearchParams): SearchPageRequest {
  const search = new URLSearchParams([...given].filter(([, value]) => value.trim() !== ''));
  const read = readParameters(search, ['list', ...Object.keys(searchFilters)], ['q', 'page', 'lang']);
  const { list = [], ...filter } = read.filter as Record<string, string[]>;
  const wrong = list.find((one) => !lists.includes(one as EntityName));
  if (wrong !== undefined) throw badInput('?list', wrong, `allowed are ${lists.join(', ')}`);
  const q =
    read.given.q === undefined
      ? ''
      : String(readValue({ type: 'text', description: '' }, read.given.q, '?q'));
  return { lang: read.lang, q, list: list as EntityName[], filter, page: readPage(read.given.page) };
}

const nothing: FoundPage = {
  total: 0,
  pages: 1,
  corrected: false,
  counts: {},
  facets: {},
  names: {},
  records: [],
};

export async function readSearch(hub: Hub, request: SearchPageRequest): Promise<FoundPage> {
  const { q, page, lang } = request;
  if (q === '') return nothing;
  const checked = await checkSearchFilter(hub, request.filter, '?');
  const kinds = request.list.length > 0 ? request.list : lists;
  const { places, counts, stems, words } = await searchCatalogue(hub, {
    text: q,
    checked,
    kinds,
    limit: page * pageSize,
  });
  const total = kinds.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0);
  const pages = requirePage(page, total, pageSize);
  const shown = places.slice((page - 1) * pageSize);
  const [texts, facets] = await Promise.all([
    readSearchTexts(hub, shown),
    countSearchFacets(hub, words, checked, kinds, facetNames),
  ]);
  const marking = { stems, words: words?.words ?? [] };
  return {
    total,
    pages,
    corrected: total > 0 && words?.corrected === true,
    counts,
    facets,
    names: await namesOf(hub, valuesByEntity({ filters: searchFilters }, facets), lang),
    records: shown.map((place) => {
      const [name = place.name, ...others] = texts.get(pathOf(place)) ?? [];
      return {
        list: place.entity,
        key: place.key,
        url: `/${pathOf(place)}`,
        match: matchOf(place, words),
        parts: highlight(name, marking),
        snippet: snippet(others, marking) ?? null,
      };
    }),
  };
}

/** The query of the search with changed parameters; the page begins anew. */
export function searchQuery(
  { lang, q, list, filter }: SearchPageRequest,
  changed: Readonly<Record<string, readonly string[]>> = {},
): string {
  const search = new URLSearchParams();
  for (const [name, values] of Object.entries({ q: q ? [q] : [], list, ...filter, ...changed }))
    for (const value of values) search.append(name, value);
  if (lang !== 'de') search.set('lang', lang);
  return search.size > 0 ? `?${search}` : '';
}

/** The page as data. */
export const searchAsData = (
  { q, lang, page }: SearchPageRequest,
  { names: _names, ...found }: FoundPage,
) => ({ query: q, lang, page, ...found });
