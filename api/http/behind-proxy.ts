import type { MiddlewareHandler } from 'hono';
import { OperatorError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import type { Settings } from '../settings/settings.ts';

/** What stands behind the host in PUBLIC_URL, such as `/wege`; nothing for a hub with a host of its own. */
export const publicPath = ({ PUBLIC_URL }: Pick<Settings, 'PUBLIC_URL'>): string =>
  PUBLIC_URL && new URL(PUBLIC_URL).pathname.replace(/\/+$/, '');

/**
 * The target as the hub's doors know it. Some proxies take the path away before they ask the hub, and some do not.
 * @param path see `publicPath`.
 */
export function withoutPath(target: string, path: string): string {
  if (path === '' || !target.startsWith(path)) return target;
  const rest = target.slice(path.length);
  if (rest.startsWith('/')) return rest;
  return rest === '' || rest.startsWith('?') ? `/${rest}` : target;
}

/** Attributes of a page that hold an address; text has no quotes of its own there, so that nothing else looks alike. */
const addresses = / (href|src|srcset|action)="(?=\/(?!\/))/g;

/** Lets all that pages and headers name by its path at the hub lead below the path of PUBLIC_URL. */
export function leadBelow(path: string): MiddlewareHandler {
  return async (c, next) => {
    await next();
    if (path === '') return;
    const { headers } = c.res;
    const location = headers.get('location');
    if (location?.startsWith('/')) headers.set('location', path + location);
    const links = headers.get('link');
    if (links) headers.set('link', links.replaceAll('</', `<${path}/`));
    if (!headers.get('content-type')?.startsWith('text/html')) return;
    const page = await c.res.text();
    c.res = new Response(page.replaceAll(addresses, ` $1="${path}`), c.res);
  };
}

/**
 * A path that begins like one of the hub's own could not be told from it, once a proxy has taken it away.
 * @throws OperatorError for such a path.
 */
export function mustBeForeign(path: string, routes: readonly { method: string; path: string }[]) {
  const first = (of: string) => of.split('/')[1];
  if (path === '' || !routes.some((route) => route.method === 'GET' && first(route.path) === first(path)))
    return;
  throw new OperatorError(
    `PUBLIC_URL: the path ${path} begins like an address of the hub itself; choose another, such as /wege.`,
  );
}

/** Tells the operator once that links begin with `http:` although visitors came by TLS. */
export function noticeTls({ settings, log }: Hub): MiddlewareHandler {
  let told = settings.PUBLIC_URL !== '';
  return async (c, next) => {
    if (!told && c.req.header('x-forwarded-proto')?.toLowerCase() === 'https') {
      told = true;
      log.warn(
        'A proxy passes on requests that came by https, but PUBLIC_URL is not set: links in files and feeds begin with http:',
      );
    }
    await next();
  };
}
