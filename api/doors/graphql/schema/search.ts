import { catalogue, entities } from '../../../catalogue/entities/catalogue.ts';
import type { EntityName } from '../../../catalogue/model/entity.ts';
import { readValue } from '../../../catalogue/query/filter-value.ts';
import type { PlaceInOrder } from '../../../catalogue/query/page.ts';
import { matchOf, type SearchPlace, searchCatalogue } from '../../../catalogue/search/search.ts';
import { checkSearchFilter, searchFilters } from '../../../catalogue/search/search-filter.ts';
import { pathOf } from '../../../catalogue/search/search-texts.ts';
import { badInput } from '../../../errors.ts';
import { builder } from '../base/builder.ts';
import { writeCursor } from '../base/cursor.ts';
import { PageInfo, readPage } from '../base/paging.ts';
import { enumRef, filterInput } from '../read/list-arguments.ts';
import { loadRecord } from '../read/record-loader.ts';
import { type Found, SearchConnection, SearchKind } from './search-connection.ts';

const list = { name: 'search', type: 'text' };

/** Where the records stand in the answer. */
const paths = [['edges', 'node'], ['nodes']];

const cursorOf = (place: SearchPlace) =>
  writeCursor(list, { value: `${place.rank} ${place.name}`, key: pathOf(place) });

function readPlace(argument: 'after' | 'before', cursor: unknown, { value, key }: PlaceInOrder): SearchPlace {
  const [, rank, name] = /^([1-5]) ([^\0]*)$/.exec(String(value)) ?? [];
  const [, entity, ownKey] = /^(\w+)\/([^\0]+)$/.exec(key) ?? [];
  if (rank === undefined || name === undefined || !ownKey || !entity || !Object.hasOwn(catalogue, entity))
    throw badInput(argument, cursor, 'a cursor that this hub gave out is needed');
  return { rank: Number(rank), name, entity: entity as EntityName, key: ownKey };
}

enumRef('SearchStatus', searchFilters.status?.values ?? [], 'Where a project or a strategy stands.');
const SearchFilter = filterInput(
  'SearchFilter',
  'Which records: all that is given has to hold. A kind that has no such filter, or no such status, drops out.',
  searchFilters,
);

builder.queryField('search', (t) =>
  t.field({
    type: SearchConnection,
    nullable: false,
    description:
      'One ranked list over everything: the place that the text names comes first, then what has it as its name, then names that begin with it, names with all words, texts with all words. Words match in any German form or as a beginning; Müllheim, Muellheim and mullheim are the same. What the region knows to mean the same is found as well, and words together or apart. Where nothing has the words as written, words that differ by small typing errors are searched for: one letter in words of four to seven, two in longer ones.',
    args: {
      text: t.arg.string({
        required: true,
        description: 'Words, or their beginnings; at most 200 characters.',
      }),
      kinds: t.arg({
        type: [SearchKind],
        description: 'Only records of these kinds; without it all.',
      }),
      filter: t.arg({
        type: SearchFilter,
        description: 'Which records; without it all.',
      }),
      ...builder.args((arg) => arg.connectionArgs()),
    },
    resolve: async (_root, { text, kinds, filter, ...page }, context, info) => {
      const { hub } = context;
      const { size, fromEnd, after, before } = readPage(list, page);
      const searched = readValue({ type: 'text', description: '' }, text, 'text') as string;
      const checked = await checkSearchFilter(hub, { ...filter });
      const wanted = [...new Set((kinds as EntityName[] | null | undefined) ?? entities.map((e) => e.name))];
      const { places, counts, stems, words } = await searchCatalogue(hub, {
        text: searched,
        checked,
        kinds: wanted,
        limit: size + 1,
        after: after && readPlace('after', page.after, after),
        before: before && readPlace('before', page.before, before),
        fromEnd,
      });
      const shown = fromEnd ? places.slice(-size || places.length) : places.slice(0, size);
      const nodes = await Promise.all(shown.map((at) => loadRecord(at, context, info, paths)));
      const marking = { stems, words: words?.words ?? [] };
      // What was found a moment ago may be gone since.
      const edges = shown.flatMap((at, i) =>
        nodes[i] ? [{ ...at, cursor: cursorOf(at), marking, match: matchOf(at, words), node: nodes[i] }] : [],
      );
      return {
        words,
        corrected: Object.keys(counts).length > 0 && words?.corrected === true,
        edges,
        kinds: wanted,
        checked,
        counts,
        totalCount: wanted.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0),
        pageInfo: new PageInfo({ fromEnd, after, before }, places.length > size, edges),
      } satisfies Found;
    },
  }),
);
