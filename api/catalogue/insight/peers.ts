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
  findAhead,
  readAskers,
  type Work,
} from './who-is-ahead.ts';

/** A municipality that is ahead, why just this one, and the way to it. */
export type Peer = {
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
  /** Its running and completed projects in the field, by title. */
  readonly projects: readonly string[];
  /** Its strategies in the field that are adopted or being put into practice, by title. */
  readonly strategies: readonly string[];
};

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
 * given. Two statements, however many ask.
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
  const [candidates, askers] = await Promise.all([
    findAhead(reader, aheadIn(fields)),
    readAskers(reader, agses),
  ]);
  const count = counter(candidates);
  const rank = async (here: Asker) => {
    await setImmediate();
    signal?.throwIfAborted();
    // The others would fill the memory where many ask.
    return rankAll(here, candidates).slice(0, first);
  };
  // Who asks together is told together: what they read of their peers is one statement again.
  const rankings = new DataLoader((together: readonly Asker[]) =>
    Promise.all(together.map((here) => inTurn(() => rank(here)))),
  );
  return new Map(askers.map((here) => [here.ags, { ...count(here.ags), ranked: () => rankings.load(here) }]));
}

/** Whom somebody can call about some work; nobody is nearer than others where it is not known who asks. */
export async function findPeersFor(reader: Reader, work: Work, ags: string | null): Promise<readonly Peer[]> {
  const [candidates, [here]] = await Promise.all([
    findAhead(reader, work),
    readAskers(reader, ags === null ? [] : [ags]),
  ]);
  return rankAll(here ?? anybody, candidates);
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

function rankAll(here: Asker, candidates: readonly Candidate[]): readonly Peer[] {
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
  return [...groups.values()].flatMap(([first, ...same]): Peer[] => {
    if (!first) return [];
    const { there, way, score, reasons } = first;
    const { ags: municipality, about, projects, strategies } = there;
    const also = same.map((other) => other.there.ags);
    const contact = way?.contact ?? null;
    return [{ municipality, score, reasons, contact, way, also, about, projects, strategies }];
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
