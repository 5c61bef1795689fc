import type { Entity, EntityName } from '../../../catalogue/model/entity.ts';
import { countFacets, type Facets, facetNames } from '../../../catalogue/query/facets.ts';
import { type Names, namesIn, namesOf } from '../../../catalogue/query/names.ts';
import { countRecords, type Row, readNumberedPage } from '../../../catalogue/query/page.ts';
import { checkFilter, conditionOf, readFilter, readOrder } from '../../../catalogue/query/read-filter.ts';
import { pathOf } from '../../../catalogue/search/search-texts.ts';
import { readSuggestionFacts, type SuggestionFacts } from '../../../catalogue/search/suggestion-facts.ts';
import { badInput } from '../../../errors.ts';
import type { Hub } from '../../../hub.ts';
import type { Language } from '../../../language.ts';
import { type Dataset, publicColumns } from '../../../publishing/datasets/dataset.ts';
import { filterNames, inLanguage, readParameters } from '../../../publishing/datasets/read-parameters.ts';
import { type FilterWord, filterWords } from '../../../texts/filter-words.ts';

const pageSize = 25;

/** What an address of a list asks for. */
export type ListRequest = {
  readonly lang: Language;
  readonly filter: Readonly<Record<string, readonly string[]>>;
  readonly order: string | undefined;
  readonly page: number;
};

/** A page of a list, with everything that it tells. */
export type ListPageData = {
  readonly request: ListRequest;
  readonly rows: readonly Row[];
  readonly names: Names;
  readonly facts: ReadonlyMap<string, SuggestionFacts>;
  readonly total: number;
  /** How many there are without any filter. */
  readonly all: number;
  readonly pages: number;
  readonly facets: Facets;
  readonly facetNames: Names;
  readonly words: readonly FilterWord[];
};

/**
 * Reads the parameters of a list: the filters of its entity, `order`, `page` and `lang`. An empty one is none, and a
 * circle without its centre is none: that is what a form sends.
 * @throws CallerError for a parameter or value that does not exist.
 */
export function readListRequest(entity: Entity, given: URLSearchParams): ListRequest {
  const search = new URLSearchParams([...given].filter(([, value]) => value !== ''));
  if (!search.has('near')) search.delete('km');
  const read = readParameters(search, filterNames(entity), ['order', 'page', 'lang']);
  return {
    lang: read.lang,
    filter: read.filter as ListRequest['filter'],
    order: read.given.order,
    page: readPage(read.given.page),
  };
}

export function readPage(given: string | undefined): number {
  if (given === undefined) return 1;
  if (!/^[1-9]\d{0,5}$/.test(given)) throw badInput('?page', given, 'allowed is a number from 1');
  return Number(given);
}

/** @throws CallerError for a page behind the last one. */
export function requirePage(page: number, total: number, size = pageSize): number {
  const pages = Math.max(1, Math.ceil(total / size));
  if (page > pages) throw badInput('?page', String(page), `allowed is a number from 1 to ${pages}`);
  return pages;
}

/** The query of a list; `changed` replaces filters of those names, and the page begins anew. */
export function listQuery(
  { lang, filter, order }: ListRequest,
  changed: Readonly<Record<string, readonly string[]>> = {},
  more: Readonly<Record<string, string>> = {},
): string {
  const search = new URLSearchParams();
  for (const [name, values] of Object.entries({ ...filter, ...changed }))
    for (const value of values) search.append(name, value);
  if (order) search.set('order', order);
  for (const [name, value] of Object.entries(more)) search.set(name, value);
  if (lang !== 'de') search.set('lang', lang);
  return search.size > 0 ? `?${search}` : '';
}

/** Too many values to choose from in a list of links; the municipality is chosen by its name. */
const notCounted = new Set(['municipality']);

export async function readList(
  hub: Hub,
  dataset: Dataset,
  entity: Entity,
  request: ListRequest,
): Promise<ListPageData> {
  const { lang, filter } = request;
  const checked = await checkFilter(hub, entity, filter, '?');
  const where = conditionOf(hub.viewer, entity, checked);
  const order = readOrder(entity, request.order);
  const columns = inLanguage(publicColumns(entity), lang);
  const counted = facetNames(entity).filter((name) => !notCounted.has(name));
  const [total, all, rows, facets, words] = await Promise.all([
    countRecords(hub, dataset, where),
    readFilter(hub, entity, {}, '?').then((every) => countRecords(hub, dataset, every)),
    readNumberedPage(hub, dataset, columns, { where, order, limit: pageSize }, request.page),
    countFacets(hub, entity, checked, counted),
    filterWords(hub, entity, filter, lang),
  ]);
  const pages = requirePage(request.page, total);
  const records = rows.map((row) => ({ entity: entity.name, key: String(row[entity.key]) }));
  const [names, facts, named] = await Promise.all([
    namesIn(hub, columns, rows, lang),
    readSuggestionFacts(hub, records, lang),
    namesOf(hub, valuesByEntity(entity, facets), lang),
  ]);
  return { request, rows, names, facts, total, all, pages, facets, facetNames: named, words };
}

export const factsOfRow = ({ facts }: ListPageData, entity: Entity, row: Row): SuggestionFacts | undefined =>
  facts.get(pathOf({ entity: entity.name, key: String(row[entity.key]) }));

/** The keys among the values of facets, by what they are keys of. */
export function valuesByEntity(
  { filters }: Pick<Entity, 'filters'>,
  facets: Facets,
): ReadonlyMap<EntityName, string[]> {
  const wanted = new Map<EntityName, string[]>();
  for (const [name, values] of Object.entries(facets)) {
    const references = filters[name]?.references;
    if (references)
      wanted.set(references, [...(wanted.get(references) ?? []), ...values.map(({ value }) => value)]);
  }
  return wanted;
}
