import { decodeGlobalID } from '@pothos/plugin-relay';
import { badInput } from '../../../errors.ts';
import { typeNames } from './type-names.ts';

/**
 * The type and key that a global id names.
 * @throws CallerError for anything that is no id of a record; a record that does not exist is another matter.
 */
export function readGlobalId(id: string): { typename: string; id: string } {
  const types: readonly string[] = Object.values(typeNames);
  const named = decode(id);
  if (!named || !types.includes(named.typename))
    throw badInput('id', id, `the id of a ${types.join(', ')} as this hub gave it out is needed`);
  return named;
}

function decode(id: string): { typename: string; id: string } | undefined {
  try {
    return decodeGlobalID(id);
  } catch {
    return undefined;
  }
}
