import { catalogue } from '../../catalogue/entities/catalogue.ts';
import type { Column, Entity, EntityName, Relation } from '../../catalogue/model/entity.ts';
import type { Reader } from '../../catalogue/model/visibility.ts';
import { countRecords, type Row, readNumberedPage, recordPages } from '../../catalogue/query/page.ts';
import { type FilterInput, readFilter, readOrder } from '../../catalogue/query/read-filter.ts';
import { allOf, type Sql, sql } from '../../database/sql.ts';
import type { Language } from '../../language.ts';
import { publicColumns } from '../datasets/dataset.ts';
import { localise } from './localise.ts';

export type RelatedList = {
  readonly entity: EntityName;
  readonly rows: readonly Row[];
  /** How many there are, of which `rows` may be the first. */
  readonly total: number;
};

/** What is asked of the lists of a record. */
export type AskedLists = {
  /** Narrows those whose entity has such a filter. */
  readonly filter?: FilterInput;
  /** So many of each at most; without it, all of them. */
  readonly most?: number;
};

/**
 * The records that hang on another one.
 * @param shown their columns; all of them unless told.
 */
export async function listRelated(
  reader: Reader,
  relation: Relation,
  shown: readonly string[] | undefined,
  key: string,
  { filter = {}, most }: AskedLists,
  lang: Language,
): Promise<RelatedList> {
  const entity = catalogue[relation.to];
  // The field of a place's neighbours is no matter of the place.
  const narrowing = entity.name === 'municipalities' ? {} : filter;
  const where = allOf([
    await readFilter(reader, entity, narrowing, '?'),
    relation.where(sql`${key}`, reader.viewer),
  ]);
  const columns = publicColumns(entity).filter((column) => shown?.includes(column.name) ?? true);
  return listRows(reader, entity, columns, where, most, lang);
}

/** The first records under a filter, in the order of their list, and how many there are. */
export async function listFirst(
  reader: Reader,
  entity: Entity,
  filter: FilterInput,
  most: number,
  lang: Language,
): Promise<RelatedList> {
  const where = await readFilter(reader, entity, filter, '?');
  return listRows(reader, entity, publicColumns(entity), where, most, lang);
}

async function listRows(
  reader: Reader,
  entity: Entity,
  columns: readonly Column[],
  where: Sql,
  most: number | undefined,
  lang: Language,
): Promise<RelatedList> {
  const order = readOrder(entity, undefined);
  const all: Row[] = [];
  let total: number | undefined;
  if (most === undefined)
    for await (const page of recordPages(reader, entity, columns, where, order)) all.push(...page);
  else
    [, total] = await Promise.all([
      readNumberedPage(reader, entity, columns, { where, order, limit: most }, 1).then((rows) =>
        all.push(...rows),
      ),
      countRecords(reader, entity, where),
    ]);
  return {
    entity: entity.name,
    rows: all.map((row) => localise(row, lang)),
    total: total ?? all.length,
  };
}
