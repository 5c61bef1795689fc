import type { Settings } from '../settings/settings.ts';

/** Of a request of HTTP/1.0, which need not say which host it means. */
export const unnamedHost = 'localhost';

/**
 * Address under which the caller reached the hub, without a slash at its end. Without PUBLIC_URL it depends on the
 * host that the request names, and on nothing else of it: whatever is kept is kept by this address.
 * @param host as the header `Host` has it.
 */
export const baseUrlAt = (host: string | undefined, { PUBLIC_URL }: Pick<Settings, 'PUBLIC_URL'>): string =>
  PUBLIC_URL || `http://${host ?? unnamedHost}`;

export const baseUrlOf = ({ headers, url }: Request, settings: Settings): string =>
  baseUrlAt(headers.get('host') ?? new URL(url).host, settings);

/**
 * The address that whole files carry: a file is made once, and not for each host that somebody asks under.
 */
export const baseUrlOfFiles = ({ PUBLIC_URL, PORT }: Settings): string =>
  PUBLIC_URL || `http://${unnamedHost}:${PORT}`;
