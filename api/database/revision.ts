import type { PrismaClient } from './generated/client.ts';
import { type Sql, sql } from './sql.ts';

/** The catalogue as of now: what every cache and ETag is derived from. */
export type CurrentRevision = { readonly number: number; readonly createdAt: Date };

type Row = { number: number; created_at: Date };

const newest = 'SELECT number, created_at FROM revision ORDER BY number DESC LIMIT 1';
const channel = 'revision';
const pollEveryMs = 5_000;
const listenAgainAfterMs = 1_000;

/** The newest revision; number 0 before the first import. Answered from memory while the database is listened to. */
export async function currentRevision(
  prisma: Pick<PrismaClient, '$queryRawUnsafe'>,
): Promise<CurrentRevision> {
  return knownRevision(prisma) ?? toRevision(await prisma.$queryRawUnsafe<Row[]>(newest));
}

/** The newest revision, where memory has it: undefined while nobody would tell us of a change. */
export function knownRevision(prisma: object): CurrentRevision | undefined {
  const place = memory.get(prisma);
  return place?.live ? place.newest : undefined;
}

/** What is known of each database, and whether a change would be heard of. */
const memory = new WeakMap<object, Place>();

type Place = {
  newest: CurrentRevision | undefined;
  live: boolean;
  readonly listeners: Set<(revision: CurrentRevision) => void>;
};

const toRevision = ([row]: readonly Row[]): CurrentRevision =>
  row ? { number: row.number, createdAt: row.created_at } : { number: 0, createdAt: new Date(0) };

/** Tells every hub process of a revision; a statement of the transaction that commits it. */
export const announceRevision = ({ number, createdAt }: CurrentRevision): Sql =>
  sql`SELECT pg_notify(${channel}, ${`${number} ${createdAt.toISOString()}`})::text`;

/** What the process itself has committed is known to it before the announcement comes back. */
export function rememberRevision(prisma: object, revision: CurrentRevision) {
  const place = memory.get(prisma);
  // An answer that was on its way while a revision was announced is older than what is known.
  if (!place || revision.number < (place.newest?.number ?? 0)) return;
  place.newest = revision;
  for (const tell of place.listeners) tell(revision);
}

/** Tells of the newest revision as soon as it is known, and again from time to time while it stays the same. */
export function onRevision(prisma: object, tell: (revision: CurrentRevision) => void) {
  memory.get(prisma)?.listeners.add(tell);
}

/** A connection that announcements come in on. */
export type Listener = {
  /** @param onMessage of each announcement. @param onLost once, when no more will come. */
  listen(channel: string, onMessage: (payload: string) => void, onLost: () => void): Promise<void>;
  /** Asks over the same connection, and so shows that it lives. */
  query(text: string): Promise<Row[]>;
  close(): Promise<void>;
};

/**
 * Keeps the newest revision of a database in memory. A commit is known when its announcement comes in; a poll
 * is the safety net. While there is no connection nothing is in memory, and every request asks the database.
 * @returns a function that stops it.
 */
export async function watchRevision(prisma: PrismaClient, connect: () => Listener) {
  const place: Place = { newest: undefined, live: false, listeners: new Set() };
  memory.set(prisma, place);
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
      place.live = false;
      clearTimeout(timer);
      own.close().catch(() => {});
      later(begin, listenAgainAfterMs);
    };
    const poll = async () => {
      try {
        const revision = toRevision(await own.query(newest));
        if (listener !== own) return;
        rememberRevision(prisma, revision);
        place.live = true;
        later(poll, pollEveryMs);
      } catch {
        lost();
      }
    };
    try {
      await own.listen(channel, (payload) => rememberRevision(prisma, fromPayload(payload)), lost);
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
    place.live = false;
    await listener?.close();
  };
}

function fromPayload(payload: string): CurrentRevision {
  const [number, createdAt] = payload.split(' ');
  return { number: Number(number), createdAt: new Date(createdAt ?? '') };
}
