/** What a program says of a cell beside its text. */
export type MarkedCell = {
  readonly text: string;
  /** It cannot be taken as it stands: why, and what would be right. */
  readonly wrong?: string;
  /** A day, or what a spreadsheet has taken for one. */
  readonly isDate?: true;
};

export type Cell = string | MarkedCell;

/** What a program has made of a value, so that nobody can tell what it was; the message says what would be right. */
export class CellError extends Error {}

export type Line = { readonly line: number; readonly cells: readonly Cell[] };

/** The rows of a file with the lines they begin in. */
export type Lines = {
  readonly lines: readonly Line[];
  /** False where the end could not be read. */
  readonly whole: boolean;
  /** With semicolons, as a German spreadsheet writes: its cells may be German as well. */
  readonly german: boolean;
  /** A spreadsheet may have made something else of what somebody has typed. */
  readonly fromSpreadsheet: boolean;
};
