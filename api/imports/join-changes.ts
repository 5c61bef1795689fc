import type { Change } from '../curation/change.ts';
import type { ReadFiles, ReadJoin } from './read-files.ts';

/**
 * The changes of all files, with the columns of part files and the lists of join files in them. A record that has rows
 * there but no row of its own comes with these alone; the rest of it stays as it is.
 */
export function joinChanges({ files, joins }: ReadFiles): Change[] {
  const changes = new Map<string, Change>();
  for (const change of files.flatMap((file) => file.changes)) {
    const path = `${change.entity} ${change.key}`;
    const own = changes.get(path);
    changes.set(path, own ? { ...change, set: { ...own.set, ...change.set } } : change);
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
