import type { IncomingMessage } from 'node:http';
import { CallerError, quote } from '../errors.ts';

const host = /^([a-z0-9._-]+|\[[0-9a-f:.]+\])(:\d{1,5})?$/i;
const absolute = /^https?:\/\/([^/?#]*)(.*)$/i;

/**
 * Leaves of the target what stands behind the host. A target may name a host itself (RFC 9112, 3.2.2); where it is
 * another one than the header says, a cache on the way and the hub would each believe their own.
 * @throws CallerError where it is not clear which host is meant.
 */
export function readTarget(incoming: IncomingMessage) {
  const hosts = incoming.rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host');
  if (hosts.length > 1) throw refused(`it has ${hosts.length} headers Host`, 'one is needed');
  const named = incoming.headers.host;
  if (named !== undefined && !host.test(named))
    throw refused(`the header Host is ${quote(named)}`, 'a host name with or without a port is needed');
  const [, authority, rest] = absolute.exec(incoming.url ?? '') ?? [];
  if (authority === undefined || rest === undefined) return;
  if (authority.toLowerCase() !== named?.toLowerCase())
    throw refused(
      `it is for ${quote(authority)}, but the header Host is ${quote(named ?? null)}`,
      'they have to be the same',
    );
  incoming.url = rest.startsWith('/') ? rest : `/${rest}`;
}

const refused = (found: string, allowed: string) =>
  new CallerError('BAD_USER_INPUT', `The request is not clear: ${found}; ${allowed}.`);
