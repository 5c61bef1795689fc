import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { CallerError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { callerErrorOf } from './caller-error-of.ts';

/**
 * What harvesters mirror is whole or not there at all: they delete what is missing, and keep what they have
 * when they read 503. `work` makes the whole answer before its first byte goes out.
 */
export async function wholeOr503(c: Context, hub: Hub, work: () => Promise<Response>): Promise<Response> {
  try {
    if ((await hub.database.revision.current()).number === 0)
      throw new CallerError('UNAVAILABLE', 'The catalogue is still empty; nothing was imported yet.');
    return await work();
  } catch (error) {
    if (callerErrorOf(error, hub.settings) || c.req.raw.signal.aborted) throw error;
    const id = randomUUID();
    hub.log.error({ id, err: error, url: c.req.url }, 'An answer for harvesters could not be made whole');
    throw new CallerError('UNAVAILABLE', `Not available now; the hub's log has it under ${id}.`);
  }
}
