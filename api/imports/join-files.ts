import { column } from '../catalogue/model/columns.ts';
import type { Column, EntityName } from '../catalogue/model/entity.ts';
import { officeColumns } from '../catalogue/model/office.ts';
import { type CatalogueRecord, storages } from '../curation/storage.ts';
import { EngagementLevel } from '../database/generated/enums.ts';
import type { Problem } from './problem.ts';
import type { Folder, JoinRow, ReadRecord } from './read-files.ts';

/** A file whose rows become a list column of another entity's records. */
export type JoinFile = {
  readonly file: string;
  readonly entity: EntityName;
  readonly column: string;
  readonly columns: readonly [parent: Column, other: Column, ...details: Column[]];
};

const key = (name: string, references: EntityName) => column(name, 'key', '', { required: true, references });

export const joinFiles: readonly JoinFile[] = [
  {
    file: 'neighbours.csv',
    entity: 'municipalities',
    column: 'neighbours',
    columns: [key('ags', 'municipalities'), key('neighbour', 'municipalities')],
  },
  {
    file: 'engagements.csv',
    entity: 'contacts',
    column: 'engagements',
    columns: [
      key('contact', 'contacts'),
      key('field', 'fields'),
      column('level', 'text', '', { required: true, values: Object.values(EngagementLevel) }),
    ],
  },
  {
    file: 'event_outcomes.csv',
    entity: 'events',
    column: 'outcomes',
    columns: [key('event', 'events'), key('field', 'fields'), column('volunteers', 'boolean', '')],
  },
];

/** A file with some columns of an entity whose records have a file of their own: another source brings them. */
export type PartFile = {
  readonly file: string;
  readonly entity: EntityName;
  readonly columns: readonly [key: Column, ...others: Column[]];
};

export const partFiles: readonly PartFile[] = [
  {
    file: 'offices.csv',
    entity: 'municipalities',
    columns: [key('ags', 'municipalities'), ...officeColumns],
  },
];

/** A pair of keys may stand once in its file. */
export function checkPairs({ columns: [parent, other] }: JoinFile, rows: readonly ReadRecord[]): Problem[] {
  const lineOf = new Map<string, number>();
  return rows.flatMap(({ file, line, values }): Problem[] => {
    const [parentKey, otherKey] = [values[parent.name], values[other.name]];
    // A cell that could not be read has its own problem.
    if (!parentKey || !otherKey) return [];
    const first = lineOf.get(`${parentKey} ${otherKey}`);
    lineOf.set(`${parentKey} ${otherKey}`, first ?? line);
    if (first === undefined) return [];
    const message = `stands in line ${first} already for the same ${parent.name}.`;
    return [{ file, line, column: other.name, value: String(otherKey), message }];
  });
}

/**
 * The records of a checked folder with their columns from part files and their lists from the join files, as
 * `key` or `key:value`. A record that has rows there but no row of its own comes with these alone; the rest of it
 * stays as it is.
 */
export function joinRecords({
  records,
  partRows,
  joinRows,
  joined,
}: Folder): Map<EntityName, CatalogueRecord[]> {
  const all = new Map<EntityName, CatalogueRecord[]>();
  for (const { entity } of storages) {
    const byKey = new Map(
      (records.get(entity.name) ?? []).map(({ values }) => [String(values[entity.key]), { ...values }]),
    );
    for (const { partFile, record } of partRows) {
      if (partFile.entity !== entity.name) continue;
      const recordKey = String(record.values[entity.key]);
      byKey.set(recordKey, { ...byKey.get(recordKey), ...record.values });
    }
    for (const joinFile of joined) {
      if (joinFile.entity !== entity.name) continue;
      const lists = listsOf(joinFile, joinRows);
      for (const parentKey of new Set([...byKey.keys(), ...lists.keys()]))
        byKey.set(parentKey, {
          ...(byKey.get(parentKey) ?? { [entity.key]: parentKey }),
          [joinFile.column]: lists.get(parentKey) ?? [],
        });
    }
    if (byKey.size > 0) all.set(entity.name, [...byKey.values()]);
  }
  return all;
}

function listsOf(joinFile: JoinFile, joinRows: readonly JoinRow[]): Map<string, string[]> {
  const [parent, ...others] = joinFile.columns;
  const lists = new Map<string, string[]>();
  for (const { joinFile: of, record } of joinRows) {
    if (of !== joinFile) continue;
    const parentKey = String(record.values[parent.name]);
    const entry = others.map(({ name }) => String(record.values[name] ?? '')).join(':');
    lists.set(parentKey, [...(lists.get(parentKey) ?? []), entry]);
  }
  return lists;
}
