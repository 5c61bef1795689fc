import type { Headline } from '../../../catalogue/insight/headline.ts';
import type { Column } from '../../../catalogue/model/entity.ts';
import { kinds } from '../../../catalogue/model/places.ts';
import type { Hub } from '../../../hub.ts';
import { href, type Language, locales } from '../../../language.ts';
import type { Plot } from '../../../publishing/plots/plot.ts';
import type { InsightTexts } from '../../../texts/insight/insight.ts';
import type { Piece } from '../../../texts/piece.ts';

export type BlockName = keyof InsightTexts['blocks'];

/** What a block is read for. */
export type Asked = {
  readonly hub: Hub;
  readonly lang: Language;
  /** Counted beside what the blocks ask for. */
  readonly figures: Promise<Headline>;
  /** Today in Germany. */
  readonly day: string;
  /** The year from which on a source is recent. */
  readonly sourcedSince: string;
  /** For a file, which has every row; a page shows the first ones. */
  readonly whole: boolean;
};

/** A value of the table behind a plot: what a file holds, and how people read it. */
export type Cell = {
  readonly value: unknown;
  readonly text?: string;
  /** The list that a figure counts, or the page of a record. */
  readonly href?: string | undefined;
  /** The language of the text, where it is not that of the page. */
  readonly lang?: Language | undefined;
};

/** One answer: a sentence, a plot of it, and the table behind it. */
export type Shown = {
  readonly sentence: readonly Piece[];
  readonly note: string;
  /** Null where there is nothing to draw. */
  readonly plot: Plot | null;
  readonly columns: readonly Column[];
  readonly rows: readonly Readonly<Record<string, Cell>>[];
  /** How many more rows the file has. */
  readonly more?: number;
};

/** A question about the situation of the region. */
export type Block = { readonly name: BlockName; read(asked: Asked): Promise<Shown> };

/** All municipalities but the Landkreise, as the lists filter them. */
export const withoutDistricts = { kind: kinds.filter((kind) => kind !== 'LANDKREIS') };

/** Ideas and plans, likewise. */
export const plans = { status: ['IDEA', 'PLANNED'] };

/** The address of a list under filters. */
export function listOf(
  entity: 'projects' | 'municipalities' | 'strategies' | 'events',
  filter: Readonly<Record<string, string | readonly string[]>>,
  lang: Language,
): string {
  const search = new URLSearchParams();
  for (const [name, values] of Object.entries(filter))
    for (const value of [values].flat() as string[]) search.append(name, value);
  return href(`/${entity}${search.size > 0 ? `?${search}` : ''}`, lang);
}

export const written = (count: number, lang: Language): string => count.toLocaleString(locales[lang]);

/** A figure that leads to what it counts. */
export const figure = (count: number, to: string, lang: Language): Piece & object => ({
  text: written(count, lang),
  href: to,
});

/** A figure in the table; where it counts nothing, there is no list to lead to. */
export const counted = (count: number, to: string, lang: Language): Cell => ({
  value: count,
  text: written(count, lang),
  href: count > 0 ? to : undefined,
});

/** A sentence without its links. */
export const plain = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');
