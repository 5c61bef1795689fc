import { column } from '../catalogue/model/columns.ts';
import type { Column, EntityName } from '../catalogue/model/entity.ts';
import { officeColumns } from '../catalogue/model/office.ts';
import type { Change } from '../curation/change.ts';
import { EngagementLevel } from '../database/generated/enums.ts';
import type { ReadFiles, ReadJoin } from './read-files.ts';

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

/** The name of its table, as a file may begin. */
export const tableName = ({ file }: Pick<JoinFile, 'file'>) => file.replace('.csv', '');

/**
 * The changes of all files, with the columns of part files and the lists of join files in them. A record that has rows
 * there but no row of its own comes with these alone; the rest of it stays as it is.
 */
export function joinChanges({ files, joins }: ReadFiles): Change[] {
  const changes = new Map<string, Change>();
  for (const change of files.flatMap((file) => file.changes)) {
    const path = `${change.entity} ${change.key}`;
    changes.set(path, { ...change, set: { ...changes.get(path)?.set, ...change.set } });
  }
  for (const join of joins) {
    const { entity, column: list } = join.joinFile;
    const lists = listsOf(join);
    const own = files.find(({ storage, isPart }) => storage.entity.name === entity && !isPart)?.changes ?? [];
    for (const parent of new Set([...own.map((change) => change.key), ...lists.keys()])) {
      const change = changes.get(`${entity} ${parent}`) ?? { entity, key: parent };
      changes.set(`${entity} ${parent}`, {
        ...change,
        set: { ...change.set, [list]: lists.get(parent) ?? [] },
      });
    }
  }
  return [...changes.values()];
}

function listsOf({ rows }: ReadJoin): Map<string, string[]> {
  const lists = new Map<string, string[]>();
  for (const { parent, entry } of rows) {
    const list = lists.get(parent);
    if (list) list.push(entry);
    else lists.set(parent, [entry]);
  }
  return lists;
}
