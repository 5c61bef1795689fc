import type { Entity } from '../../../catalogue/model/entity.ts';
import { type Viewer, visible } from '../../../catalogue/model/visibility.ts';
import { pageClauses } from '../../../catalogue/query/page.ts';
import { allOf, identifier, type Sql, type Statement, sql } from '../../../database/sql.ts';
import { columnOf, entityOf, relationOf, rowsOf } from './models.ts';
import type { CheckedLists, ListPlan, OrderBy, RecordPlan, Related } from './plan-types.ts';

/** PostgreSQL calls a function with at most 100 arguments. */
export const itemsPerArray = 90;

/**
 * Writes one statement for all that a plan reads, as arrays in arrays of JSON: values stand in the order of the plan,
 * names are not repeated. Text and parameters are written one behind the other: a statement has thousands of pieces.
 */
class StatementWriter {
  readonly #viewer: Viewer;
  readonly #checked: CheckedLists;
  readonly #texts: string[] = [];
  readonly #values: unknown[] = [];
  #depth = 0;

  constructor(viewer: Viewer, checked: CheckedLists) {
    this.#viewer = viewer;
    this.#checked = checked;
  }

  get statement(): Statement {
    return { text: this.#texts.join(''), values: this.#values };
  }

  #text(text: string) {
    this.#texts.push(text);
  }

  #sql({ strings, values }: Sql) {
    strings.forEach((text, at) => {
      if (at > 0) this.#texts.push(`$${this.#values.push(values[at - 1])}`);
      this.#texts.push(text);
    });
  }

  /** Records by their keys, in no order. */
  records(entity: Entity, plan: RecordPlan, keys: readonly string[]) {
    this.#text('SELECT ');
    const page = sql`${visible(entity.table, this.#viewer)} t WHERE t.${identifier(entity.key)} = ANY(${[...keys]}::text[])`;
    this.#all(plan, page);
    this.#text(' AS answer');
  }

  /** A list of its own. */
  root(list: ListPlan) {
    this.#text('SELECT ');
    this.#list(list, undefined);
    this.#text(' AS answer');
  }

  /** Records as an array: those that `from` gives, over the alias `t`, in its order. */
  #all(plan: RecordPlan, from: Sql, value?: Sql) {
    const row = `r${++this.#depth}`;
    this.#text('(SELECT coalesce(json_agg(');
    if (value) this.#text(`json_build_array(${row}."_value", `);
    this.#record(plan, row);
    if (value) this.#text(')');
    this.#text("), '[]') FROM (SELECT ");
    this.#text([...columnsOf(plan)].map((column) => `t."${columnOf(plan.model, column)}"`).join(', '));
    if (value) {
      this.#text(', ');
      this.#sql(value);
      this.#text(' AS "_value"');
    }
    this.#text(' FROM ');
    this.#sql(from);
    this.#text(`) ${row})`);
    this.#depth--;
  }

  /** A record as an array: its columns, then the records that hang on it, then its slots. */
  #record(plan: RecordPlan, row: string) {
    const items = [
      ...[...plan.columns].map((column) => () => this.#text(`${row}."${columnOf(plan.model, column)}"`)),
      ...plan.related.map((related) => () => this.#related(related, plan.model, row)),
      ...plan.slots.map(
        ({ part }) =>
          () =>
            'source' in part ? this.#list(part, keyOf(plan.model, row)) : this.#record(part, row),
      ),
    ];
    if (items.length <= itemsPerArray) return this.#array(items);
    const portions = Array.from({ length: Math.ceil(items.length / itemsPerArray) }, (_, at) =>
      items.slice(at * itemsPerArray, (at + 1) * itemsPerArray),
    );
    this.#array(portions.map((portion) => () => this.#array(portion)));
  }

  #array(items: readonly (() => void)[]) {
    this.#text('json_build_array(');
    items.forEach((write, at) => {
      if (at > 0) this.#text(', ');
      write();
    });
    this.#text(')');
  }

  #related({ relation: { model, many, own, theirs }, orderBy, plan }: Related, from: string, row: string) {
    const rows = rowsOf(model, this.#viewer);
    const [ours, their] = [
      sql`${identifier(row)}.${identifier(columnOf(from, own))}`,
      identifier(columnOf(model, theirs)),
    ];
    if (many) this.#all(plan, sql`${rows} t WHERE t.${their} = ${ours}${this.#order(model, orderBy)}`);
    else {
      const one = `r${++this.#depth}`;
      this.#text('(SELECT ');
      this.#record(plan, one);
      this.#sql(sql` FROM ${rows} ${identifier(one)} WHERE ${identifier(one)}.${their} = ${ours})`);
      this.#depth--;
    }
  }

  #order(model: string, orderBy: readonly OrderBy[]): Sql {
    const orders = orderBy.flatMap((order) => Object.entries(order));
    if (orders.length === 0) return sql``;
    const parts = orders.map(([field, order]) => {
      if (typeof order === 'string') return sql`t.${identifier(columnOf(model, field))} ${directions[order]}`;
      const other = relationOf(model, field);
      const [[column, direction] = ['', 'asc' as const]] = Object.entries(order);
      return sql`(SELECT o.${identifier(columnOf(other.model, column))} FROM ${rowsOf(other.model, this.#viewer)} o
        WHERE o.${identifier(columnOf(other.model, other.theirs))} = t.${identifier(columnOf(model, other.own))}) ${directions[direction]}`;
    });
    return sql` ORDER BY ${parts.reduce((all, part) => sql`${all}, ${part}`)}`;
  }

  /** A list as an array of its page and its count, each where it is asked for; null where it cannot be read. */
  #list(list: ListPlan, parentKey: Sql | undefined) {
    const checked = this.#checked.get(list);
    if (!checked || 'error' in checked) return this.#text('NULL');
    const { entity, where: relation } = list.source;
    const { paging } = checked;
    const rows = visible(entity.table, this.#viewer);
    const asked = allOf([
      checked.where,
      ...(relation ? [relation(parentKey ?? sql`NULL`, this.#viewer)] : []),
    ]);
    const { record } = list;
    // To find a text takes longer than all else: it is done once for page and count.
    const isShared = checked.text && record && list.count;
    const key = sql`t.${identifier(entity.key)}`;
    const where = isShared ? sql`${key} IN (SELECT key FROM found_once)` : asked;
    if (isShared)
      this.#sql(
        sql`(WITH found_once AS MATERIALIZED (SELECT ${key} AS key FROM ${rows} t WHERE ${asked}) SELECT `,
      );
    this.#array([
      () => {
        if (!record) return this.#text('NULL');
        const clauses = pageClauses(entity, {
          where,
          order: paging.order,
          limit: paging.size + (list.more ? 1 : 0),
          after: paging.after,
          before: paging.before,
          fromEnd: paging.fromEnd,
          many: checked.text,
        });
        this.#all(record, sql`${rows} t ${clauses}`, list.cursors ? paging.order.sql : undefined);
      },
      () => {
        if (isShared) this.#text('(SELECT count(*) FROM found_once)');
        else if (list.count) this.#sql(sql`(SELECT count(*) FROM ${rows} t WHERE ${where})`);
        else this.#text('NULL');
      },
    ]);
    if (isShared) this.#text(')');
  }
}

const directions = { asc: sql`ASC`, desc: sql`DESC` };

const keyOf = (model: string, row: string): Sql =>
  sql`${identifier(row)}.${identifier(entityOf(model)?.key ?? '')}`;

/** The columns of its table that a plan needs: to give them out, and to find what hangs on the record. */
function columnsOf(plan: RecordPlan, found = new Set<string>()): ReadonlySet<string> {
  for (const column of plan.columns) found.add(column);
  for (const { relation } of plan.related) found.add(relation.own);
  for (const { part } of plan.slots)
    if ('source' in part) found.add(entityOf(plan.model)?.key ?? '');
    else columnsOf(part, found);
  return found;
}

/** The statement of a list that hangs on no record. */
export function composeList(viewer: Viewer, list: ListPlan, checked: CheckedLists): Statement {
  const writer = new StatementWriter(viewer, checked);
  writer.root(list);
  return writer.statement;
}

/** The statement of some records of an entity by their keys. */
export function composeRecords(
  viewer: Viewer,
  entity: Entity,
  plan: RecordPlan,
  checked: CheckedLists,
  keys: readonly string[],
): Statement {
  const writer = new StatementWriter(viewer, checked);
  writer.records(entity, plan, keys);
  return writer.statement;
}
