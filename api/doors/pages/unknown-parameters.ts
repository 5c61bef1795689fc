import type { MiddlewareHandler } from 'hono';
import { entities } from '../../catalogue/entities/catalogue.ts';
import { withoutUnknown } from '../../publishing/datasets/read-parameters.ts';
import { readEmbed } from './embed/read-embed.ts';
import { readListRequest } from './lists/read-list.ts';
import { readSearchRequest } from './lists/read-search.ts';

declare module 'hono' {
  interface ContextVariableMap {
    /** Parameters of the address that the page does not know. */
    unknownParameters: readonly string[];
  }
}

/**
 * What reads the address of each page that has parameters. A frame is one of them: what another program appends
 * to its address must not take the map from a town's page.
 */
const readers: Readonly<Record<string, (search: URLSearchParams) => unknown>> = {
  '/': readEmbed,
  '/embed': readEmbed,
  '/embed/builder': readEmbed,
  '/search': readSearchRequest,
  ...Object.fromEntries(
    entities.map((entity) => [
      `/${entity.name}`,
      (search: URLSearchParams) => readListRequest(entity, search),
    ]),
  ),
};

/** Shows a page without the parameters that it does not know, and lets it say so. */
export const leaveOutUnknown: MiddlewareHandler = async (c, next) => {
  const read = readers[c.req.path];
  const address = new URL(c.req.url);
  if (read && address.search) {
    const { search, unknown } = withoutUnknown(address.searchParams, read);
    if (unknown.length > 0) {
      address.search = String(search);
      c.req.raw = new Request(address, c.req.raw);
      c.set('unknownParameters', unknown);
    }
  }
  await next();
};
