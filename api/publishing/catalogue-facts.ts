import type { Box } from '../catalogue/model/entity.ts';
import { sql } from '../database/sql.ts';
import type { Hub } from '../hub.ts';
import type { Dataset } from './datasets/dataset.ts';
import { boxOfRegion } from './geometry.ts';

/** When something was first there and when it last changed, by its revisions. */
export type Dates = { readonly issued: Date; readonly modified: Date };

/** What the catalogue says that stands in the database. */
export type CatalogueFacts = {
  readonly dates: Dates;
  readonly datesOf: (dataset: Dataset) => Dates;
  /** The Landkreise and Stadtkreise, each by a key of five digits. */
  readonly districts: readonly { readonly key: string; readonly name: string }[];
  /** West, south, east, north. */
  readonly box: Box;
};

export async function readCatalogueFacts({ database, region }: Hub): Promise<CatalogueFacts> {
  const [byEntity, districts, { createdAt }] = await Promise.all([
    database.rows<Dates & { entity: string }>(sql`
      SELECT c.entity, min(r.created_at) AS issued, max(r.created_at) AS modified
      FROM revision_change c JOIN revision r USING (number) GROUP BY c.entity`),
    database.rows<{ key: string; name: string }>(sql`
      SELECT left(ags, 5) AS key, name FROM municipality WHERE kind IN ('LANDKREIS', 'STADTKREIS') ORDER BY 1`),
    database.revision.current(),
  ]);
  const issued = byEntity.reduce((first, one) => (one.issued < first ? one.issued : first), createdAt);
  const dates = { issued, modified: createdAt };
  const datesBy = new Map(
    byEntity.map((one) => [one.entity, { issued: one.issued, modified: one.modified }]),
  );
  return {
    dates,
    // What is joined from several entities is as old and as new as the whole.
    datesOf: ({ entity }) => (entity && datesBy.get(entity.name)) ?? dates,
    districts,
    box: boxOfRegion(region),
  };
}
