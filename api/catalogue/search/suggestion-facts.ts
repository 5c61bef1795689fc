import { identifier, type Sql, sql } from '../../database/sql.ts';
import type { Language } from '../../language.ts';
import { catalogue } from '../entities/catalogue.ts';
import type { EntityName } from '../model/entity.ts';
import { type Reader, visible } from '../model/visibility.ts';
import { nameIn } from '../query/names.ts';
import type { RecordKey } from './search-texts.ts';

/** What tells records with like names apart. */
export type SuggestionFacts = {
  /** What people call it, in their language where it is given. */
  readonly name: string;
  /** Of a municipality. */
  readonly kind?: string;
  /** Of a municipality: the name of its Landkreis. */
  readonly district?: string | null;
  /** Of a municipality, a field or a topic: how many projects it has. */
  readonly projects?: number;
  /** Of a project or a strategy. */
  readonly status?: string;
  /** Of a project, a strategy or a contact: names of those that it belongs to, who leads first. */
  readonly municipalities?: readonly string[];
  /** Of an event. */
  readonly date?: string | null;
};

const count = (from: Sql) => sql`(SELECT count(*)::integer FROM ${from})`;
const names = (from: Sql, order: Sql) => sql`ARRAY(SELECT m.name FROM ${from} ORDER BY ${order})`;

const factsOf: Readonly<Record<EntityName, Sql>> = {
  municipalities: sql`'kind', t.kind, 'district', (SELECT d.name FROM municipality d WHERE d.ags = t.district),
    'projects', ${count(sql`participation p WHERE p.municipality = t.ags`)}`,
  fields: sql`'projects', ${count(sql`project_field p WHERE p.field = t.slug`)}`,
  topics: sql`'projects', ${count(sql`project_topic p WHERE p.topic = t.slug`)}`,
  projects: sql`'status', t.status, 'municipalities', ${names(
    sql`participation p JOIN municipality m ON m.ags = p.municipality WHERE p.project = t.slug`,
    sql`p.position`,
  )}`,
  strategies: sql`'status', t.status, 'municipalities', ${names(
    sql`strategy_owner o JOIN municipality m ON m.ags = o.municipality WHERE o.strategy = t.slug`,
    sql`o.position`,
  )}`,
  contacts: sql`'municipalities', ${names(sql`municipality m WHERE m.ags = t.municipality`, sql`m.ags`)}`,
  events: sql`'date', t.date`,
};

/** The facts of some records by their paths: one statement for each kind. */
export async function readSuggestionFacts(
  { database, viewer }: Reader,
  records: readonly RecordKey[],
  lang: Language,
): Promise<ReadonlyMap<string, SuggestionFacts>> {
  const kinds = [...new Set(records.map(({ entity }) => entity))];
  const read = await Promise.all(
    kinds.map((entity) => {
      const { table, key } = catalogue[entity];
      const keys = records.filter((record) => record.entity === entity).map((record) => record.key);
      return database.rows<{ path: string; facts: SuggestionFacts }>(sql`
        SELECT ${`${entity}/`} || t.${identifier(key)} AS path,
          json_build_object('name', ${nameIn[entity](lang)}, ${factsOf[entity]}) AS facts
        FROM ${visible(table, viewer)} t WHERE t.${identifier(key)} = ANY(${keys})`);
    }),
  );
  return new Map(read.flat().map(({ path, facts }) => [path, facts]));
}
