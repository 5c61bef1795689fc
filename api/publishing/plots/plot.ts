import type { Language } from '../../language.ts';

/** How a mark is filled: a colour of the design and a texture, so that it is told apart without the colour. */
export const looks = {
  strong: { fill: 'sequence-4', ink: 'on-sequence-4', texture: '' },
  soft: { fill: 'sequence-2', ink: 'on-sequence-2', texture: 'M0 5L5 0' },
  pale: { fill: 'sequence-1', ink: 'ink-muted', texture: 'M2 2h1v1h-1z' },
  second: { fill: 'second-3', ink: 'ink', texture: 'M0 2.5H5' },
  thin: { fill: 'second-1', ink: 'ink-muted', texture: 'M0 2.5H5M2.5 0V5' },
  none: { fill: 'hatch-ground', ink: 'hatch', texture: 'M2.5 0V5' },
} as const;
export type Look = keyof typeof looks;

/** What a look stands for. */
export type LegendEntry = { readonly look: Look; readonly label: string };

/** A piece of a bar. */
export type Part = {
  readonly look: Look;
  readonly value: number;
  /** What it says, in words. */
  readonly title: string;
};

/** Lying bars, one below the other, each with its name and its number in words. */
export type Bars = {
  readonly kind: 'bars';
  readonly rows: readonly {
    readonly label: string;
    /** Of the label, where it is not that of the page. */
    readonly lang?: Language | undefined;
    readonly note: string;
    readonly parts: readonly Part[];
  }[];
};

/** Standing bars over years or the like: what is above the line, and what is below it. */
export type Columns = {
  readonly kind: 'columns';
  readonly above: string;
  readonly below?: string;
  readonly columns: readonly {
    readonly label: string;
    readonly up: readonly Part[];
    readonly down?: readonly Part[];
  }[];
};

/** A table of which each cell is shaded by its share of one. */
export type Cells = {
  readonly kind: 'cells';
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly label: string;
    readonly lang?: Language | undefined;
    readonly cells: readonly { readonly share: number; readonly text: string; readonly title: string }[];
  }[];
};

export type Plot = {
  readonly title: string;
  /** The whole message in words, for whoever does not see it. */
  readonly description: string;
  readonly legend: readonly LegendEntry[];
  readonly drawing: Bars | Columns | Cells;
};
