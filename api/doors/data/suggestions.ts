import type { Context } from 'hono';
import { entities } from '../../catalogue/entities/catalogue.ts';
import type { EntityName } from '../../catalogue/model/entity.ts';
import { readValue } from '../../catalogue/query/filter-value.ts';
import { highlight, type Marking } from '../../catalogue/search/highlight.ts';
import { matchOf } from '../../catalogue/search/search.ts';
import { pathOf } from '../../catalogue/search/search-texts.ts';
import { type Suggested, suggest } from '../../catalogue/search/suggest.ts';
import { readSuggestionFacts, type SuggestionFacts } from '../../catalogue/search/suggestion-facts.ts';
import { badInput } from '../../errors.ts';
import type { Hub } from '../../hub.ts';
import { readParameters } from '../../publishing/datasets/read-parameters.ts';

const lists = entities.map(({ name }) => name);
const usual = 5;
const most = 20;

/**
 * `GET /suggest.json?q=sexau`: for a box in which somebody types, the best records of each kind, ranked as a search
 * is. Parameters: `q`, what is typed so far; `list`, once for each list that is wanted (all without); `limit` of each,
 * 5 unless told, at most 20; `lang`. The answer:
 *
 *     { revision, lang, query,
 *       corrected,        // nothing has the words as written, and words that differ by typing errors were found
 *       lists: [{ list: 'municipalities',
 *                 more,   // whether there are more than these
 *                 records: [{ key, name, url, match: 'NAME' | 'BEGINNING' | 'WORDS_IN_NAME' | 'TEXT' | 'TYPING_ERROR',
 *                             parts: [{ text, matched }], … }] }] }
 *
 * A list without a record is not there; the one with the best record comes first. `parts` are the name with the words
 * that were typed marked; what else a record tells stands at `SuggestionFacts`. `/search?q=` has everything, counted.
 * @throws CallerError for a parameter that does not exist or a value that is not allowed.
 */
export async function suggestions(c: Context, hub: Hub): Promise<Response> {
  const { filter, given, lang } = readParameters(
    new URL(c.req.url).searchParams,
    ['list'],
    ['q', 'limit', 'lang'],
  );
  const query = readValue({ type: 'text', description: '' }, given.q, '?q') as string;
  const limit = Number(given.limit ?? usual);
  if (!Number.isInteger(limit) || limit < 1 || limit > most)
    throw badInput('?limit', given.limit, `allowed is a whole number from 1 to ${most}`);
  const wanted = readLists(filter.list as string[] | undefined);

  const { number } = await hub.database.revision.current();
  const { found, stems, words } = await suggest(hub, query, wanted, limit);
  const facts = await readSuggestionFacts(hub, found, lang);
  const marking = { stems, words: words?.words ?? [] };
  const told = (one: Suggested) => tell(one, facts.get(pathOf(one)), matchOf(one, words), marking);
  const answer = {
    revision: number,
    lang,
    query,
    corrected: found.length > 0 && words?.corrected === true,
    lists: [...new Set(found.map(({ entity }) => entity))].map((list) => {
      const own = found.filter(({ entity }) => entity === list);
      return { list, more: own.length > limit, records: own.slice(0, limit).map(told) };
    }),
  };
  return c.json(answer, 200, { 'access-control-allow-origin': '*' });
}

function readLists(given: readonly string[] = lists): EntityName[] {
  const wrong = given.find((one) => !lists.includes(one as EntityName));
  if (wrong !== undefined) throw badInput('?list', wrong, `allowed are ${lists.join(', ')}`);
  return [...new Set(given)] as EntityName[];
}

/** A record that was removed between two statements has no facts: what the index knows of it is told. */
function tell(
  { entity, key, title }: Suggested,
  facts: SuggestionFacts = { name: title },
  match: string,
  marking: Marking,
) {
  return { key, url: `/${entity}/${key}`, match, parts: highlight(facts.name, marking), ...facts };
}
