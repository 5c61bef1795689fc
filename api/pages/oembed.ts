import type { Context } from 'hono';
import { html } from 'hono/html';
import { baseUrlOf } from '../base-url.ts';
import { badInput } from '../errors.ts';
import { readParameters } from '../exports/read-parameters.ts';
import { requireRecord } from '../exports/record.ts';
import { entitiesWithPages } from '../exports/register.ts';
import type { Hub } from '../hub.ts';
import { texts } from './layout.tsx';
import { readEmbed } from './read-embed.ts';
import { iframeSnippet } from './snippets.ts';
import { titleOf } from './words.ts';

const usual = { width: 800, height: 720 };
const least = 280;

/** `GET /oembed`: what a content management system needs to embed an address of the hub that somebody pastes. */
export async function oembed(c: Context, hub: Hub): Promise<Response> {
  const search = new URL(c.req.url).searchParams;
  const { given } = readParameters(search, [], ['url', 'format', 'maxwidth', 'maxheight']);
  const format = given.format ?? 'json';
  if (format !== 'json' && format !== 'xml') throw badInput('?format', format, 'allowed are json, xml');
  const base = baseUrlOf(c.req.raw, hub.settings);
  const size = {
    width: Math.min(usual.width, readSize('maxwidth', given.maxwidth)),
    height: Math.min(usual.height, readSize('maxheight', given.maxheight)),
  };
  const answer: Record<string, string | number> = {
    version: '1.0',
    ...(await describe(hub, base, readUrl(given.url, base), size)),
    provider_name: hub.region.title.de,
    provider_url: `${base}/`,
  };
  const headers = { 'access-control-allow-origin': '*' };
  if (format === 'json') return c.json(answer, 200, headers);
  const elements = Object.entries(answer).map(([name, value]) => tag(name, value));
  const xml = await html`<?xml version="1.0" encoding="UTF-8"?><oembed>${elements}</oembed>`;
  return c.body(String(xml), 200, { ...headers, 'content-type': 'text/xml; charset=utf-8' });
}

const tag = (name: string, value: string | number) => html`<${name}>${value}</${name}>`;

/** The map for the map's addresses, and for a municipality's and a field's; other records are a link. */
async function describe(hub: Hub, base: string, url: URL, size: { width: number; height: number }) {
  const [, first = '', key = ''] = url.pathname.split('/').map(decodeURIComponent);
  const search = new URLSearchParams(url.search);
  const entity = entitiesWithPages.find(({ name }) => name === first);
  const { lang } = readEmbed(search);
  let title = hub.region.title[lang];
  if (entity) {
    const { record } = await requireRecord(hub.database.prisma, entity, key, lang);
    title = titleOf(record, texts[lang]);
    if (entity.name !== 'municipalities' && entity.name !== 'fields') return { type: 'link', title };
    search.set(entity.name === 'fields' ? 'field' : 'municipality', key);
  } else if (url.pathname !== '/' && url.pathname !== '/embed')
    throw badInput('?url', url.href, `allowed are ${base}/, ${base}/embed and the pages of records`);
  return { type: 'rich', title, html: iframeSnippet(base, readEmbed(search), title, size), ...size };
}

function readUrl(given: string | undefined, base: string): URL {
  if (given === undefined || !URL.canParse(given) || new URL(given).origin !== new URL(base).origin)
    throw badInput('?url', given ?? '', `a page of ${base} is needed`);
  return new URL(given);
}

function readSize(name: string, given: string | undefined): number {
  if (given === undefined) return Number.POSITIVE_INFINITY;
  if (!/^\d{1,5}$/.test(given) || Number(given) < least)
    throw badInput(`?${name}`, given, `allowed are whole numbers from ${least}`);
  return Number(given);
}
