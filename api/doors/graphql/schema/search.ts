import { catalogue, entities } from '../../../catalogue/entities/catalogue.ts';
import type { EntityName } from '../../../catalogue/model/entity.ts';
import { readValue } from '../../../catalogue/query/filter-value.ts';
import { matchOf, type SearchPlace, searchCatalogue } from '../../../catalogue/search/search.ts';
import { checkSearchFilter, searchFilters } from '../../../catalogue/search/search-filter.ts';
import { pathOf } from '../../../catalogue/search/search-texts.ts';
import { badInput } from '../../../errors.ts';
import { builder } from '../base/builder.ts';
import { readCursor, writeCursor } from '../base/cursor.ts';
import { defaultPageSize, readSize } from '../base/paging.ts';
import { enumRef, filterInput } from '../read/list-arguments.ts';
import { loadRecord } from '../read/record-loader.ts';
import { type Found, SearchConnection, SearchKind } from './search-connection.ts';

const list = { name: 'search', type: 'text' };

const cursorOf = (place: SearchPlace) =>
  writeCursor(list, { value: `${place.rank} ${place.name}`, key: pathOf(place) });

function readPlace(after: string): SearchPlace {
  const { value, key } = readCursor('after', after, list);
  const [, rank, name] = /^([1-5]) ([^\0]*)$/.exec(String(value)) ?? [];
  const [, entity, ownKey] = /^(\w+)\/([^\0]+)$/.exec(key) ?? [];
  if (rank === undefined || name === undefined || !ownKey || !entity || !Object.hasOwn(catalogue, entity))
    throw badInput('after', after, 'a cursor that this hub gave out is needed');
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
      first: t.arg.int({ description: 'How many: 20 unless told, at most 100; more is refused.' }),
      after: t.arg.string({ description: 'Only records behind this cursor.' }),
    },
    resolve: async (_root, { text, kinds, filter, first, after }, context, info) => {
      const { hub } = context;
      const size = readSize('first', first) ?? defaultPageSize;
      const place = after ? readPlace(after) : undefined;
      const searched = readValue({ type: 'text', description: '' }, text, 'text') as string;
      const checked = await checkSearchFilter(hub, { ...filter });
      const wanted = [...new Set((kinds as EntityName[] | null | undefined) ?? entities.map((e) => e.name))];
      const { places, counts, stems, words } = await searchCatalogue(hub, {
        text: searched,
        checked,
        kinds: wanted,
        limit: size + 1,
        after: place,
      });
      const shown = places.slice(0, size);
      const nodes = await Promise.all(shown.map((at) => loadRecord(at, context, info, ['edges', 'node'])));
      const marking = { stems, words: words?.words ?? [] };
      const edges = shown.map((at, i) => ({
        ...at,
        cursor: cursorOf(at),
        marking,
        match: matchOf(at, words),
        node: nodes[i],
      }));
      return {
        words,
        corrected: Object.keys(counts).length > 0 && words?.corrected === true,
        edges,
        kinds: wanted,
        checked,
        counts,
        totalCount: wanted.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0),
        pageInfo: {
          hasNextPage: places.length > size,
          hasPreviousPage: place !== undefined,
          startCursor: edges.at(0)?.cursor ?? null,
          endCursor: edges.at(-1)?.cursor ?? null,
        },
      } satisfies Found;
    },
  }),
);
