import type { Entity } from '../../../catalogue/model/entity.ts';
import { readOrder } from '../../../catalogue/query/read-filter.ts';
import { badInput, badTogether } from '../../../errors.ts';
import { readCursor } from './cursor.ts';

export const defaultPageSize = 20;
const largestPageSize = 100;

export type PagingArguments = {
  first?: number | null | undefined;
  last?: number | null | undefined;
  after?: string | null | undefined;
  before?: string | null | undefined;
  order?: string | null | undefined;
};

/**
 * Which part of a list is asked for.
 * @throws CallerError for more than is given out, and for what contradicts itself: nothing is cut silently.
 */
export function readPaging(entity: Entity, { first, last, after, before, order }: PagingArguments) {
  const chosen = readOrder(entity, order);
  if (typeof first === 'number' && typeof last === 'number')
    throw badTogether({ first, last }, 'they exclude each other; ask for one of them');
  const list = { name: `${entity.name} in the order ${chosen.name}`, type: chosen.type };
  return {
    order: chosen,
    list,
    size: readSize('first', first) ?? readSize('last', last) ?? defaultPageSize,
    fromEnd: typeof last === 'number',
    after: after ? readCursor('after', after, list) : undefined,
    before: before ? readCursor('before', before, list) : undefined,
  };
}

/** @throws CallerError for more than is given out. */
export function readSize(argument: 'first' | 'last', value: number | null | undefined): number | undefined {
  if (value === null || value === undefined) return undefined;
  if (value < 0 || value > largestPageSize)
    throw badInput(argument, value, `allowed are 0 to ${largestPageSize}; read on with a cursor`);
  return value;
}
