import { sortKey } from './sort-key.ts';

/**
 * Text as it is searched: the sort key with ae, oe and ue as a, o and u, so that Müllheim, Muellheim and
 * mullheim are the same word.
 */
export function fold(text: string): string {
  return sortKey(text).replace(/([aou])e/g, '$1');
}
