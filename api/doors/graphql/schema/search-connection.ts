import DataLoader from 'dataloader';
import { facetNames } from '../../../../map-widget/model/filters.ts';
import { entities } from '../../../catalogue/entities/catalogue.ts';
import type { EntityName } from '../../../catalogue/model/entity.ts';
import type { CheckedFilter } from '../../../catalogue/query/read-filter.ts';
import { highlight, type Marking, snippet, type TextPart } from '../../../catalogue/search/highlight.ts';
import {
  type SearchMatch,
  type SearchPlace,
  type SearchResult,
  searchMatches,
} from '../../../catalogue/search/search.ts';
import { pathOf, type RecordKey, readSearchTexts } from '../../../catalogue/search/search-texts.ts';
import { builder } from '../base/builder.ts';
import { type Context, loaderOf } from '../base/context.ts';
import { enumRef } from '../read/list-arguments.ts';
import { resolveFacets, SearchFacet, SearchFacetName } from './search-facets.ts';

type FoundEdge = SearchPlace & {
  readonly cursor: string;
  readonly match: SearchMatch;
  readonly node: unknown;
  readonly marking: Marking;
};

export type Found = Pick<SearchResult, 'counts' | 'words'> & {
  readonly edges: readonly FoundEdge[];
  readonly corrected: boolean;
  readonly kinds: readonly EntityName[];
  readonly checked: CheckedFilter;
  readonly totalCount: number;
  readonly pageInfo: object;
};

export const SearchKind = builder.enumType('SearchKind', {
  description: 'A kind of record.',
  values: Object.fromEntries(
    entities.map(({ name, singular }) => [
      singular.toUpperCase(),
      { value: name, description: `Of the list \`${name}\`.` },
    ]),
  ),
});

const Match = enumRef('SearchMatch', searchMatches, 'How a record matches, the best first.');

const Part = builder.objectRef<TextPart>('TextPart').implement({
  description: 'A piece of a text; the pieces together are the text.',
  fields: (t) => ({
    text: t.exposeString('text', { nullable: false, description: 'The piece, as plain text.' }),
    matched: t.exposeBoolean('matched', {
      nullable: false,
      description: 'Whether it is a word that was searched for.',
    }),
  }),
});

const KindCount = builder.objectRef<{ kind: EntityName; count: number }>('SearchKindCount').implement({
  description: 'How many records of a kind were found.',
  fields: (t) => ({
    kind: t.field({
      type: SearchKind,
      nullable: false,
      description: 'The kind.',
      resolve: ({ kind }) => kind,
    }),
    count: t.exposeInt('count', { nullable: false, description: 'How many.' }),
  }),
});

/** The texts of all records of the page are read together. */
const textsOf = (edge: FoundEdge, context: Context) =>
  loaderOf(
    context,
    'search texts',
    () =>
      new DataLoader<RecordKey, readonly string[], string>(
        async (records) => {
          const texts = await readSearchTexts(context.hub, records);
          return records.map((record) => texts.get(pathOf(record)) ?? []);
        },
        { cacheKeyFn: pathOf },
      ),
  ).load(edge);

export const SearchConnection = builder.connectionObject(
  {
    type: builder.nodeInterfaceRef(),
    name: 'SearchConnection',
    fields: (t) => ({
      corrected: t.boolean({
        nullable: false,
        description:
          'Whether nothing has the words as written, and words that differ by typing errors were found.',
        resolve: (found) => ofSearch(found).corrected,
      }),
      kinds: t.field({
        type: [KindCount],
        nullable: false,
        description:
          'How many records of each kind there are under the same filter, also of kinds not asked for.',
        resolve: (found) =>
          entities.map(({ name }) => ({ kind: name, count: ofSearch(found).counts[name] ?? 0 })),
      }),
      facets: t.field({
        type: [SearchFacet],
        nullable: false,
        description:
          'How many of the records there are with each value of a filter; what was chosen in that filter itself is left out, so that each count is what choosing the value as well would find.',
        args: {
          names: t.arg({
            type: [SearchFacetName],
            required: true,
            defaultValue: [...facetNames],
            description: 'Of which filters.',
          }),
        },
        resolve: (found, { names }, { hub }) => resolveFacets(hub, ofSearch(found), names),
      }),
    }),
  },
  {
    name: 'SearchEdge',
    fields: (t) => ({
      kind: t.field({
        type: SearchKind,
        nullable: false,
        description: 'What kind of record it is.',
        resolve: (edge) => ofEdge(edge).entity,
      }),
      url: t.string({
        nullable: false,
        description: "Address of the record's page.",
        resolve: (edge, _args, { baseUrl }) => `${baseUrl}/${pathOf(ofEdge(edge))}`,
      }),
      match: t.field({
        type: Match,
        nullable: false,
        description: 'How it matches.',
        resolve: (edge) => ofEdge(edge).match,
      }),
      highlights: t.field({
        type: [Part],
        nullable: false,
        description: 'Its name, in which the words are marked.',
        resolve: async (edge, _args, context) => {
          const [title = ''] = await textsOf(ofEdge(edge), context);
          return highlight(title, ofEdge(edge).marking);
        },
      }),
      snippet: t.field({
        type: [Part],
        description:
          'The piece of its other texts that has the words, marked; null where only the name has them.',
        resolve: async (edge, _args, context) => {
          const [, ...others] = await textsOf(ofEdge(edge), context);
          return snippet(others, ofEdge(edge).marking) ?? null;
        },
      }),
    }),
  },
);

/** What the resolver of `search` gave, of which Pothos knows the connection alone. */
const ofSearch = (connection: object) => connection as Found;
const ofEdge = (edge: object) => edge as FoundEdge;
