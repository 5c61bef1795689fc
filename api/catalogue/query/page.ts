import { commaJoin, empty, identifier, raw, type Sql, sql } from '../../database/sql.ts';
import type { Column, Order } from '../model/entity.ts';
import { type Reader, type SqlFor, sqlFor, type Table, type Viewer, visible } from '../model/visibility.ts';

/** What pages are cut from: a table as `t` with what is joined to it, and the column that breaks ties. */
export type Paged = {
  readonly table: Table;
  readonly key: string;
  readonly joins?: SqlFor;
  /** What is joined for the columns alone: it adds no row, takes none away, and no filter speaks of it. */
  readonly columnJoins?: SqlFor;
};

/** What stands behind FROM: of the table what the viewer may see, as `t`, and what is joined to it. */
export const fromPaged = (paged: Paged, viewer: Viewer): Sql =>
  sql`${fromCounted(paged, viewer)} ${sqlFor(paged.columnJoins ?? empty, viewer)}`;

/** The same for who needs the rows and not their columns. */
const fromCounted = ({ table, joins = empty }: Paged, viewer: Viewer): Sql =>
  sql`${visible(table, viewer)} t ${sqlFor(joins, viewer)}`;

/** A row's place in an order: the value it is ordered by, and its key. */
export type PlaceInOrder = { readonly value: string | number; readonly key: string };

export type PageRequest = {
  readonly where: Sql;
  readonly order: Order;
  readonly limit: number;
  /** Rows strictly behind this place. */
  readonly after?: PlaceInOrder | undefined;
  /** Rows strictly before this place. */
  readonly before?: PlaceInOrder | undefined;
  /** The last rows instead of the first; they still come in order. */
  readonly fromEnd?: boolean;
  /** To be planned as if many rows were wanted: the rows that match are found first, and then put in order. */
  readonly many?: boolean;
};

/** The clauses behind FROM that cut a page by key: its time does not grow with the depth. */
export function pageClauses(
  { key: column }: Pick<Paged, 'key'>,
  { where, order, limit, after, before, fromEnd = false, many = false }: PageRequest,
): Sql {
  const key = order.tie ?? sql`t.${identifier(column)}`;
  const place = ({ value, key: at }: PlaceInOrder) =>
    order.type === 'integer' ? sql`(${value}::integer, ${at})` : sql`(${value}::text, ${at})`;
  const ascending = order.direction === 'ASC';
  const behind = after && sql` AND (${order.sql}, ${key}) ${raw(ascending ? '>' : '<')} ${place(after)}`;
  const ahead = before && sql` AND (${order.sql}, ${key}) ${raw(ascending ? '<' : '>')} ${place(before)}`;
  const direction = raw(ascending === fromEnd ? 'DESC' : 'ASC');
  // In the text: with a limit that is a parameter, PostgreSQL makes a new plan for each time that it runs.
  const size = raw(String(limit));
  return sql`WHERE ${where}${behind ?? sql``}${ahead ?? sql``} ORDER BY ${order.sql} ${direction}, ${key} ${direction} LIMIT ${many ? sql`(SELECT ${size})` : size}`;
}

export type Row = Record<string, unknown>;

/**
 * Rows of one statement. So few are gone before V8 moves them to its old generation: a million of them then take
 * no more memory, and less time, than in pages of thousands.
 */
export const rowsPerPage = 250;

/** The columns of an entity as the list behind SELECT. */
export const selectList = (columns: readonly Column[], viewer: Viewer): Sql =>
  commaJoin(columns.map((column) => sql`${sqlFor(column.sql, viewer)} AS ${identifier(column.name)}`));

/**
 * All records that match, page by page, so that memory does not grow with their number.
 * @yields pages of at most `pageSize` rows, each with the columns asked for.
 */
export async function* recordPages(
  { database, viewer }: Reader,
  paged: Paged,
  columns: readonly Column[],
  where: Sql,
  order: Order,
  pageSize = rowsPerPage,
): AsyncGenerator<Row[]> {
  let after: PlaceInOrder | undefined;
  for (;;) {
    const statement = sql`
      SELECT ${selectList(columns, viewer)}, ${order.sql} AS "_value", ${order.tie ?? sql`t.${identifier(paged.key)}`} AS "_key"
      FROM ${fromPaged(paged, viewer)} ${pageClauses(paged, { where, order, limit: pageSize, after })}`;
    const rows = await database.rows<Row & { _value: string | number; _key: string }>(statement, 'once');
    const last = rows.at(-1);
    if (!last) return;
    after = { value: last._value, key: last._key };
    yield rows.map(({ _value, _key, ...row }) => row);
    if (rows.length < pageSize) return;
  }
}

/**
 * One page of an order by its number, for people. Of the rows before it the index alone is read: the columns of a row
 * that is passed over would be computed as well.
 */
export function readNumberedPage(
  { database, viewer }: Reader,
  paged: Paged,
  columns: readonly Column[],
  request: Pick<PageRequest, 'where' | 'order' | 'limit'>,
  page: number,
): Promise<Row[]> {
  const key = sql`t.${identifier(paged.key)}`;
  const keys = sql`SELECT ${key} FROM ${fromPaged(paged, viewer)} ${pageClauses(paged, request)}
    OFFSET ${(page - 1) * request.limit}`;
  return database.rows<Row>(sql`SELECT ${selectList(columns, viewer)} FROM ${fromPaged(paged, viewer)}
    ${pageClauses(paged, { ...request, where: sql`${key} IN (${keys})` })}`);
}

/** How many records match. */
export async function countRecords({ database, viewer }: Reader, paged: Paged, where: Sql): Promise<number> {
  const rows = await database.rows<{ count: number }>(
    sql`SELECT count(*)::integer AS count FROM ${fromCounted(paged, viewer)} WHERE ${where}`,
  );
  return rows[0]?.count ?? 0;
}
