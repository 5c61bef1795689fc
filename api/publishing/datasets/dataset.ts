import type { Column, Entity, Filter, Order } from '../../catalogue/model/entity.ts';
import type { Paged } from '../../catalogue/query/page.ts';
import type { Sql } from '../../database/sql.ts';
import type { Language } from '../../language.ts';

export type DatasetName = Entity['name'] | 'participations' | 'who-does-what';

/** Words for people, in the languages of the hub. */
export type Words = Readonly<Record<Language, string>>;

/** Where a row lies: the municipalities that it belongs to, as SQL of an array of AGS over the alias `t`. */
export type Whereabouts = {
  readonly sql: Sql;
  /** Whether a row may lie in several of them. */
  readonly several: boolean;
};

/** What can be downloaded as one table. Documentation, metadata, pages and tests follow from this entry. */
export type Dataset = Paged & {
  /** In its address: `/data/{name}.csv`. */
  readonly name: DatasetName;
  readonly title: Words;
  readonly description: Words;
  /** The columns that leave the hub. */
  readonly columns: readonly Column[];
  readonly filters: Readonly<Record<string, Filter>>;
  readonly orders: Readonly<Record<string, Order>>;
  readonly defaultOrder: string;
  /** Rows of one statement, where each of them takes long. */
  readonly rowsPerPage?: number;
  /** The entity whose records are the rows; none where they are joined from several. */
  readonly entity?: Entity;
  /** The columns that together tell a row from all others, where it is no record. */
  readonly rowKey?: readonly string[];
  /** Where there is geometry. */
  readonly place?: Whereabouts;
};

type About = Pick<Dataset, 'title' | 'description' | 'place'>;

/** The dataset of an entity: a row is a record. */
export const ofEntity = (entity: Entity, about: About): Dataset => ({
  ...entity,
  ...about,
  entity,
  columns: publicColumns(entity),
});

/** The columns that leave the hub. */
export const publicColumns = (entity: Entity): readonly Column[] =>
  entity.columns.filter((column) => !column.internal);

/** The column that tells a row from all others, where it is one alone. */
export const keyOf = ({ entity }: Pick<Dataset, 'entity'>): string | undefined => entity?.key;

/** The columns that together tell a row from all others. */
export const keysOf = ({ entity, rowKey = [] }: Dataset): readonly string[] =>
  entity ? [entity.key] : rowKey;
