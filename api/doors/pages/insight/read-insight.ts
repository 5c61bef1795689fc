import { countHeadline, type Headline } from '../../../catalogue/insight/headline.ts';
import { dayOf, freshSince } from '../../../catalogue/model/freshness.ts';
import type { Hub } from '../../../hub.ts';
import type { Language } from '../../../language.ts';
import type { Asked, Block, Shown } from './block.ts';

export type ShownBlock = { readonly block: Block; readonly shown: Shown };
export type Insight = {
  readonly asked: Asked;
  readonly headline: Headline;
  readonly blocks: readonly ShownBlock[];
};

/** A source is recent where it is of this year or of the two before it. */
const recentYears = 2;

/**
 * What these blocks say today; the number of statements does not grow with the catalogue.
 * @param whole for a file.
 */
export async function readInsight(
  hub: Hub,
  lang: Language,
  blocks: readonly Block[],
  whole = false,
): Promise<Insight> {
  const day = dayOf(Date.now());
  const sourcedSince = String(Number(day.slice(0, 4)) - recentYears);
  const figures = countHeadline(hub, freshSince(), sourcedSince);
  const asked = { hub, lang, figures, day, sourcedSince, whole };
  const [headline, ...shown] = await Promise.all([
    figures,
    ...blocks.map(async (block) => ({ block, shown: await block.read(asked) })),
  ]);
  return { asked, headline, blocks: shown };
}
