import type { Context } from 'hono';
import { catalogue } from '../../catalogue/entities/catalogue.ts';
import type { Entity, EntityName } from '../../catalogue/model/entity.ts';
import type { Hub } from '../../hub.ts';
import { publicColumns } from '../../publishing/datasets/dataset.ts';
import { readParameters } from '../../publishing/datasets/read-parameters.ts';
import { entitiesWithPages } from '../../publishing/datasets/register.ts';
import { licenceLink } from '../../publishing/licences.ts';
import { type FoundRecord, requireRecord } from '../../publishing/records/record.ts';

/** `GET /{entity}/{key}.json`: a record with its public columns and all that is related to it. */
export async function recordAsData(c: Context, hub: Hub, entity: Entity): Promise<Response> {
  const key = (c.req.param('key') ?? '').replace(/\.json$/, '');
  const { filter, lang } = readParameters(new URL(c.req.url).searchParams, ['field'], ['lang']);
  const found = await requireRecord(hub, entity, key, lang, { filter });
  const lists = Object.entries(found.related).map(([list, { rows }]) => [list, rows]);
  return c.json(
    {
      ...found.record,
      ...expanded(entity, found),
      ...(Object.keys(found.languages).length > 0 && { languages: found.languages }),
      ...Object.fromEntries(lists),
      whom_to_call: found.whomToCall,
      ...(found.peers && { peers: found.peers }),
      ...(entity.name === 'municipalities' && { attribution: hub.region.attribution[lang] }),
    },
    200,
    { 'access-control-allow-origin': '*', link: licenceLink(hub, entity) },
  );
}

/** The columns that refer to other records, with the names and addresses of those. */
function expanded(entity: Entity, { record, named }: FoundRecord) {
  const reference = (other: EntityName, at: string) => ({
    [catalogue[other].key]: at,
    name: named[other]?.[at] ?? null,
    ...(entitiesWithPages.includes(catalogue[other]) && { url: `/${other}/${at}` }),
  });
  const result: Record<string, unknown> = {};
  for (const { name, references, list } of publicColumns(entity)) {
    if (!references) continue;
    const value = record[name];
    if (list) result[name] = (value as string[]).map((at) => reference(references, at));
    else result[name] = typeof value === 'string' ? reference(references, value) : null;
  }
  return result;
}
