import { z } from 'zod';
import type { Place } from '../catalogue/page.ts';
import { badInput } from '../errors.ts';

const cursorContent = z.tuple([z.string(), z.union([z.string(), z.int()]), z.string()]);

/** A cursor tells the order it belongs to, so that one of another order is an error and not a wrong page. */
export const writeCursor = (order: string, { value, key }: Place): string =>
  Buffer.from(JSON.stringify([order, value, key])).toString('base64url');

/** @throws CallerError for anything that is no cursor of this order. */
export function readCursor(
  argument: 'after' | 'before',
  cursor: string,
  order: { name: string; type: string },
): Place {
  const content = cursorContent.safeParse(parse(cursor));
  if (!content.success) throw badInput(argument, cursor, 'a cursor that this hub gave out is needed');
  const [name, value, key] = content.data;
  if (name !== order.name || typeof value !== (order.type === 'integer' ? 'number' : 'string'))
    throw badInput(
      argument,
      cursor,
      `it belongs to the order ${name}, this list is in the order ${order.name}`,
    );
  return { value, key };
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
