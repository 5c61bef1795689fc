import type { Block } from './block.ts';
import { changes } from './blocks/changes.ts';
import { coverage } from './blocks/coverage.ts';
import { districts } from './blocks/districts.ts';
import { freshness } from './blocks/freshness.ts';
import { funding } from './blocks/funding.ts';
import { jointPlans } from './blocks/joint-plans.ts';
import { partners } from './blocks/partners.ts';
import { whiteSpots } from './blocks/white-spots.ts';
import { years } from './blocks/years.ts';

/** The questions of `/insight` in their order. A new one is a file beside these and its words. */
export const blocks: readonly Block[] = [
  coverage,
  districts,
  whiteSpots,
  years,
  freshness,
  partners,
  jointPlans,
  funding,
  changes,
];
