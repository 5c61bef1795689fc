import type { Column } from '../../catalogue/model/entity.ts';
import type { Row } from '../../catalogue/query/page.ts';

/** A row as an object with the columns asked for, in their order. */
export const recordOf = (columns: readonly Column[], row: Row): Row =>
  Object.fromEntries(columns.map(({ name }) => [name, row[name]]));
