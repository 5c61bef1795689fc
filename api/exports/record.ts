import { catalogue } from '../catalogue/catalogue.ts';
import type { Column, Entity, EntityName } from '../catalogue/entity.ts';
import { type Row, recordPages, selectList } from '../catalogue/page.ts';
import { type FilterInput, readFilter, readOrder } from '../catalogue/read-filter.ts';
import type { PrismaClient } from '../database/generated/client.ts';
import { allOf, name, sql } from '../database/sql.ts';
import type { Language } from '../language.ts';
import { publicColumns } from './register.ts';

/** The lists of other records that a record shows: the filter of the other entity that leads back to it. */
const related: Partial<Record<EntityName, Partial<Record<EntityName, string>>>> = {
  municipalities: { projects: 'municipality', strategies: 'municipality', contacts: 'municipality' },
  fields: { projects: 'field', strategies: 'field', contacts: 'field', events: 'field' },
};

/** Texts in the language asked for, else in the other one, without the suffix. */
export function localise(row: Row, lang: Language): Row {
  const result: Row = {};
  for (const [column, value] of Object.entries(row)) {
    const text = /^(.+)_(de|en)$/.exec(column);
    if (!text) result[column] = value;
    else if (text[2] === 'de')
      result[text[1]!] = row[`${text[1]}_${lang}`] ?? row[`${text[1]}_de`] ?? row[`${text[1]}_en`];
  }
  return result;
}

export type FoundRecord = {
  readonly record: Row;
  readonly related: Readonly<Partial<Record<EntityName, readonly Row[]>>>;
  /** Records of other entities that its columns name, by entity and key. */
  readonly named: Readonly<Partial<Record<EntityName, Readonly<Record<string, string>>>>>;
};

/** A public record with what hangs together with it; null where there is none. */
export async function findRecord(
  prisma: PrismaClient,
  entity: Entity,
  key: string,
  lang: Language,
  filter: FilterInput = {},
): Promise<FoundRecord | null> {
  const [row] = await prisma.$queryRaw<Row[]>`
    SELECT ${selectList(publicColumns(entity))} FROM ${name(entity.table)} t
    WHERE ${allOf([sql`t.${name(entity.key)} = ${key}`, entity.isPublic ?? sql`TRUE`])}`;
  if (!row) return null;

  const lists: Partial<Record<EntityName, Row[]>> = {};
  for (const [other, back] of Object.entries(related[entity.name] ?? {}) as [EntityName, string][])
    lists[other] = await listRecords(prisma, catalogue[other], { ...filter, [back]: key }, lang);
  // A contact names nothing itself: what names it is found by its key.
  if (entity.name === 'contacts')
    for (const other of ['projects', 'strategies'] as const)
      lists[other] = await listWhere(prisma, catalogue[other], allOf([sql`t.contact = ${key}`]), lang);
  return { record: localise(row, lang), related: lists, named: await findNames(prisma, entity, row, lang) };
}

const listRecords = async (prisma: PrismaClient, entity: Entity, filter: FilterInput, lang: Language) =>
  listWhere(
    prisma,
    entity,
    await readFilter(
      prisma,
      entity,
      Object.fromEntries(Object.entries(filter).filter(([f]) => f in entity.filters)),
      '?',
    ),
    lang,
  );

async function listWhere(
  prisma: PrismaClient,
  entity: Entity,
  where: ReturnType<typeof allOf>,
  lang: Language,
) {
  const rows: Row[] = [];
  for await (const page of recordPages(
    prisma,
    entity,
    publicColumns(entity),
    where,
    readOrder(entity, undefined),
  ))
    rows.push(...page.map((row) => localise(row, lang)));
  return rows;
}

/** What people call a record, by entity. */
const nameColumns: Record<EntityName, (lang: Language) => string> = {
  municipalities: () => 'name',
  fields: (lang) => (lang === 'en' ? 'name_en' : 'name_de'),
  topics: (lang) => (lang === 'en' ? 'name_en' : 'name_de'),
  contacts: () => 'organisation',
  projects: () => 'title',
  strategies: () => 'title',
  events: () => 'title',
};

async function findNames(prisma: PrismaClient, entity: Entity, row: Row, lang: Language) {
  const wanted = new Map<EntityName, string[]>();
  const references = entity.columns.filter((column): column is Column & { references: EntityName } =>
    Boolean(column.references),
  );
  for (const column of references) {
    const keys = [row[column.name] ?? []].flat() as string[];
    wanted.set(column.references, [...(wanted.get(column.references) ?? []), ...keys]);
  }
  const named: Partial<Record<EntityName, Record<string, string>>> = {};
  for (const [other, keys] of wanted) {
    if (keys.length === 0) continue;
    const { table, key } = catalogue[other];
    const rows = await prisma.$queryRaw<{ key: string; name: string }[]>`
      SELECT t.${name(key)} AS key, t.${name(nameColumns[other](lang))} AS name FROM ${name(table)} t
      WHERE t.${name(key)} = ANY(${keys})`;
    named[other] = Object.fromEntries(rows.map((found) => [found.key, found.name]));
  }
  return named;
}
