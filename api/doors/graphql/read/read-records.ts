import type { Database } from '../../../database/open-database.ts';
import { commaJoin, empty, raw, type Sql, sql } from '../../../database/sql.ts';
import {
  columnNames,
  columnOf,
  isColumn,
  type ModelRelation,
  recordColumns,
  relationOf,
  tableOf,
} from './models.ts';

type Direction = 'asc' | 'desc';

/**
 * What a query selects of the records of a model, as Pothos merges it: columns and relations, or all columns and
 * relations. `orderBy` names columns, or columns of relations.
 */
export type Selection = {
  readonly select?: Readonly<Record<string, unknown>>;
  readonly include?: Readonly<Record<string, unknown>>;
  readonly orderBy?: Order | readonly Order[];
};

type Order = Readonly<Record<string, Direction | Readonly<Record<string, Direction>>>>;

type Row = Record<string, unknown>;

/** A selection taken apart: the columns to read, and what hangs on each record. */
export type Wanted = {
  readonly model: string;
  readonly columns: readonly string[];
  readonly relations: readonly { readonly relation: ModelRelation; readonly selection: Selection }[];
};

export function readSelection(model: string, { select, include }: Selection): Wanted {
  const chosen = Object.entries(select ?? include ?? {}).filter(([, selected]) => selected);
  const relations = chosen
    .filter(([field]) => !isColumn(model, field))
    .map(([field, selected]) => ({
      relation: relationOf(model, field),
      selection: selected === true ? {} : (selected as Selection),
    }));
  const columns = select
    ? chosen.map(([field]) => field).filter((field) => isColumn(model, field))
    : columnNames(model);
  return {
    model,
    columns: [...new Set([...columns, ...relations.map(({ relation }) => relation.own)])],
    relations,
  };
}

/** Records of a model by one of their columns, with all that is selected: one statement for each level. */
export async function readRecords(
  database: Database,
  model: string,
  selection: Selection,
  by: { readonly field: string; readonly keys: readonly string[] },
): Promise<Row[]> {
  const wanted = readSelection(model, selection);
  const columns = recordColumns(model, [...new Set([by.field, ...wanted.columns])]);
  const rows = await database.rows<Row>(sql`SELECT ${columns} FROM ${tableOf(model)} t
    WHERE t.${columnOf(model, by.field)} = ANY(${[...by.keys]}::text[])${orderOf(model, selection)}`);
  await addRelations(database, wanted, rows);
  return rows;
}

/** Hangs on each row what is selected of its relations. */
export async function addRelations(database: Database, { relations }: Wanted, rows: readonly Row[]) {
  await Promise.all(
    relations.map(async ({ relation, selection }) => {
      const { own, theirs, many } = relation;
      const keys = new Set(rows.map((row) => row[own] as string | null).filter((key) => key !== null));
      const related =
        keys.size > 0
          ? await readRecords(database, relation.model, selection, { field: theirs, keys: [...keys] })
          : [];
      const byKey = new Map<unknown, Row[]>();
      for (const record of related) {
        const group = byKey.get(record[theirs]);
        if (group) group.push(record);
        else byKey.set(record[theirs], [record]);
      }
      for (const row of rows) {
        const records = byKey.get(row[own]);
        row[relation.name] = many ? (records ?? []) : (records?.[0] ?? null);
      }
    }),
  );
}

function orderOf(model: string, { orderBy = [] }: Selection): Sql {
  const orders = [orderBy].flat().flatMap((order) => Object.entries(order));
  return orders.length > 0
    ? sql` ORDER BY ${commaJoin(orders.map((order) => columnInOrder(model, order)))}`
    : empty;
}

function columnInOrder(
  model: string,
  [field, order]: [string, Direction | Readonly<Record<string, Direction>>],
): Sql {
  if (typeof order === 'string') return sql`t.${columnOf(model, field)} ${raw(order)}`;
  const { model: other, own, theirs } = relationOf(model, field);
  const [column, direction] = Object.entries(order)[0] as [string, Direction];
  return sql`(SELECT o.${columnOf(other, column)} FROM ${tableOf(other)} o
    WHERE o.${columnOf(other, theirs)} = t.${columnOf(model, own)}) ${raw(direction)}`;
}
