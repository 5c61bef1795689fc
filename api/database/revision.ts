import type { PrismaClient } from './generated/client.ts';
import { type Sql, sql } from './sql.ts';

/** The catalogue as of now: what every cache and ETag is derived from. */
export type CurrentRevision = { readonly number: number; readonly createdAt: Date };

type Row = { number: number; created_at: Date };

const newest = 'SELECT number, created_at FROM revision ORDER BY number DESC LIMIT 1';
const channel = 'revision';
const pollEveryMs = 5_000;
const listenAgainAfterMs = 1_000;

type Tell = (revision: CurrentRevision) => void;

/**
 * The newest revision of a database. While its announcements are heard it is kept in memory; else every request
 * asks the database.
 */
export class NewestRevision {
  readonly #prisma: Pick<PrismaClient, '$queryRawUnsafe'>;
  readonly #listeners = new Set<Tell>();
  #newest: CurrentRevision | undefined;
  #heard = false;

  constructor(prisma: Pick<PrismaClient, '$queryRawUnsafe'>) {
    this.#prisma = prisma;
  }

  /** The newest revision; number 0 before the first import. */
  async current(): Promise<CurrentRevision> {
    return this.known ?? toRevision(await this.#prisma.$queryRawUnsafe<Row[]>(newest));
  }

  /** The newest revision, where memory has it: undefined while nobody would tell us of a change. */
  get known(): CurrentRevision | undefined {
    return this.#heard ? this.#newest : undefined;
  }

  /** What the process itself has committed is known to it before the announcement comes back. */
  remember(revision: CurrentRevision) {
    // An answer that was on its way while a revision was announced is older than what is known.
    if (revision.number < (this.#newest?.number ?? 0)) return;
    this.#newest = revision;
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
      const poll = async () => {
        try {
          const revision = toRevision(await own.query(newest));
          if (listener !== own) return;
          this.remember(revision);
          this.#heard = true;
          later(poll, pollEveryMs);
        } catch {
          lost();
        }
      };
      try {
        await own.listen(channel, (payload) => this.remember(fromPayload(payload)), lost);
        // Asked after listening, so that nothing falls between the two.
        await poll();
      } catch {
        lost();
      }
    };
    await begin();
    return async () => {
      stopped = true;
      clearTimeout(timer);
      this.#heard = false;
      await listener?.close();
    };
  }
}

const toRevision = ([row]: readonly Row[]): CurrentRevision =>
  row ? { number: row.number, createdAt: row.created_at } : { number: 0, createdAt: new Date(0) };

/** Tells every hub process of a revision; a statement of the transaction that commits it. */
export const announceRevision = ({ number, createdAt }: CurrentRevision): Sql =>
  sql`SELECT pg_notify(${channel}, ${`${number} ${createdAt.toISOString()}`})::text`;

/** A connection that announcements come in on. */
export type Listener = {
  /** @param onMessage of each announcement. @param onLost once, when no more will come. */
  listen(channel: string, onMessage: (payload: string) => void, onLost: () => void): Promise<void>;
  /** Asks over the same connection, and so shows that it lives. */
  query(text: string): Promise<Row[]>;
  close(): Promise<void>;
};

function fromPayload(payload: string): CurrentRevision {
  const [number, createdAt] = payload.split(' ');
  return { number: Number(number), createdAt: new Date(createdAt ?? '') };
}
