import type { PrismaClient } from './generated/client.ts';
import type { Outage } from './outage.ts';
import { type CurrentRevision, channel, fromPayload, type RevisionRow, readNewest } from './revision.ts';
import { DatabaseAwayError, isUnavailable } from './unavailable.ts';

const pollEveryMs = 1_000;
const listenAgainAfterMs = 1_000;

/** A connection that announcements come in on. */
export type Listener = {
  /** @param onMessage of each announcement. @param onLost once, when no more will come. */
  listen(channel: string, onMessage: (payload: string) => void, onLost: () => void): Promise<void>;
  /** Asks over the same connection, and so shows that it lives. */
  query(text: string): Promise<RevisionRow[]>;
  close(): Promise<void>;
};

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
      const revision = await readNewest((text) => this.#prisma.$queryRawUnsafe<RevisionRow[]>(text));
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
