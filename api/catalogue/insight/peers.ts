import { setImmediate } from 'node:timers/promises';
import DataLoader from 'dataloader';
import pLimit from 'p-limit';
import type { Way } from '../calls/whom-to-call.ts';
import type { Reader } from '../model/visibility.ts';
import { type Reason, rankPeer } from './peer-ranking.ts';
import {
  type Asker,
  aheadIn,
  anybody,
  type Candidate,
  type Done,
  findAhead,
  listDone,
  readAskers,
  type Work,
} from './who-is-ahead.ts';

/** A municipality that is ahead, why just this one, and the way to it. */
type Ranked = {
  readonly municipality: string;
  readonly score: number;
  readonly reasons: readonly Reason[];
  /** Slug of the contact; null where an office is the way. */
  readonly contact: string | null;
  /** The contact, its town hall, or the Landkreis; null where nobody can be called. */
  readonly way: Way | null;
  /** AGS of others that are ahead, and whose way ends at the same contact or office. */
  readonly also: readonly string[];
  /** Slug of the project that it is about: that of the contact, else the furthest; null where it has strategies only. */
  readonly about: string | null;
};

/** The same with what it has done. */
export type Peer = Ranked & Done;

export type Peers = {
  /**
   * Ranks them: those that can be called themselves first, then those through the Landkreis, then the others; each
   * the best first. Whoever asks for their number alone need not.
   */
  readonly ranked: () => Promise<readonly Peer[]>;
  /** How many of them can be called, at least through the Landkreis. */
  readonly reachable: number;
  /** How many municipalities are ahead whose contacts and office have neither telephone nor e-mail. */
  readonly withoutContact: number;
};

/** One is ranked at a time, whoever asks, and whoever waits for something else has a turn between two. */
const inTurn = pLimit(1);

/**
 * For each of some municipalities: whom they can call about one of the fields, or about anything where none is
 * given. Two statements, and one more to rank them, however many ask.
 * @param first so many are told of each.
 * @param signal of a caller that may go away: nobody is ranked then any more, and its reason is thrown.
 */
export async function findPeers(
  reader: Reader,
  fields: readonly string[],
  agses: readonly string[],
  first: number,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, Peers>> {
  const work = aheadIn(fields);
  const [candidates, askers] = await Promise.all([findAhead(reader, work), readAskers(reader, agses)]);
  const count = counter(candidates);
  const rank = async (here: Asker) => {
    await setImmediate();
    signal?.throwIfAborted();
    // The others would fill the memory where many ask.
    return rankAll(here, candidates, first);
  };
  // Who asks together is told together: what they read of their peers is one statement again.
  const rankings = new DataLoader(async (together: readonly Asker[]) => {
    const ranked = await Promise.all(together.map((here) => inTurn(() => rank(here))));
    const done = await listDone(reader, work, [
      ...new Set(ranked.flat().map(({ municipality }) => municipality)),
    ]);
    return ranked.map((peers) => peers.map((peer) => withDone(peer, done)));
  });
  return new Map(askers.map((here) => [here.ags, { ...count(here.ags), ranked: () => rankings.load(here) }]));
}

const withDone = (peer: Ranked, done: ReadonlyMap<string, Done>): Peer => ({
  ...peer,
  ...(done.get(peer.municipality) ?? { projects: [], strategies: [] }),
});

/**
 * Whom somebody can call about some work; nobody is nearer than others where it is not known who asks.
 * @param first so many are told of; `total` counts the municipalities behind the others as well.
 */
export async function findPeersFor(
  reader: Reader,
  work: Work,
  ags: string | null,
  first: number,
): Promise<{ readonly best: readonly Peer[]; readonly total: number }> {
  const [candidates, [here]] = await Promise.all([
    findAhead(reader, work),
    readAskers(reader, ags === null ? [] : [ags]),
  ]);
  const best = rankAll(here ?? anybody, candidates, first);
  const done = await listDone(
    reader,
    work,
    best.map(({ municipality }) => municipality),
  );
  return {
    best: best.map((peer) => withDone(peer, done)),
    total: candidates.filter((one) => one.ags !== ags).length,
  };
}

/** Counts for each who asks, without ranking anybody: all that are ahead, without itself. */
function counter(candidates: readonly Candidate[]) {
  const byAgs = new Map(candidates.map((candidate) => [candidate.ags, candidate]));
  const usersOf = new Map<string, number>();
  for (const way of candidates.map(wayTo))
    if (way) usersOf.set(endOf(way), (usersOf.get(endOf(way)) ?? 0) + 1);
  const withoutContact = candidates.filter(isWithoutContact).length;
  return (ags: string): Pick<Peers, 'reachable' | 'withoutContact'> => {
    const own = byAgs.get(ags);
    const way = own ? wayTo(own) : null;
    return {
      reachable: usersOf.size - (way && usersOf.get(endOf(way)) === 1 ? 1 : 0),
      withoutContact: withoutContact - (own && isWithoutContact(own) ? 1 : 0),
    };
  };
}

const isWithoutContact = ({ contactOf }: Candidate) => contactOf === null;

/** The best of them; who is reached in the same way stands together. */
function rankAll(here: Asker, candidates: readonly Candidate[], most: number): readonly Ranked[] {
  const others = candidates
    .filter(({ ags }) => ags !== here.ags)
    .map((there) => ({ there, way: wayTo(there), ...rankPeer(here, there) }))
    .sort(
      (a, b) =>
        nearness(a.way) - nearness(b.way) || b.score - a.score || (a.there.name < b.there.name ? -1 : 1),
    );
  const groups = new Map<string, typeof others>();
  for (const other of others) {
    const end = other.way ? endOf(other.way) : other.there.ags;
    const same = groups.get(end);
    if (same) same.push(other);
    else groups.set(end, [other]);
  }
  return [...groups.values()].slice(0, most).flatMap(([first, ...same]): Ranked[] => {
    if (!first) return [];
    const { there, way, score, reasons } = first;
    const { ags: municipality, about } = there;
    const also = same.map((other) => other.there.ags);
    const contact = way?.contact ?? null;
    return [{ municipality, score, reasons, contact, way, also, about }];
  });
}

/** The way to somebody who is ahead: a step of the chain that every door tells. */
function wayTo({ contact, contactOf, ags, districtOffice }: Candidate): Way | null {
  if (contactOf === 'MUNICIPALITY') return { step: 'OWN_OFFICE', contact: null, office: ags };
  if (contactOf)
    return { step: contactOf === 'WORK' ? 'OWN_CONTACT' : 'FIELD_CONTACT', contact, office: null };
  return districtOffice ? { step: 'DISTRICT_OFFICE', contact: null, office: districtOffice } : null;
}

/** Whom a way ends at: several municipalities may have one. */
const endOf = ({ contact, office }: Way): string => String(contact ?? office);

const nearness = (way: Way | null): number => (way === null ? 2 : way.step === 'DISTRICT_OFFICE' ? 1 : 0);

/** Where nobody is ahead. */
export const noPeers: Peers = { ranked: async () => [], reachable: 0, withoutContact: 0 };
