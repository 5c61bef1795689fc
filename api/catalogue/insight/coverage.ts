import { allOf, empty, type Sql, sql } from '../../database/sql.ts';
import { districtOf } from '../model/places.ts';
import { sizeClassSql } from '../model/sizes.ts';
import { type Reader, type Viewer, visibleContacts, visibleEngagements } from '../model/visibility.ts';

/** By what municipalities can be grouped: the value of each over the alias `t`. */
const groups = {
  FIELD: sql`f.slug`,
  DISTRICT: districtOf(sql`t`),
  SIZE_CLASS: sizeClassSql(sql`t.population`),
  KIND: sql`t.kind::text`,
} as const;

export type CoverageGroup = keyof typeof groups;
export const coverageGroups = Object.keys(groups) as CoverageGroup[];

export type Coverage = {
  /** The field, district, size class or kind; null for those that have none. */
  readonly key: string | null;
  readonly municipalities: number;
  readonly withProject: number;
  readonly withStrategy: number;
  readonly withContact: number;
  readonly withActiveContact: number;
  readonly whiteSpots: number;
};

/**
 * What the municipality `t` has: in a field, or at all where there is none.
 * @param field SQL of the field's slug.
 */
function has(field: Sql | null, viewer: Viewer) {
  const inField = (column: Sql) => (field ? sql`AND ${column} = ${field}` : empty);
  return {
    project: sql`EXISTS (SELECT 1 FROM participation r ${field ? sql`JOIN project_field g ON g.project = r.project` : empty}
      WHERE r.municipality = t.ags ${inField(sql`g.field`)})`,
    strategy: sql`EXISTS (SELECT 1 FROM strategy_owner r ${field ? sql`JOIN strategy_field g ON g.strategy = r.strategy` : empty}
      WHERE r.municipality = t.ags ${inField(sql`g.field`)})`,
    contact: sql`EXISTS (SELECT 1 FROM ${visibleContacts(viewer)} c ${field ? sql`JOIN contact_field g ON g.contact = c.slug` : empty}
      WHERE c.municipality = t.ags ${inField(sql`g.field`)})`,
    activeContact: sql`EXISTS (SELECT 1 FROM ${visibleContacts(viewer)} c
      JOIN ${visibleEngagements(viewer)} r ON r.contact = c.slug WHERE c.municipality = t.ags ${inField(sql`r.field`)})`,
  };
}

/** A municipality with no project, no strategy and no active contact: an invitation to be the first. */
export function isWhiteSpot(field: Sql | null, viewer: Viewer): Sql {
  const { project, strategy, activeContact } = has(field, viewer);
  return sql`NOT ${project} AND NOT ${strategy} AND NOT ${activeContact}`;
}

/**
 * Of how many municipalities how many have something, by group, in one statement. A group that has no
 * municipality under the filter does not come.
 * @param field only what is in this field; grouped by field it is one of them.
 * @param where a condition over `t`, the municipality.
 */
export function countCoverage(
  { database, viewer }: Reader,
  by: CoverageGroup,
  field: string | null,
  where: Sql,
): Promise<Coverage[]> {
  const inField = by === 'FIELD' ? sql`f.slug` : field === null ? null : sql`${field}::text`;
  const { project, strategy, contact, activeContact } = has(inField, viewer);
  const only = by === 'FIELD' && field !== null ? [sql`f.slug = ${field}`] : [];
  return database.rows<Coverage>(sql`
    SELECT key, count(*)::integer AS municipalities,
      (count(*) FILTER (WHERE project))::integer AS "withProject",
      (count(*) FILTER (WHERE strategy))::integer AS "withStrategy",
      (count(*) FILTER (WHERE contact))::integer AS "withContact",
      (count(*) FILTER (WHERE active))::integer AS "withActiveContact",
      (count(*) FILTER (WHERE NOT project AND NOT strategy AND NOT active))::integer AS "whiteSpots"
    FROM (SELECT ${groups[by]} AS key, ${by === 'FIELD' ? sql`f.position` : sql`0`} AS position,
        ${project} AS project, ${strategy} AS strategy, ${contact} AS contact, ${activeContact} AS active
      FROM municipality t ${by === 'FIELD' ? sql`CROSS JOIN field f` : empty} WHERE ${allOf([where, ...only])}) one
    GROUP BY key, position ORDER BY position, ${orderOf(by)}`);
}

/** Size classes from the smallest, kinds in the order of the enum; a group without a name comes last. */
const orderOf = (by: CoverageGroup): Sql => {
  if (by === 'SIZE_CLASS')
    return sql`array_position(ARRAY['BELOW_5000', 'FROM_5000', 'FROM_10000', 'FROM_20000', 'FROM_100000'], key)`;
  return by === 'KIND' ? sql`key::municipality_kind` : sql`key`;
};
