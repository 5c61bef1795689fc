import type { Context } from 'hono';
import { badInput, CallerError } from '../../errors.ts';
import { baseUrlOf } from '../../http/base-url.ts';
import type { Hub } from '../../hub.ts';
import { type Language, readLanguage } from '../../language.ts';
import { type Collection, collections } from '../../publishing/addresses/features.ts';
import { readParameters } from '../../publishing/datasets/read-parameters.ts';
import { geoJson, html, type Link } from './documents.ts';

type Form = 'json' | 'html';
export type Asked = { base: string; lang: Language; form: Form; search: URLSearchParams; address: URL };

/** What a request asks for, whatever it asks about. */
export function readAsked(c: Context, hub: Hub): Asked {
  const address = new URL(baseUrlOf(c.req.raw, hub.settings) + new URL(c.req.url).pathname);
  address.search = new URL(c.req.url).search;
  const search = address.searchParams;
  const given = search.get('f');
  if (given !== null && given !== 'json' && given !== 'html')
    throw badInput('?f', given, 'allowed are json and html');
  const accepted: Form = (c.req.header('accept') ?? '').startsWith(html) ? 'html' : 'json';
  return {
    base: baseUrlOf(c.req.raw, hub.settings),
    lang: readLanguage(search.get('lang')),
    form: given ?? accepted,
    search,
    address,
  };
}

/** @throws CallerError for any other parameter. */
export const noOthers = ({ search }: Asked) => readParameters(search, [], ['f', 'lang']);

/** @throws CallerError NOT_FOUND, with those that there are. */
export function requireCollection(c: Context): Collection {
  const name = c.req.param('collection');
  const found = collections.find(({ dataset }) => dataset.name === name);
  if (found) return found;
  const names = collections.map(({ dataset }) => dataset.name).join(', ');
  throw new CallerError('NOT_FOUND', `There is no collection ${name}. There are ${names}.`);
}

/** The page behind this one. */
export function nextLink({ address, form }: Asked, after: string): Link {
  const url = new URL(address);
  url.searchParams.set('after', after);
  return { href: url.href, rel: 'next', type: form === 'html' ? html : geoJson };
}
