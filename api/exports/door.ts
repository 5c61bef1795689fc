import { type Context, Hono } from 'hono';
import { catalogue } from '../catalogue/catalogue.ts';
import type { Entity } from '../catalogue/entity.ts';
import { CallerError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { readLanguage } from '../language.ts';
import { dataset } from './dataset.ts';
import { mapData } from './map-data.ts';
import { findRecord } from './record.ts';

/** Entities whose records have a page of their own. */
export const entitiesWithPages: readonly Entity[] = Object.values(catalogue).filter(
  ({ name }) => name !== 'topics',
);

/** Files, the numbers of the map, and every record as data. */
export function exportsDoor(hub: Hub): Hono {
  const door = new Hono();
  door.get('/data/:file{.+\\..+}', (c) => dataset(c, hub));
  door.get('/map.json', (c) => mapData(c, hub));
  door.get(hub.region.boundaries.path, (c) =>
    c.body(hub.region.boundaries.body, 200, {
      'content-type': 'application/json; charset=utf-8',
      // The address changes with the content.
      'cache-control': 'public, max-age=31536000, immutable',
      'access-control-allow-origin': '*',
    }),
  );
  for (const entity of entitiesWithPages)
    door.get(`/${entity.name}/:key{.+\\.json}`, (c) => recordAsData(c, hub, entity));
  return door;
}

async function recordAsData(c: Context, hub: Hub, entity: Entity) {
  const key = (c.req.param('key') ?? '').replace(/\.json$/, '');
  const search = new URL(c.req.url).searchParams;
  const field = search.getAll('field');
  const found = await findRecord(
    hub.database.prisma,
    entity,
    key,
    readLanguage(search.get('lang')),
    field.length > 0 ? { field } : {},
  );
  if (!found) throw new CallerError('NOT_FOUND', `There is no ${entity.singular} ${key}.`);
  const { record, related, named } = found;
  const named_ = (references: string, at: unknown) =>
    named[references as keyof typeof named]?.[String(at)] ?? null;
  const expanded = Object.fromEntries(
    entity.columns
      .filter(({ references, list }) => references && !list)
      .map(({ name, references }) => [
        name,
        record[name] === null
          ? null
          : {
              [catalogue[references!].key]: record[name],
              name: named_(references!, record[name]),
              url: `/${references}/${record[name]}`,
            },
      ]),
  );
  return c.json({ ...record, ...expanded, ...related }, 200, { 'access-control-allow-origin': '*' });
}
