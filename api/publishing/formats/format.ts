import type { Column } from '../../catalogue/model/entity.ts';
import type { Row } from '../../catalogue/query/page.ts';
import type { Hub } from '../../hub.ts';
import type { Language } from '../../language.ts';
import type { Dataset } from '../datasets/dataset.ts';

/** A choice within a format: a parameter in the address with a closed list of values. */
export type FormatOption = {
  readonly description: string;
  /** The first one is the default. */
  readonly values: readonly [string, ...string[]];
};

/** What a format says of the table that it writes: a dataset, or what stands behind a plot. */
type Table = Pick<Dataset, 'title' | 'description' | 'place' | 'entity'> & { readonly name: string };

/** What a format is given to write. */
export type Content = {
  readonly hub: Hub;
  readonly dataset: Table;
  readonly columns: readonly Column[];
  /** Rows with the columns asked for, and the AGS of their places under `_places` where there is geometry. */
  readonly pages: AsyncIterable<readonly Row[]>;
  /** A value for each of the format's options. */
  readonly options: Readonly<Record<string, string>>;
  /** Of the words that a format adds for people. */
  readonly lang: Language;
};

/** A file format: how pages of rows become a file, piece by piece. */
export type Format = {
  readonly extension: string;
  readonly contentType: string;
  /** What people call it. */
  readonly label: string;
  readonly description: string;
  /** Whether the file is bytes that are no text. */
  readonly binary: boolean;
  /** Whether a browser shows it instead of saving it. */
  readonly inline?: boolean;
  /** More rows do not fit. */
  readonly maxRows?: number;
  readonly options: Readonly<Record<string, FormatOption>>;
  /** Which datasets it can hold. */
  fits(dataset: Dataset): boolean;
  write(content: Content): AsyncIterable<string | Uint8Array>;
};

/** Most formats hold any table. */
export const everyDataset = () => true;
