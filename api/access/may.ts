import { CallerError } from '../errors.ts';
import type { Actor } from './actor.ts';

export type Action = 'CHANGE' | 'REMOVE' | 'ERASE' | 'READ_HISTORY';

const allowed: Readonly<Record<Actor['role'], readonly Action[]>> = {
  OPERATOR: ['CHANGE', 'REMOVE', 'ERASE', 'READ_HISTORY'],
  PUBLIC: [],
};

/** The one answer to who may do what: roles are asked here and nowhere else. */
const may = ({ role }: Actor, action: Action): boolean => allowed[role].includes(action);

/** @throws CallerError UNAUTHENTICATED for whoever is not known, FORBIDDEN for others that may not. */
export function authorise(actor: Actor, action: Action) {
  if (may(actor, action)) return;
  if (actor.role === 'PUBLIC')
    throw new CallerError('UNAUTHENTICATED', 'The catalogue is changed by those who are signed in.');
  throw new CallerError('FORBIDDEN', `${actor.name} may not do this (${action}).`);
}
