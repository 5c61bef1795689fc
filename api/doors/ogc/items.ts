import type { Feature, Geometry } from 'geojson';
import { isStorable } from '../../catalogue/model/storable.ts';
import { countRecords, fromPaged, pageClauses, type Row, selectList } from '../../catalogue/query/page.ts';
import { readFilter, readOrder } from '../../catalogue/query/read-filter.ts';
import { allOf, identifier, type Sql, sql } from '../../database/sql.ts';
import { badInput } from '../../errors.ts';
import type { Hub } from '../../hub.ts';
import { type Collection, featureLimits, propertyFilters } from '../../publishing/addresses/features.ts';
import { type Crs, projected, readCrs } from '../../publishing/crs.ts';
import { readParameters } from '../../publishing/datasets/read-parameters.ts';
import { recordOf } from '../../publishing/formats/record.ts';
import { areasOf, type Geometries, readGeometries } from '../../publishing/geometry.ts';
import { holds, meets, readBoxes } from './box.ts';
import { datetimeCondition } from './datetime.ts';
import { firstFeatures } from './first-features.ts';

/** Parameters of a collection that are no filters of the catalogue. */
const itemParameters = ['bbox', 'bbox-crs', 'crs', 'datetime', 'limit', 'after', 'f', 'lang'] as const;

export type Items = {
  readonly features: readonly Feature<Geometry | null>[];
  readonly numberMatched: number;
  /** The system that the coordinates are in. */
  readonly crs: Crs;
  /** Where the next page begins. */
  readonly next: string | undefined;
};

/** A page of features, in an order by key, so that no page misses or repeats one. */
export async function readItems(
  hub: Hub,
  collection: Collection,
  search: URLSearchParams,
  base: string,
): Promise<Items> {
  const { dataset } = collection;
  const { filter, given } = readParameters(search, propertyFilters(collection), itemParameters);
  const crs = await readCrs('?crs', given.crs);
  const boxCrs = await readCrs('?bbox-crs', given['bbox-crs']);
  const geometries = await readGeometries(hub);
  const where = allOf([
    await readFilter(hub, dataset, filter, '?'),
    ...(given.bbox === undefined ? [] : [within(hub, collection, geometries, given.bbox, boxCrs)]),
    ...(given.datetime === undefined ? [] : [datetimeCondition(given.datetime)]),
  ]);
  const limit = readLimit(given.limit);
  const [rows, numberMatched] = await Promise.all([
    readRows(hub, collection, where, limit + 1, given.after),
    countRecords(hub, dataset, where),
  ]);
  const page = rows.slice(0, limit);
  return {
    features: page.map((row) => toFeature(collection, geometries, row, base, crs)),
    numberMatched,
    crs,
    next: rows.length > limit ? String(page.at(-1)?.[dataset.key]) : undefined,
  };
}

/** One feature; null where there is none. */
export async function readItem(
  hub: Hub,
  collection: Collection,
  id: string,
  base: string,
  crs: Crs,
): Promise<Feature<Geometry | null> | null> {
  const { dataset } = collection;
  if (!isStorable(id)) return null;
  const where = sql`t.${identifier(dataset.key)} = ${id}`;
  const [row] = await readByKey(hub, collection, where, 1);
  return row ? toFeature(collection, await readGeometries(hub), row, base, crs) : null;
}

/** Those that come first, and the others, each by key. */
async function readRows(
  hub: Hub,
  collection: Collection,
  where: Sql,
  limit: number,
  after: string | undefined,
): Promise<Row[]> {
  const key = sql`t.${identifier(collection.dataset.key)}`;
  const first = await firstFeatures(hub, collection);
  const isAhead = after === undefined || first.includes(after);
  const ahead = isAhead
    ? await readByKey(hub, collection, sql`${where} AND ${key} = ANY(${first}::text[])`, limit, after)
    : [];
  const behind = await readByKey(
    hub,
    collection,
    sql`${where} AND ${key} <> ALL(${first}::text[])`,
    limit - ahead.length,
    isAhead ? undefined : after,
  );
  return [...ahead, ...behind];
}

function readByKey(hub: Hub, { dataset }: Collection, where: Sql, limit: number, after?: string) {
  const order = readOrder(dataset, dataset.key === 'ags' ? 'AGS' : 'SLUG');
  const clauses = pageClauses(dataset, {
    where,
    order,
    limit,
    after: after === undefined ? undefined : { value: after, key: after },
  });
  return hub.database.rows<Row>(sql`
    SELECT ${selectList(dataset.columns, hub.viewer)}, ${dataset.place.sql} AS "_places"
    FROM ${fromPaged(dataset, hub.viewer)} ${clauses}`);
}

function toFeature(
  { dataset, geometry }: Collection,
  geometries: Geometries,
  row: Row,
  base: string,
  crs: Crs,
): Feature<Geometry | null> {
  const places = row._places as string[];
  const shape = geometries[geometry](places, dataset.place.several);
  const values = Object.entries({ ...recordOf(dataset.columns, row), url: base + row.url });
  return {
    type: 'Feature',
    id: String(row[dataset.key]),
    geometry: shape && projected<Geometry>(shape, crs),
    properties: Object.fromEntries(values.map(([column, value]) => [column, asAttribute(value)])),
  };
}

/** GIS programs have no column for a list: they read it as JSON, or not at all. */
const asAttribute = (value: unknown) => (Array.isArray(value) ? value.join('; ') : value);

/** Whoever has a place in the box, by the geometry that the collection shows. */
function within(
  hub: Hub,
  { dataset, geometry }: Collection,
  geometries: Geometries,
  given: string,
  crs: Crs,
): Sql {
  const boxes = readBoxes(given, crs.degrees);
  const areas = areasOf(hub.region);
  const inside = geometries.places.filter((ags) => {
    const area = areas.get(ags);
    const at = geometries.point([ags], false);
    return boxes.some((box) =>
      geometry === 'boundary'
        ? area !== undefined && meets(box, projected(area, crs))
        : at !== null && holds(box, crs.project(at.coordinates as number[])),
    );
  });
  return sql`${dataset.place.sql} && ${inside}::text[]`;
}

/** More than the most is not refused: the standard wants the most then, and `next` leads on. */
function readLimit(given: string | undefined): number {
  if (given === undefined) return featureLimits.default;
  if (!/^\d{1,9}$/.test(given) || Number(given) < 1)
    throw badInput('?limit', given, 'allowed is a number from 1');
  return Math.min(Number(given), featureLimits.most);
}
