import type { PlaceInOrder } from '../../../catalogue/query/page.ts';
import { type CursorList, writeCursor } from '../base/cursor.ts';
import { PageInfo } from '../base/paging.ts';
import { itemsPerArray } from './compose.ts';
import { isMoment } from './models.ts';
import type { CheckedLists, ListPlan, RecordPlan } from './plan-types.ts';

export type ReadRecord = Record<string, unknown>;

type Items = readonly unknown[];

/** A record in its list; its cursor is made where it is asked for. */
class Edge {
  readonly node: ReadRecord;
  readonly #list: CursorList;
  readonly #place: PlaceInOrder;

  constructor(node: ReadRecord, list: CursorList, place: PlaceInOrder) {
    this.node = node;
    this.#list = list;
    this.#place = place;
  }

  get cursor(): string {
    return writeCursor(this.#list, this.#place);
  }
}

/** A page of a list with its count, as a connection of GraphQL; what is not asked for is not made. */
class Connection {
  readonly edges: readonly { readonly cursor: string; readonly node: ReadRecord }[];
  readonly pageInfo: PageInfo;
  readonly totalCount: number;

  constructor(list: ListPlan, checked: CheckedLists, decode: DecodeRecord, [page, count]: Items) {
    const known = checked.get(list);
    if (!known || 'error' in known) throw new Error('A list whose arguments are wrong has no page.');
    const { paging } = known;
    const all = (page ?? []) as Items;
    const rows = all.length > paging.size ? all.slice(0, paging.size) : [...all];
    if (paging.fromEnd) rows.reverse();
    const more = all.length > paging.size;
    const key = list.source.entity.key;
    this.totalCount = count as number;
    this.edges = rows.map((row) => {
      if (!list.cursors) return { cursor: '', node: decode(row as Items) };
      const [value, items] = row as [string | number, Items];
      const node = decode(items);
      return new Edge(node, paging.list, { value, key: String(node[key]) });
    });
    this.pageInfo = new PageInfo(paging, more, this.edges);
  }
}

type DecodeRecord = (items: Items) => ReadRecord;

/** Makes records of the arrays that the statement of a plan gives. */
export function recordDecoder(plan: RecordPlan, checked: CheckedLists): DecodeRecord {
  const parts: { name: string; decode?: (value: unknown) => unknown }[] = [
    ...[...plan.columns].map((name) =>
      isMoment(plan.model, name) ? { name, decode: (value: unknown) => new Date(String(value)) } : { name },
    ),
    ...plan.related.map(({ property, relation: { many }, plan: inner }) => {
      const decode = recordDecoder(inner, checked);
      return {
        name: property,
        decode: (value: unknown) =>
          many ? (value as Items[]).map(decode) : value === null ? null : decode(value as Items),
      };
    }),
    ...plan.slots.map(({ slot, part }) => ({
      name: slot,
      decode: ('source' in part ? listDecoder(part, checked) : recordDecoder(part, checked)) as (
        value: unknown,
      ) => unknown,
    })),
  ];
  return (items) => {
    const flat = parts.length > itemsPerArray ? items.flat() : items;
    const record: ReadRecord = {};
    parts.forEach(({ name, decode }, at) => {
      record[name] = decode ? decode(flat[at]) : flat[at];
    });
    return record;
  };
}

/** Makes a connection of the array that the statement of a list gives; an error where its arguments are wrong. */
export function listDecoder(list: ListPlan, checked: CheckedLists): (value: Items) => unknown {
  const known = checked.get(list);
  if (known && 'error' in known) return () => known.error;
  const decode = list.record ? recordDecoder(list.record, checked) : () => ({});
  return (value) => new Connection(list, checked, decode, value);
}
