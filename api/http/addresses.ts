import type { MiddlewareHandler } from 'hono';
import { CallerError, quote } from '../errors.ts';

/** Parameters that mail programs, networks, advertisers and scripts append to any address. */
const foreign =
  /^((utm|mtm|pk|piwik|matomo|hsa|ml|stm)_.*|(fb|g|d|ms|y|tw|tt|ir|sc|wbr|gbr)(cl|a)id|fbclid|gclsrc|msclkid|yclid|srsltid|igshid?|li_fat_id|mc_[ce]id|_ga|_gl|_gac|_hs(enc|mi)|__hs\w+|__cf_\w+|mkt_tok|oly_(anon|enc)_id|vero_(id|conv)|ref_src|_)$/i;

/** Takes from an address what is not meant for the hub. */
export function withoutForeign(address: URL): URL {
  const names = [...new Set(address.searchParams.keys())].filter((name) => foreign.test(name));
  const own = new URL(address);
  for (const name of names) own.searchParams.delete(name);
  return names.length > 0 ? own : address;
}

/** What stands for bytes in an address has to be UTF-8; a sign of per cent that stands for itself is let be. */
function mustBeUtf8(address: string) {
  for (const [bytes] of address.matchAll(/(%[0-9a-f]{2})+/gi))
    try {
      decodeURIComponent(bytes);
    } catch {
      const allowed = 'addresses are written in UTF-8';
      throw new CallerError('BAD_USER_INPUT', `The address has ${quote(bytes)}; ${allowed}.`, {
        value: bytes,
        allowed,
      });
    }
}

/**
 * Reads addresses as people and programs hand them on: what others append has no say in the answer.
 * @throws CallerError where bytes are no UTF-8.
 */
export const readAddress: MiddlewareHandler = async (c, next) => {
  const address = new URL(c.req.url);
  const own = withoutForeign(address);
  mustBeUtf8(own.pathname + own.search);
  if (own !== address && (c.req.method === 'GET' || c.req.method === 'HEAD'))
    c.req.raw = new Request(own, c.req.raw);
  await next();
};
