import { identifier, type Sql, sql } from '../../database/sql.ts';
import type { Language } from '../../language.ts';
import { catalogue } from '../entities/catalogue.ts';
import type { Column, EntityName } from '../model/entity.ts';
import { localisedSql } from '../model/localised.ts';
import { type Reader, visible } from '../model/visibility.ts';
import type { Row } from './page.ts';

/** Names of records by entity and key; who is not public has none. */
export type Names = Readonly<Partial<Record<EntityName, Readonly<Record<string, string>>>>>;

/** What people call a record, by entity. */
export const nameIn: Record<EntityName, (lang: Language) => Sql> = {
  municipalities: () => sql`t.name`,
  fields: (lang) => localisedSql(lang, 'name'),
  topics: (lang) => localisedSql(lang, 'name'),
  contacts: () => sql`concat_ws(', ', t.organisation, t.unit)`,
  projects: () => sql`t.title`,
  strategies: () => sql`t.title`,
  events: () => sql`t.title`,
};

/** Names of all records that these columns of the rows refer to: one statement per entity. */
export function namesIn(
  reader: Reader,
  columns: readonly Column[],
  rows: readonly Row[],
  lang: Language,
): Promise<Names> {
  const wanted = new Map<EntityName, Set<string>>();
  for (const { references, name: columnName } of columns) {
    if (!references) continue;
    const keys = wanted.get(references) ?? new Set();
    for (const row of rows) for (const key of [row[columnName] ?? []].flat()) keys.add(String(key));
    wanted.set(references, keys);
  }
  return namesOf(reader, wanted, lang);
}

/** Names of the records with these keys. */
export async function namesOf(
  { database, viewer }: Reader,
  wanted: ReadonlyMap<EntityName, Iterable<string>>,
  lang: Language,
): Promise<Names> {
  const names: Partial<Record<EntityName, Record<string, string>>> = {};
  for (const [entity, wantedKeys] of wanted) {
    const keys = [...wantedKeys];
    if (keys.length === 0) continue;
    const { table, key } = catalogue[entity];
    const found = await database.rows<{ key: string; name: string }>(sql`
      SELECT t.${identifier(key)} AS key, ${nameIn[entity](lang)} AS name FROM ${visible(table, viewer)} t
      WHERE t.${identifier(key)} = ANY(${keys})`);
    names[entity] = Object.fromEntries(found.map((one) => [one.key, one.name]));
  }
  return names;
}
