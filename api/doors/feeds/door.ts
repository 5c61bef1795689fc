import { type Context, Hono } from 'hono';
import { whomToCall } from '../../catalogue/calls/whom-to-call.ts';
import type { Entity } from '../../catalogue/model/entity.ts';
import { namesIn } from '../../catalogue/query/names.ts';
import type { Row } from '../../catalogue/query/page.ts';
import { readFilter } from '../../catalogue/query/read-filter.ts';
import { badInput, CallerError } from '../../errors.ts';
import { baseUrlOf } from '../../http/base-url.ts';
import { wholeOr503 } from '../../http/whole-or-503.ts';
import type { Hub } from '../../hub.ts';
import { href, type Language } from '../../language.ts';
import { feedFormats } from '../../publishing/addresses/feeds.ts';
import { publicColumns } from '../../publishing/datasets/dataset.ts';
import { filterNames, type Parameters, readParameters } from '../../publishing/datasets/read-parameters.ts';
import { entitiesWithPages } from '../../publishing/datasets/register.ts';
import { licenceLink, licenceOf } from '../../publishing/licences.ts';
import { callRow } from '../../publishing/records/calls.ts';
import { askedAbout } from '../../texts/calls/call-words.ts';
import { filterWords } from '../../texts/filter-words.ts';
import { feedWords } from '../../texts/pages/feed-words.ts';
import { texts } from '../../texts/texts.ts';
import { type HistoryPlace, recentChanges } from './changes.ts';
import { tell } from './entry.tsx';
import type { Feed } from './write.ts';

/** Changes on one page of a feed; older ones are behind `rel="next"` (RFC 5005). */
const pageSize = 50;

/** What is new, changed, confirmed or removed: each entity that has pages, in each format. */
export function feedsDoor(hub: Hub): Hono {
  const door = new Hono();
  door.get('/feeds/:file', (c) => feed(c, hub));
  return door;
}

/**
 * `GET /feeds/{entity}.atom` and `.json`: what is new, changed or confirmed under any filter, newest first;
 * without a filter also what is removed.
 */
async function feed(c: Context, hub: Hub): Promise<Response> {
  const file = c.req.param('file') ?? '';
  const dot = file.lastIndexOf('.');
  const entity = entitiesWithPages.find(({ name }) => name === file.slice(0, dot));
  const format = feedFormats.find(({ extension }) => extension === file.slice(dot + 1));
  if (!entity || !format)
    throw new CallerError(
      'NOT_FOUND',
      `There is no feed ${file}. There are ${entitiesWithPages.map(({ name }) => name).join(', ')}, each as ${feedFormats.map(({ extension }) => extension).join(' and ')}.`,
    );
  return wholeOr503(c, hub, async () => {
    const { write } = await import('./write.ts');
    const body = write[format.extension](await readFeed(c.req.raw, hub, entity));
    return c.body(body, 200, {
      'content-type': `${format.contentType}; charset=utf-8`,
      link: licenceLink(hub, entity),
      'access-control-allow-origin': '*',
    });
  });
}

async function readFeed(request: Request, hub: Hub, entity: Entity): Promise<Feed> {
  const { pathname, searchParams } = new URL(request.url);
  const parameters = readParameters(searchParams, filterNames(entity), ['lang', 'before']);
  const { filter, lang } = parameters;
  const columns = publicColumns(entity);
  const where = await readFilter(hub, entity, filter, '?');
  // One more than a page tells whether there is a next one.
  const removals = Object.keys(filter).length === 0;
  const place = readPlace(parameters);
  const found = await recentChanges(hub, entity, columns, where, removals, pageSize + 1, place);
  const changes = found.slice(0, pageSize);
  const names = await namesIn(
    hub,
    columns,
    changes.flatMap((change) =>
      change.action === 'REMOVED' ? [] : [change.before ?? {}, change.after, change.record],
    ),
    lang,
  );

  const calls = await readCalls(hub, entity, changes, lang);

  const base = baseUrlOf(request, hub.settings);
  const address = (place?: HistoryPlace) => {
    const search = new URLSearchParams(searchParams);
    search.delete('before');
    if (place) search.set('before', `${place.revision}:${place.key}`);
    return base + pathname + (search.size > 0 ? `?${search}` : '');
  };
  const title = `${hub.region.title[lang]}: ${texts[lang][entity.name]}${await narrowedTo(hub, entity, parameters)}`;
  return {
    address: base + pathname + new URL(request.url).search,
    id: address(),
    home: base + href(`/data/${entity.name}`, lang),
    next: found.length > pageSize ? address(changes.at(-1)) : undefined,
    title,
    about: feedWords[lang].about(title),
    author: hub.region.title[lang],
    licence: licenceOf(hub, entity),
    lang,
    updated: changes[0]?.at ?? (await hub.database.revision.current()).createdAt,
    entries: changes.flatMap((change) => {
      const entry = tell(change, { entity, columns, names, lang, viewer: hub.viewer, calls });
      const url = base + href(`/${entity.name}/${encodeURIComponent(change.key)}`, lang);
      // The address of a record stays, and so do number and mark of a revision: where a backup was put back, readers
      // do not take what came after it for what they have under the same number.
      const mark = change.mark === null ? '' : `.${change.mark.slice(0, 8)}`;
      const id = `${base}/${entity.name}/${encodeURIComponent(change.key)}#r${change.revision}${mark}`;
      return entry ? [{ ...entry, id, url, at: change.at }] : [];
    }),
  };
}

/** Whom to call about each record; a contact is told of itself, and who can only be visited is nobody to call. */
async function readCalls(
  hub: Hub,
  entity: Entity,
  changes: readonly HistoryPlace[],
  lang: Language,
): Promise<ReadonlyMap<string, Row>> {
  if (entity.name === 'contacts') return new Map();
  const found = await whomToCall(hub, entity.name, [...new Set(changes.map(({ key }) => key))]);
  return new Map(
    [...found].flatMap(([key, calls]) => {
      const first = calls.find(({ phone, email }) => phone || email);
      return first ? [[key, callRow(first, askedAbout(entity.name), lang)] as const] : [];
    }),
  );
}

/** `?before=12:some-slug`: as `next` gives it. */
function readPlace({ given }: Parameters): HistoryPlace | undefined {
  if (given.before === undefined) return undefined;
  const [, revision, key] = /^(\d{1,9}):(.+)$/.exec(given.before) ?? [];
  if (!revision || !key)
    throw badInput('?before', given.before, 'follow the link to the next page of the feed');
  return { revision: Number(revision), key };
}

/** The filter in words, for the title. */
async function narrowedTo(hub: Hub, entity: Entity, { filter, lang }: Parameters) {
  const words = await filterWords(hub, entity, filter, lang);
  return words.map(({ label, values }) => `; ${label}: ${values.join(', ')}`).join('');
}
