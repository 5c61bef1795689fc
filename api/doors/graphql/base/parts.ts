import { badInput } from '../../../errors.ts';
import { builder } from './builder.ts';
import { readSize } from './paging.ts';

/** As many as a list gives that is not told how many: it is refused rather than cut. */
const mostAtOnce = 1000;

export type PartArguments = { first?: number | null | undefined; after?: string | null | undefined };

/** Arguments of a list without cursors, which is read on from the key of the last that came. */
export const partArguments = (key: string) =>
  builder.args((t) => ({
    first: t.int({
      description: `How many, at most 100; without it all of them, as long as they are no more than ${mostAtOnce}.`,
    }),
    after: t.string({ description: `Only those behind this one: ${key}.` }),
  }));

/**
 * How many are to be read: one more than there may be where nothing is told.
 * @throws CallerError for more than is given out.
 */
export const sizeOfPart = ({ first }: PartArguments): number => readSize('first', first) ?? mostAtOnce + 1;

/** @throws CallerError for a list that is longer than it may be. */
export function requirePart<T>(part: T[], { first }: PartArguments): T[] {
  if (first == null && part.length > mostAtOnce)
    throw badInput(
      'first',
      null,
      `there are more than ${mostAtOnce}; ask for 0 to 100 and read on with after`,
    );
  return part;
}

/** A part of keys that have been found. */
export function partOf(keys: readonly string[], asked: PartArguments): readonly string[] {
  const { after } = asked;
  const at = after == null ? -1 : keys.indexOf(after);
  if (after != null && at < 0) throw badInput('after', after, 'the key of one of the list is needed');
  return requirePart(keys.slice(at + 1, at + 1 + sizeOfPart(asked)), asked);
}
