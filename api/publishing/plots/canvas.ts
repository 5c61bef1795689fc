import { breakLines, textWidth } from '../pictures/typeset.ts';
import type { Look } from './plot.ts';

/** What is drawn on: a width, and the colours of a page or of a picture. */
export type Canvas = {
  readonly width: number;
  /** A colour of the design tokens. */
  readonly ink: (token: string) => string;
  /** The texture of a look. */
  readonly fill: (look: Look) => string;
};

/** Size of letters, in pixels where a plot is as wide as it was drawn. */
export const size = 14;

/** Names stand above what they name where less room than this is. */
export const narrowBelow = 520;

/** The letters of a page may be wider than those that pictures are set in. */
const wide = 1.17;

export const widthOf = (text: string, of = size): number => textWidth(text, of * wide);

/** Breaks a name into lines. */
export const linesWithin = (text: string, width: number, of = size): string[] =>
  breakLines(text, of * wide, width);
