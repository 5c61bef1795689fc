import type { Sql } from '../../database/sql.ts';
import type { SqlFor, Table, Viewer } from './visibility.ts';
import type { SearchText } from './vocabulary.ts';

export type EntityName =
  | 'municipalities'
  | 'fields'
  | 'topics'
  | 'contacts'
  | 'projects'
  | 'strategies'
  | 'events';

export type ColumnType =
  | 'key'
  | 'text'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'date'
  | 'url'
  | 'email'
  | 'phone'
  | 'timestamp';

/** A public column: the same name in every file, in the record as JSON and in the import. */
export type Column = {
  readonly name: string;
  readonly type: ColumnType;
  readonly description: string;
  /** The value, over the alias `t` of the entity's table. */
  readonly sql: SqlFor;
  /** The values that are allowed, where they are a closed list. */
  readonly values?: readonly string[];
  /** Several values; an empty list is no value. */
  readonly list?: boolean;
  readonly required?: boolean;
  /** The entity whose keys this column holds. */
  readonly references?: EntityName;
  /** The table of the region's folder that brings it, where it is not the entity's own. */
  readonly from?: string;
  /** Derived by the hub: in exports only, ignored by an import. */
  readonly derived?: boolean;
  /** In the record and the import, but not in exports: for curation only. */
  readonly internal?: boolean;
  /** Tells of a person: kept apart in the history, so that it can be erased. */
  readonly personal?: boolean;
  /** A day on which something has happened: it does not lie in the future. */
  readonly past?: boolean;
};

/**
 * Rows that several filters speak of together: «small» and «near» mean one participant that is both, and the
 * field and the status of a municipality's project mean one project.
 */
export type Through = {
  readonly from: Sql;
  /** How those rows hang on the record, whose alias is given. */
  readonly on: (t: Sql) => Sql;
  /** The alias that the conditions of such filters are about. */
  readonly row: Sql;
  /** Where a table of pairs leads to them: how it is read apart from both sides. */
  readonly pairs?: Pairs & {
    /** Its column with the key of those rows, and how they are joined to it. */
    readonly other: Sql;
    readonly joined: Sql;
  };
};

/** A table of pairs of keys, each of which it has once. */
type Pairs = {
  readonly from: Sql;
  /** Its column with the key of the row that it is read for. */
  readonly key: Sql;
};

/** The values that a filter tells apart, to be counted. */
export type Facet = {
  /** The table that holds the values, where it is not that of the row. */
  readonly pairs?: Pairs;
  readonly value: (row: Sql) => Sql;
};

/** What a filter is asked with. */
export type Asked = {
  /** The values of the filters that complete others. */
  readonly beside: Readonly<Record<string, number>>;
  readonly viewer: Viewer;
};

/** What every filter has, whatever it is asked with. */
type AnyFilter<Value> = {
  readonly description: string;
  readonly through?: Through;
  readonly facet?: Facet;
  /** The row that the condition is about, where it is neither the record nor what it is filtered `through`. */
  readonly row?: Sql;
  /** The condition over `row`. `value` has been checked. */
  readonly where?: (value: Value, row: Sql, asked: Asked) => Sql;
};

/** What only filters of some type have; of the others it can be asked too. */
type NoDetails = {
  readonly list?: undefined;
  readonly values?: undefined;
  readonly enumName?: undefined;
  readonly references?: undefined;
  readonly among?: undefined;
  readonly range?: undefined;
  readonly beside?: undefined;
};

type FilterOf<Type extends string, Value, Details extends object = Record<never, never>> = AnyFilter<Value> &
  Details &
  Omit<NoDetails, keyof Details> & { readonly type: Type };

/** Keys of other records: any of them. */
export type KeysFilter = FilterOf<
  'key',
  readonly string[],
  { readonly list: true; readonly references: EntityName }
>;

/** The key of one other record. */
type KeyFilter = FilterOf<
  'key',
  string,
  {
    readonly references: EntityName;
    /** Which of the records it references are allowed, over `t`, and how an error says so. */
    readonly among?: { readonly where: Sql; readonly words: string };
  }
>;

/** Values of a closed list: any of them. */
export type EnumFilter = FilterOf<
  'enum',
  readonly string[],
  {
    readonly list: true;
    readonly values: readonly string[];
    /** Name of the GraphQL enum that holds `values`. */
    readonly enumName: string;
  }
>;

/** A number that completes another filter: `km`, for `near`. */
type NumberFilter = FilterOf<
  'number',
  number,
  {
    /** The least and the largest number. */
    readonly range: readonly [number, number];
    /** The filter that this one only completes. */
    readonly beside: string;
  }
>;

/** West, south, east, north in degrees. */
export type Box = readonly [number, number, number, number];

/** One filter: the same name in GraphQL, in a URL and in the widget. */
export type Filter =
  | KeysFilter
  | KeyFilter
  | EnumFilter
  | NumberFilter
  | FilterOf<'text', SearchText>
  | FilterOf<'boolean', boolean>
  | FilterOf<'date' | 'moment', string>
  | FilterOf<'box', Box>;

export type Order = {
  readonly description: string;
  /** Never null, over the alias `t`; ties are broken by the key, or by `tie`. */
  readonly sql: Sql;
  readonly tie?: Sql;
  readonly direction: 'ASC' | 'DESC';
  /** SQL type of the value when a cursor gives it back. */
  readonly type: 'text' | 'integer';
};

/** A list of records of an entity that hang on a record, by its name. */
export type Relation = {
  readonly to: EntityName;
  /** Which records of that entity, over the alias `t`, hang on the record with this key. */
  readonly where: (key: Sql, viewer: Viewer) => Sql;
};

/** What a filter is read against: an entity, or a dataset joined from several. */
export type Filtered = {
  readonly name: string;
  readonly filters: Readonly<Record<string, Filter>>;
};

/** What the doors know of an entity. */
export type Entity = {
  readonly name: EntityName;
  readonly singular: string;
  readonly table: Table;
  readonly key: 'slug' | 'ags';
  readonly columns: readonly Column[];
  readonly filters: Readonly<Record<string, Filter>>;
  readonly orders: Readonly<Record<string, Order>>;
  readonly defaultOrder: string;
  /** Lists of other records that a record leads to. */
  readonly relations: Readonly<Record<string, Relation>>;
};
