import { Prisma } from './generated/client.ts';

export type Sql = Prisma.Sql;

/** What is run: SQL, or what was written like it. */
export type Statement = Pick<Sql, 'text' | 'values'>;

type Value = Sql | string | number | boolean | null | Date | readonly (string | number | boolean | null)[];

/** SQL with parameters: values never become part of the text. */
export const sql: (text: readonly string[], ...values: Value[]) => Sql = Prisma.sql;

/** A name of our own schema as SQL. */
export const identifier = (name: string): Sql => Prisma.raw(`"${name.replaceAll('"', '""')}"`);
export const raw = (text: string): Sql => Prisma.raw(text);
export const empty = Prisma.empty;
export const commaJoin = (parts: readonly Sql[]): Sql => Prisma.join([...parts], ', ');

/** All of the conditions; true where there is none. */
export const allOf = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? sql`TRUE` : Prisma.join([...conditions], ' AND ');

/** Any of the conditions; there has to be one. */
export const anyOf = (conditions: readonly Sql[]): Sql => sql`(${Prisma.join([...conditions], ' OR ')})`;

export const unionAll = (queries: readonly Sql[]): Sql => Prisma.join([...queries], ' UNION ALL ');
