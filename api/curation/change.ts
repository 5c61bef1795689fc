import type { EntityName } from '../catalogue/model/entity.ts';
import type { ChangeAction } from '../database/generated/client.ts';

export type Value = string | number | boolean | readonly string[] | null;

/** A record as it is compared and kept in the history: its own columns by name. */
export type CatalogueRecord = Readonly<Record<string, Value>>;

/**
 * What somebody wants of one record: columns to be set, the others staying as they are, or that it be removed.
 * A record that is not there yet is added.
 */
export type Change = {
  readonly entity: EntityName;
  readonly key: string;
  readonly set?: CatalogueRecord;
  readonly remove?: true;
};

/** What a change does to a record: null where it is not there. */
export type Difference = {
  readonly entity: EntityName;
  readonly key: string;
  readonly action: ChangeAction;
  readonly before: CatalogueRecord | null;
  readonly after: CatalogueRecord | null;
};
