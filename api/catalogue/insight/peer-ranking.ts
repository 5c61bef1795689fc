import { kilometres } from '../model/distance.ts';

/** What the ranking knows of a municipality. */
export type Place = {
  readonly ags: string;
  readonly kind: string;
  readonly population: number | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** The Landkreis or Stadtkreis it counts for. */
  readonly district: string;
};

/** What a municipality has done that others can learn from. */
export type Ahead = {
  /** The furthest of its projects and strategies. */
  readonly stage: keyof typeof stages;
  /** How many there are. */
  readonly projects: number;
  readonly strategies: number;
  /**
   * Who can be called: a contact of such a project or strategy, one of the municipality for the field, its office;
   * null where none of them has a telephone number or an e-mail address.
   */
  readonly contactOf: 'WORK' | 'FIELD' | 'MUNICIPALITY' | null;
};

/** How far along something is, as a part of the points for it; the furthest first. */
export const stages = {
  COMPLETED: 1,
  IN_IMPLEMENTATION: 1,
  RUNNING: 0.8,
  ADOPTED: 0.6,
  UNKNOWN: 0.4,
  PLANNED: 0.2,
} as const;

/** The most points for each reason: forty for being comparable, forty for being close, twenty for being ahead. */
export const peerPoints = {
  SIZE: 30,
  KIND: 10,
  DISTANCE: 20,
  NEIGHBOUR: 10,
  DISTRICT: 10,
  STAGE: 10,
  EXPERIENCE: 5,
  CONTACT: 5,
} as const;

export type ReasonCode = keyof typeof peerPoints;
export const reasonCodes = Object.keys(peerPoints) as ReasonCode[];

export type Reason = {
  readonly code: ReasonCode;
  readonly points: number;
  /** The number behind it: inhabitants, kilometres, how many projects and strategies. */
  readonly value: number | null;
  /** The same number of the municipality that asks, where there is one to compare. */
  readonly here: number | null;
  /** The stage, what it has experience with, or whose contact it is. */
  readonly word: string | null;
};

/** Who is this far away or further gets no points for distance. */
const farKm = 50;
/** So many projects and strategies count as full experience. */
const muchExperience = 3;

/** Of a reason without a number or a word. */
const nothing: Partial<Pick<Reason, 'value' | 'here' | 'word'>> = {};

/**
 * How well `there` can advise `here`, in points of a hundred, each with its reason. A reason without points is
 * left out, except the numbers that people want to see anyway: size and distance.
 *
 * - SIZE: all points for the same population, none where one has ten times the other's; by the ratio between.
 * - KIND: both a Gemeinde, both a Landkreis, ...
 * - DISTANCE: all points next door, none from 50 km on; in proportion between.
 * - NEIGHBOUR, DISTRICT: they share a border; they are in the same Landkreis.
 * - STAGE: all points for completed projects and strategies being put into practice, fewer for running and adopted.
 * - EXPERIENCE: in proportion to the number of such projects and strategies, all from three on.
 * - CONTACT: all points where a contact of the work or for the field can be called, half where the town hall can.
 */
export function rankPeer(
  here: Place & { readonly neighbours: readonly string[] },
  there: Place & Ahead,
): { score: number; reasons: Reason[] } {
  const reasons: Reason[] = [];
  const give = (code: ReasonCode, part: number, { value = null, here = null, word = null } = nothing) =>
    reasons.push({ code, points: Math.round(peerPoints[code] * part), value, here, word });

  if (here.population && there.population) {
    const tenfold = Math.abs(Math.log10(here.population / there.population));
    give('SIZE', Math.max(0, 1 - tenfold), { value: there.population, here: here.population });
  }
  if (here.kind === there.kind) give('KIND', 1);
  const distance = kilometres(here, there);
  if (distance !== null)
    give('DISTANCE', Math.max(0, 1 - distance / farKm), { value: Math.round(distance * 10) / 10 });
  if (here.neighbours.includes(there.ags)) give('NEIGHBOUR', 1);
  if (here.district === there.district) give('DISTRICT', 1);
  give('STAGE', stages[there.stage], { word: there.stage });
  const count = there.projects + there.strategies;
  const work = there.strategies === 0 ? 'PROJECTS' : there.projects === 0 ? 'STRATEGIES' : 'BOTH';
  give('EXPERIENCE', Math.min(1, count / muchExperience), { value: count, word: work });
  if (there.contactOf)
    give('CONTACT', there.contactOf === 'MUNICIPALITY' ? 0.5 : 1, { word: there.contactOf });
  return { score: reasons.reduce((sum, { points }) => sum + points, 0), reasons };
}
