import type { ShownMap } from '../../../publishing/map-data.ts';
import type { FilterWord } from '../../../texts/filter-words.ts';
import type { Embed } from './read-embed.ts';

/** What the list of the map is given. */
export type Listed = {
  readonly embed: Embed;
  readonly data: ShownMap;
  readonly words: readonly FilterWord[];
  /** Path of the page that shows the list. */
  readonly path: '/' | '/embed';
};
