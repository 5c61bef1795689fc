import { type Sql, sql } from './sql.ts';

/** The catalogue as of now: what every cache is derived from. */
export type CurrentRevision = {
  readonly number: number;
  /**
   * Tells it from every other revision of this catalogue and of others. A number does not: it is given away again
   * where a backup was put back.
   */
  readonly mark: string;
  readonly createdAt: Date;
};

export type RevisionRow = { number: number; mark: string; created_at: Date };

const newest = `SELECT coalesce(r.number, 0) AS number, coalesce(r.created_at, 'epoch') AS created_at,
    concat_ws('.', c.id, coalesce(r.number, 0), r.mark) AS mark
  FROM catalogue c
  LEFT JOIN (SELECT number, mark, created_at FROM revision ORDER BY number DESC LIMIT 1) r ON TRUE`;
export const channel = 'revision';

/** Asks a database, or a transaction that has just begun a revision. */
export async function readNewest(query: (text: string) => Promise<RevisionRow[]>): Promise<CurrentRevision> {
  const [row] = await query(newest);
  if (!row) throw new Error('The catalogue has no id: its database was put back in part.');
  return { number: row.number, mark: row.mark, createdAt: row.created_at };
}

/** Tells every hub process of a revision; a statement of the transaction that commits it. */
export const announceRevision = ({ number, createdAt, mark }: CurrentRevision): Sql =>
  sql`SELECT pg_notify(${channel}, ${`${number} ${createdAt.toISOString()} ${mark}`})::text`;

/** Undefined where somebody says no more than that something has changed, such as whoever has put a backup back. */
export function fromPayload(payload: string): CurrentRevision | undefined {
  const [number, createdAt, mark] = payload.split(' ');
  return mark && createdAt ? { number: Number(number), createdAt: new Date(createdAt), mark } : undefined;
}
