import { allOf, empty, identifier, type Sql, sql } from '../../database/sql.ts';
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

/** Where it stands what municipalities have: in a field, each with the column that names it, or at all. */
const holdings = (field: Sql | null, viewer: Viewer) => {
  const inFields = (join: Sql) => (field ? join : empty);
  return {
    project: {
      from: sql`participation r ${inFields(sql`JOIN project_field g ON g.project = r.project`)}`,
      municipality: sql`r.municipality`,
      field: sql`g.field`,
    },
    strategy: {
      from: sql`strategy_owner r ${inFields(sql`JOIN strategy_field g ON g.strategy = r.strategy`)}`,
      municipality: sql`r.municipality`,
      field: sql`g.field`,
    },
    contact: {
      from: sql`${visibleContacts(viewer)} c ${inFields(sql`JOIN contact_field g ON g.contact = c.slug`)}`,
      municipality: sql`c.municipality`,
      field: sql`g.field`,
    },
    active: {
      from: sql`${visibleContacts(viewer)} c JOIN ${visibleEngagements(viewer)} r ON r.contact = c.slug`,
      municipality: sql`c.municipality`,
      field: sql`r.field`,
    },
  };
};

/** A municipality with no project, no strategy and no active contact: an invitation to be the first. */
export function isWhiteSpot(field: Sql | null, viewer: Viewer): Sql {
  const { project, strategy, active } = holdings(field, viewer);
  const hasNone = [project, strategy, active].map(
    (one) => sql`NOT EXISTS (SELECT 1 FROM ${one.from}
      WHERE ${one.municipality} = t.ags ${field ? sql`AND ${one.field} = ${field}` : empty})`,
  );
  return allOf(hasNone);
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
  // All who have something are gathered once: to look for each municipality in each field takes ten times as long.
  const joined = Object.entries(holdings(inField, viewer)).map(([name, one]) => {
    const field = inField && {
      column: sql`, ${one.field} AS field`,
      same: sql`AND ${identifier(name)}.field = ${inField}`,
    };
    return sql`LEFT JOIN (SELECT DISTINCT ${one.municipality} AS ags ${field?.column ?? empty} FROM ${one.from}) ${identifier(name)}
      ON ${identifier(name)}.ags = t.ags ${field?.same ?? empty}`;
  });
  const only = by === 'FIELD' && field !== null ? [sql`f.slug = ${field}`] : [];
  return database.rows<Coverage>(sql`
    SELECT key, count(*)::integer AS municipalities,
      (count(*) FILTER (WHERE project))::integer AS "withProject",
      (count(*) FILTER (WHERE strategy))::integer AS "withStrategy",
      (count(*) FILTER (WHERE contact))::integer AS "withContact",
      (count(*) FILTER (WHERE active))::integer AS "withActiveContact",
      (count(*) FILTER (WHERE NOT project AND NOT strategy AND NOT active))::integer AS "whiteSpots"
    FROM (SELECT ${groups[by]} AS key, ${by === 'FIELD' ? sql`f.position` : sql`0`} AS position,
        project.ags IS NOT NULL AS project, strategy.ags IS NOT NULL AS strategy,
        contact.ags IS NOT NULL AS contact, active.ags IS NOT NULL AS active
      FROM municipality t ${by === 'FIELD' ? sql`CROSS JOIN field f` : empty} ${joined.reduce((one, other) => sql`${one} ${other}`)} WHERE ${allOf([where, ...only])}) one
    GROUP BY key, position ORDER BY position, ${orderOf(by)}`);
}

/** Size classes from the smallest, kinds in the order of the enum; a group without a name comes last. */
const orderOf = (by: CoverageGroup): Sql => {
  if (by === 'SIZE_CLASS')
    return sql`array_position(ARRAY['BELOW_5000', 'FROM_5000', 'FROM_10000', 'FROM_20000', 'FROM_100000'], key)`;
  return by === 'KIND' ? sql`key::municipality_kind` : sql`key`;
};
