import type { Column } from '../../catalogue/entity.ts';
import type { Row } from '../../catalogue/page.ts';

/** A file format: how pages of rows become text, piece by piece. */
export type Format = {
  readonly extension: string;
  readonly contentType: string;
  write(columns: readonly Column[], pages: AsyncIterable<readonly Row[]>): AsyncIterable<string>;
};
