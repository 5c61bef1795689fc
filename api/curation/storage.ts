import { entities } from '../catalogue/entities/catalogue.ts';
import { column } from '../catalogue/model/columns.ts';
import type { Column, Entity, EntityName } from '../catalogue/model/entity.ts';
import { sortKey } from '../catalogue/model/sort-key.ts';
import { EngagementLevel } from '../database/generated/enums.ts';
import { identifier, type Sql, sql } from '../database/sql.ts';
import type { CatalogueRecord } from './change.ts';

/** Rows of a join table that belong to a record. */
export type Join = {
  readonly table: string;
  /** Column that holds the record's key. */
  readonly parent: string;
  /** The other columns with their SQL types. */
  readonly columns: Readonly<Record<string, string>>;
  readonly rows: (record: CatalogueRecord) => readonly Readonly<Record<string, unknown>>[];
};

/** A column of a record as it is stored. */
export type StoredColumn = Column & {
  /** The values of a list are `key:value`: the key is of that entity, the value one of these. */
  readonly pairs?: { readonly of: EntityName; readonly values: readonly string[] };
};

/** How an entity lies in the database. */
export type Storage = {
  readonly entity: Entity;
  /** The columns of a record, those of join files among them. */
  readonly columns: readonly StoredColumn[];
  readonly joins: readonly Join[];
  /** Columns that are computed at every write. */
  readonly sortColumn?: { readonly from: string; readonly to: string };
};

const keys = (record: CatalogueRecord, columnName: string) => (record[columnName] ?? []) as readonly string[];

/** A list whose values are the keys of the other side. */
const keyJoin = (columnName: string, table: string, parent: string, other: string): Join => ({
  table,
  parent,
  columns: { [other]: 'text' },
  rows: (record) => keys(record, columnName).map((key) => ({ [other]: key })),
});

/** A list that no export shows in the record itself. */
const ownList = (
  columnName: string,
  description: string,
  rows: Sql,
  details: Pick<StoredColumn, 'references' | 'pairs'>,
): StoredColumn => ({
  ...column(columnName, 'key', description, { list: true, internal: true, sql: sql`ARRAY(${rows})` }),
  ...details,
});

const own: Readonly<
  Record<EntityName, Omit<Storage, 'entity' | 'columns'> & { readonly extra?: readonly StoredColumn[] }>
> = {
  municipalities: {
    sortColumn: { from: 'name', to: 'name_sort' },
    extra: [
      ownList(
        'neighbours',
        'AGS of its neighbours.',
        sql`SELECT n.neighbour FROM neighbour n WHERE n.ags = t.ags ORDER BY 1`,
        { references: 'municipalities' },
      ),
    ],
    joins: [keyJoin('neighbours', 'neighbour', 'ags', 'neighbour')],
  },
  fields: { joins: [] },
  topics: { joins: [] },
  contacts: {
    sortColumn: { from: 'organisation', to: 'organisation_sort' },
    extra: [
      ownList(
        'engagements',
        'field:level for each field it is engaged in.',
        sql`SELECT e.field || ':' || e.level FROM engagement e WHERE e.contact = t.slug ORDER BY 1`,
        { pairs: { of: 'fields', values: Object.values(EngagementLevel) } },
      ),
    ],
    joins: [
      keyJoin('fields', 'contact_field', 'contact', 'field'),
      {
        table: 'engagement',
        parent: 'contact',
        columns: { field: 'text', level: 'engagement_level' },
        rows: (record) =>
          keys(record, 'engagements').map((pair) => {
            const [field, level] = pair.split(':');
            return { field, level };
          }),
      },
    ],
  },
  projects: {
    sortColumn: { from: 'title', to: 'title_sort' },
    joins: [
      {
        table: 'participation',
        parent: 'project',
        columns: { municipality: 'text', role: 'participation_role', position: 'integer' },
        rows: (record) =>
          keys(record, 'municipalities').map((municipality, position) => ({
            municipality,
            role: keys(record, 'lead').includes(municipality) ? 'LEAD' : 'PARTNER',
            position,
          })),
      },
      keyJoin('fields', 'project_field', 'project', 'field'),
      keyJoin('topics', 'project_topic', 'project', 'topic'),
    ],
  },
  strategies: {
    sortColumn: { from: 'title', to: 'title_sort' },
    joins: [
      {
        table: 'strategy_owner',
        parent: 'strategy',
        columns: { municipality: 'text', position: 'integer' },
        rows: (record) =>
          keys(record, 'owners').map((municipality, position) => ({ municipality, position })),
      },
      keyJoin('fields', 'strategy_field', 'strategy', 'field'),
    ],
  },
  events: {
    sortColumn: { from: 'title', to: 'title_sort' },
    extra: [
      ownList(
        'outcomes',
        'field:volunteers for each field it was about.',
        sql`SELECT o.field || ':' || coalesce(o.volunteers::text, '') FROM event_outcome o WHERE o.event = t.slug ORDER BY 1`,
        { pairs: { of: 'fields', values: ['true', 'false', ''] } },
      ),
    ],
    joins: [
      {
        table: 'event_outcome',
        parent: 'event',
        columns: { field: 'text', volunteers: 'boolean' },
        rows: (record) =>
          keys(record, 'outcomes').map((pair) => {
            const [field, volunteers] = pair.split(':');
            return { field, volunteers: volunteers === '' ? null : volunteers === 'true' };
          }),
      },
    ],
  },
};

/** A record is compared as it is stored: without what doors derive or hide. */
const asStored = (shown: Column): Column =>
  shown.references === 'contacts' ? { ...shown, sql: sql`t.${identifier(shown.name)}` } : shown;

export const storages: readonly Storage[] = entities.map((entity) => {
  const { extra = [], ...storage } = own[entity.name];
  return {
    entity,
    ...storage,
    columns: [...entity.columns.filter((c) => !c.derived).map(asStored), ...extra],
  };
});

const byName = new Map(storages.map((storage) => [storage.entity.name, storage]));

export function storageOf(entity: EntityName): Storage {
  const storage = byName.get(entity);
  if (!storage) throw new Error(`There is no entity ${entity}.`);
  return storage;
}

/** Lists that have an order of their own; all others are kept sorted. */
const ordered = new Set(['municipalities', 'lead', 'owners']);

/** The one form of a record in which equal records are equal: columns in order, lists sorted, leads first. */
export function normalise({ columns }: Storage, record: CatalogueRecord): CatalogueRecord {
  const lead = keys(record, 'lead');
  return Object.fromEntries(
    columns.map(({ name: columnName, list }) => {
      const value = record[columnName] ?? (list ? [] : null);
      if (columnName === 'municipalities' && Array.isArray(value))
        return [
          columnName,
          [...lead.filter((key) => value.includes(key)), ...value.filter((key) => !lead.includes(key))],
        ];
      return [columnName, Array.isArray(value) && !ordered.has(columnName) ? [...value].sort() : value];
    }),
  );
}

export const sortValues = ({ sortColumn }: Storage, record: CatalogueRecord): CatalogueRecord =>
  sortColumn ? { [sortColumn.to]: sortKey(String(record[sortColumn.from])) } : {};
