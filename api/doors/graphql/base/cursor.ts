import { z } from 'zod';
import { isStorable } from '../../../catalogue/model/storable.ts';
import type { PlaceInOrder } from '../../../catalogue/query/page.ts';
import { badInput } from '../../../errors.ts';

const text = z.string().refine(isStorable);
/** Numbers of records are such that PostgreSQL's `integer` has them. */
const cursorContent = z.tuple([z.string(), z.union([text, z.int32()]), text]);

/** A list in an order, as its cursors name it, and the type of the values that it is ordered by. */
export type CursorList = { readonly name: string; readonly type: string };

/** A cursor tells the list it belongs to, so that one of another list is an error and not a wrong page. */
export const writeCursor = (list: CursorList, { value, key }: PlaceInOrder): string =>
  Buffer.from(JSON.stringify([list.name, value, key])).toString('base64url');

/** @throws CallerError for anything that is no cursor of this list. */
export function readCursor(argument: 'after' | 'before', cursor: string, list: CursorList): PlaceInOrder {
  const content = cursorContent.safeParse(parse(cursor));
  if (!content.success) throw badInput(argument, cursor, 'a cursor that this hub gave out is needed');
  const [name, value, key] = content.data;
  if (name !== list.name)
    throw badInput(argument, cursor, `it belongs to ${name}, this list is ${list.name}`);
  if (typeof value !== (list.type === 'integer' ? 'number' : 'string'))
    throw badInput(argument, cursor, 'a cursor that this hub gave out is needed');
  return { value, key };
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
