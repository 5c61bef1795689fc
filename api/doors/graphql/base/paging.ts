import type { Entity } from '../../../catalogue/model/entity.ts';
import { readOrder } from '../../../catalogue/query/read-filter.ts';
import { badInput, badTogether } from '../../../errors.ts';
import { type CursorList, readCursor } from './cursor.ts';

export const defaultPageSize = 20;
const largestPageSize = 100;

export type PagingArguments = {
  first?: number | null | undefined;
  last?: number | null | undefined;
  after?: string | null | undefined;
  before?: string | null | undefined;
  order?: string | null | undefined;
  direction?: string | null | undefined;
};

/**
 * Which part of a list is asked for.
 * @throws CallerError for more than is given out, and for what contradicts itself: nothing is cut silently.
 */
export function readPaging(entity: Entity, { order, direction, ...page }: PagingArguments) {
  const named = readOrder(entity, order);
  const chosen = {
    ...named,
    direction: direction === 'ASC' || direction === 'DESC' ? direction : named.direction,
  };
  const turned = chosen.direction === named.direction ? '' : ` ${chosen.direction}`;
  const list = { name: `${entity.name} in the order ${named.name}${turned}`, type: named.type };
  return { order: chosen, list, ...readPage(list, page) };
}

/**
 * Which part of a list is asked for, of one that has a single order.
 * @throws CallerError as readPaging.
 */
export function readPage(list: CursorList, { first, last, after, before }: PagingArguments) {
  if (typeof first === 'number' && typeof last === 'number')
    throw badTogether({ first, last }, 'they exclude each other; ask for one of them');
  return {
    size: readSize('first', first) ?? readSize('last', last) ?? defaultPageSize,
    fromEnd: typeof last === 'number',
    after: after ? readCursor('after', after, list) : undefined,
    before: before ? readCursor('before', before, list) : undefined,
  };
}

/**
 * Where a page stands, by what was asked for and whether more rows were found than that. It is a class, as every object
 * that is written with a getter of its own gets a hidden class of its own, which holds the page until a slow collection.
 */
export class PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly #edges: readonly { readonly cursor: string }[];

  constructor(
    { fromEnd, after, before }: { fromEnd: boolean; after?: unknown; before?: unknown },
    more: boolean,
    edges: readonly { readonly cursor: string }[],
  ) {
    this.hasNextPage = fromEnd ? before !== undefined : more;
    this.hasPreviousPage = fromEnd ? more : after !== undefined;
    this.#edges = edges;
  }

  get startCursor(): string | null {
    return this.#edges.at(0)?.cursor ?? null;
  }

  get endCursor(): string | null {
    return this.#edges.at(-1)?.cursor ?? null;
  }
}

/** @throws CallerError for more than is given out. */
export function readSize(
  argument: 'first' | 'last' | 'ids',
  value: number | null | undefined,
): number | undefined {
  if (value === null || value === undefined) return undefined;
  if (value < 0 || value > largestPageSize)
    throw badInput(argument, value, `allowed are 0 to ${largestPageSize}; read on with a cursor`);
  return value;
}
