import type { FieldNode, GraphQLField } from 'graphql';
import type { Entity, Relation } from '../../../catalogue/model/entity.ts';
import type { Sql } from '../../../database/sql.ts';
import type { readPaging } from '../base/paging.ts';
import type { ModelRelation } from './models.ts';

export type Direction = 'asc' | 'desc';
export type OrderBy = Readonly<Record<string, Direction | Readonly<Record<string, Direction>>>>;

/** What is read of each record of a model: columns, records of other models, and lists. */
export type RecordPlan = {
  readonly model: string;
  readonly columns: Set<string>;
  readonly related: Related[];
  /** What one field of the query asks for, by its slot: parts of the same record. */
  readonly slots: { readonly slot: string; readonly part: RecordPlan | ListPlan }[];
};

export type Related = {
  readonly property: string;
  readonly relation: ModelRelation;
  readonly orderBy: readonly OrderBy[];
  readonly plan: RecordPlan;
};

/** Where the records of a list come from: all of an entity, or those that hang on a record. */
export type ListSource = { readonly entity: Entity; readonly where?: Relation['where'] };

/** A list that a query asks for: where its records come from, and what of it is asked. */
export type ListPlan = {
  readonly source: ListSource;
  readonly field: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
  /** The records of the page; undefined where only the count is asked for. */
  readonly record: RecordPlan | undefined;
  /** Whether cursors are asked for, and whether more follows. */
  readonly cursors: boolean;
  readonly more: boolean;
  readonly count: boolean;
};

/** The arguments of a list as they were checked, or why they cannot be. */
export type Checked =
  | { readonly paging: ReturnType<typeof readPaging>; readonly where: Sql; readonly text: boolean }
  | { readonly error: unknown };

export type CheckedLists = ReadonlyMap<ListPlan, Checked>;
