import type { PrismaClient } from './generated/client.ts';
import type { Outage } from './outage.ts';
import { type Sql, sql } from './sql.ts';
import { DatabaseAwayError, isUnavailable } from './unavailable.ts';

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

type Row = { number: number; mark: string; created_at: Date };

const newest = `SELECT coalesce(r.number, 0) AS number, coalesce(r.created_at, 'epoch') AS created_at,
    concat_ws('.', c.id, coalesce(r.number, 0), r.mark) AS mark
  FROM catalogue c
  LEFT JOIN (SELECT number, mark, created_at FROM revision ORDER BY number DESC LIMIT 1) r ON TRUE`;
const channel = 'revision';
const pollEveryMs = 1_000;
const listenAgainAfterMs = 1_000;

type Tell = (revision: CurrentRevision) => void;

/**
 * The newest revision of a database. While its announcements are heard it is kept in memory; else every request
 * asks the database.
 */
export class NewestRevision {
  readonly #prisma: Pick<PrismaClient, '$queryRawUnsafe'>;
  readonly #outage: Outage;
  readonly #listeners = new Set<Tell>();
  #newest: CurrentRevision | undefined;
  #heard = false;
  /** The last that was known, when, and whether the database could not be asked since. */
  #last: { readonly revision: CurrentRevision; readonly at: number; old: boolean } | undefined;
  /** How often something was told that is not from a poll. */
  #told = 0;
  #pollNow = () => {};

  constructor(prisma: Pick<PrismaClient, '$queryRawUnsafe'>, outage: Outage) {
    this.#prisma = prisma;
    this.#outage = outage;
  }

  /** The newest revision; number 0 before the first import. While the database is away, the last that was known. */
  async current(): Promise<CurrentRevision> {
    if (this.known) return this.known;
    try {
      if (this.#outage.away) throw new DatabaseAwayError();
      const revision = await readNewest((text) => this.#prisma.$queryRawUnsafe<Row[]>(text));
      this.#last = { revision, at: performance.now(), old: false };
    } catch (error) {
      if (!this.#last || !isUnavailable(error)) throw error;
      this.#last.old = true;
    }
    return this.#last.revision;
  }

  /** For how many seconds nobody could say whether there is a newer one; undefined where that is known. */
  get age(): number | undefined {
    return this.#last?.old ? Math.floor((performance.now() - this.#last.at) / 1000) : undefined;
  }

  /** The newest revision, where memory has it: undefined while nobody would tell us of a change. */
  get known(): CurrentRevision | undefined {
    return this.#heard ? this.#newest : undefined;
  }

  /**
   * What the process itself has committed is known to it before the announcement comes back. What does not follow on
   * what is known has been overtaken by a later one, or a backup was put back: then the database is asked.
   */
  remember(revision: CurrentRevision) {
    this.#told++;
    const { number = 0, mark } = this.#newest ?? {};
    if (revision.number > number || revision.mark === mark) this.#know(revision);
    else this.#doubt();
  }

  /** Nothing is known until the database has been asked. */
  #doubt() {
    this.#told++;
    this.#newest = undefined;
    this.#last = undefined;
    this.#pollNow();
  }

  #know(revision: CurrentRevision) {
    this.#newest = revision;
    this.#last = { revision, at: performance.now(), old: false };
    for (const tell of this.#listeners) tell(revision);
  }

  /**
   * Tells of the newest revision as soon as it is known, and again from time to time while it stays the same.
   * @returns a function that ends it.
   */
  listen(tell: Tell): () => void {
    this.#listeners.add(tell);
    return () => this.#listeners.delete(tell);
  }

  /**
   * Hears of every commit. A commit is known when its announcement comes in; a poll is the safety net.
   * @returns a function that stops it.
   */
  async watch(connect: () => Listener): Promise<() => Promise<void>> {
    let stopped = false;
    let listener: Listener | undefined;
    let timer: NodeJS.Timeout | undefined;

    const later = (work: () => Promise<void>, ms: number) => {
      if (!stopped) timer = setTimeout(work, ms).unref();
    };
    const begin = async () => {
      const own = connect();
      listener = own;
      const lost = () => {
        if (listener !== own) return;
        listener = undefined;
        this.#heard = false;
        clearTimeout(timer);
        own.close().catch(() => {});
        later(begin, listenAgainAfterMs);
      };
      const failed = (error: unknown) => {
        if (listener === own) this.#outage.looked(error);
        lost();
      };
      let asking = false;
      const poll = async () => {
        if (asking || listener !== own) return;
        asking = true;
        clearTimeout(timer);
        try {
          const told = this.#told;
          const revision = await readNewest((text) => own.query(text));
          asking = false;
          if (listener !== own) return;
          this.#outage.looked();
          // An answer that was on its way while something was told may be older than that.
          const isNewest = told === this.#told;
          if (isNewest) this.#know(revision);
          this.#heard = true;
          later(poll, isNewest ? pollEveryMs : 0);
        } catch (error) {
          failed(error);
        }
      };
      this.#pollNow = poll;
      try {
        await own.listen(
          channel,
          (payload) => {
            const revision = fromPayload(payload);
            if (revision) this.remember(revision);
            else this.#doubt();
          },
          lost,
        );
        // Asked after listening, so that nothing falls between the two.
        await poll();
      } catch (error) {
        failed(error);
      }
    };
    await begin();
    return async () => {
      stopped = true;
      clearTimeout(timer);
      this.#heard = false;
      const last = listener;
      listener = undefined;
      await last?.close();
    };
  }
}

/** Asks a database, or a transaction that has just begun a revision. */
export async function readNewest(query: (text: string) => Promise<Row[]>): Promise<CurrentRevision> {
  const [row] = await query(newest);
  if (!row) throw new Error('The catalogue has no id: its database was put back in part.');
  return { number: row.number, mark: row.mark, createdAt: row.created_at };
}

/** Tells every hub process of a revision; a statement of the transaction that commits it. */
export const announceRevision = ({ number, createdAt, mark }: CurrentRevision): Sql =>
  sql`SELECT pg_notify(${channel}, ${`${number} ${createdAt.toISOString()} ${mark}`})::text`;

/** A connection that announcements come in on. */
export type Listener = {
  /** @param onMessage of each announcement. @param onLost once, when no more will come. */
  listen(channel: string, onMessage: (payload: string) => void, onLost: () => void): Promise<void>;
  /** Asks over the same connection, and so shows that it lives. */
  query(text: string): Promise<Row[]>;
  close(): Promise<void>;
};

/** Undefined where somebody says no more than that something has changed, such as whoever has put a backup back. */
function fromPayload(payload: string): CurrentRevision | undefined {
  const [number, createdAt, mark] = payload.split(' ');
  return mark && createdAt ? { number: Number(number), createdAt: new Date(createdAt), mark } : undefined;
}
