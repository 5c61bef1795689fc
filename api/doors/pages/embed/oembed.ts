import type { Context } from 'hono';
import { html } from 'hono/html';
import { catalogue } from '../../../catalogue/entities/catalogue.ts';
import type { EntityName } from '../../../catalogue/model/entity.ts';
import type { Row } from '../../../catalogue/query/page.ts';
import { checkFilter } from '../../../catalogue/query/read-filter.ts';
import { badInput, CallerError, quote } from '../../../errors.ts';
import { withoutForeign } from '../../../http/addresses.ts';
import { baseUrlOf } from '../../../http/base-url.ts';
import { publicPath, withoutPath } from '../../../http/behind-proxy.ts';
import type { Hub } from '../../../hub.ts';
import { readLanguage } from '../../../language.ts';
import { readParameters, withoutUnknown } from '../../../publishing/datasets/read-parameters.ts';
import { entitiesWithPages } from '../../../publishing/datasets/register.ts';
import { requireRecord } from '../../../publishing/records/record.ts';
import { asXml } from '../../../publishing/xml.ts';
import { texts } from '../../../texts/texts.ts';
import { titleOf } from '../../../texts/words.ts';
import { askedOf, readEmbed } from './read-embed.ts';
import { iframeSnippet } from './snippets.ts';

const usual = { width: 800, height: 720 };
const least = 280;
const parameters = ['url', 'format', 'maxwidth', 'maxheight'];

type Size = { readonly width: number; readonly height: number };

/** `GET /oembed`: what a content management system needs to embed an address of the hub that somebody pastes. */
export async function oembed(c: Context, hub: Hub): Promise<Response> {
  // Whoever asks adds parameters of their own.
  const asked = [...new URL(c.req.url).searchParams].filter(([name]) => parameters.includes(name));
  const { given } = readParameters(new URLSearchParams(asked), [], parameters);
  const headers = { 'access-control-allow-origin': '*' };
  const format = given.format ?? 'json';
  if (format !== 'json' && format !== 'xml') {
    const message = `?format: ${quote(format)} is not offered; json and xml are.`;
    return c.json({ error: { code: 'NOT_IMPLEMENTED', message } }, 501, headers);
  }
  const base = baseUrlOf(c.req.raw, hub.settings);
  const size = {
    width: Math.min(usual.width, readSize('maxwidth', given.maxwidth)),
    height: Math.min(usual.height, readSize('maxheight', given.maxheight)),
  };
  if (given.url === undefined) throw badInput('?url', '', `a page of ${base} is needed`);
  const answer: Record<string, string | number> = {
    version: '1.0',
    ...(await describe(hub, base, given.url, size)),
    provider_name: hub.region.title.de,
    provider_url: `${base}/`,
  };
  if (format === 'json') return c.json(answer, 200, headers);
  const elements = Object.entries(answer).map(([name, value]) => tag(name, value));
  const xml = await html`<?xml version="1.0" encoding="UTF-8"?><oembed>${elements}</oembed>`;
  return c.body(asXml(String(xml)), 200, { ...headers, 'content-type': 'text/xml; charset=utf-8' });
}

const tag = (name: string, value: string | number) => html`<${name}>${value}</${name}>`;

/** As the specification says, whatever is no address with something to embed is a 404. */
async function describe(hub: Hub, base: string, address: string, size: Size) {
  const url = URL.canParse(address) ? withoutForeign(new URL(address)) : null;
  try {
    if (url && `${url.origin}${url.pathname}/`.startsWith(`${base}/`)) {
      url.pathname = withoutPath(url.pathname, publicPath(hub.settings));
      return await describePage(hub, base, url, size);
    }
  } catch (error) {
    // An address that is badly written is none.
    if (!(error instanceof CallerError || error instanceof URIError)) throw error;
    throw new CallerError('NOT_FOUND', error.message);
  }
  throw new CallerError('NOT_FOUND', `?url: ${quote(address)} is no page of ${base}.`);
}

/** A map where one shows what the page is about, within a size that holds it; else a link. */
async function describePage(hub: Hub, base: string, url: URL, size: Size) {
  const [, first = '', key = ''] = url.pathname.split('/').map(decodeURIComponent);
  const entity = entitiesWithPages.find(({ name }) => name === first);
  if (!entity && url.pathname !== '/' && url.pathname !== '/embed')
    throw new CallerError('NOT_FOUND', `?url: ${quote(url.href)} is no map and no record.`);
  const lang = readLanguage(url.searchParams.get('lang'));
  const found = entity && (await requireRecord(hub, entity, key, lang, { most: 1 }));
  const title = found ? titleOf(found.record, texts[lang]) : hub.region.title[lang];
  const search = found ? mapOf(entity.name, found.record) : url.searchParams;
  if (!search || Math.min(size.width, size.height) < least) return { type: 'link', title };
  if (found) search.set('lang', lang);
  // What somebody pastes may hold anything; what the map does not know is left out, as on its page.
  const embed = readEmbed(withoutUnknown(search, readEmbed).search);
  await checkFilter(hub, catalogue.projects, askedOf(embed), '?');
  return { type: 'rich', title, html: iframeSnippet(base, embed, title, size), ...size };
}

/** The parameters of the map that shows the record; null where none does. */
function mapOf(entity: EntityName, record: Row): URLSearchParams | null {
  const ofPlace = (ags: unknown, layer: string) =>
    typeof ags === 'string' ? new URLSearchParams({ municipality: ags, layer }) : null;
  const owners = record.owners as string[] | undefined;
  if (entity === 'municipalities') return new URLSearchParams({ municipality: String(record.ags) });
  if (entity === 'fields') return new URLSearchParams({ field: String(record.slug) });
  if (entity === 'topics') return new URLSearchParams({ topic: String(record.slug) });
  if (entity === 'projects') return new URLSearchParams({ project: String(record.slug) });
  if (entity === 'strategies') return ofPlace(owners?.length === 1 ? owners[0] : null, 'strategies');
  if (entity === 'contacts') return ofPlace(record.municipality, 'contacts');
  return null;
}

function readSize(name: string, given: string | undefined): number {
  if (given === undefined) return Number.POSITIVE_INFINITY;
  if (!/^[1-9]\d{0,5}$/.test(given)) throw badInput(`?${name}`, given, 'allowed are whole numbers from 1');
  return Number(given);
}
