import { MunicipalityKind } from '../../database/generated/enums.ts';
import { type Sql, sql } from '../../database/sql.ts';
import { isInBox, isWithin } from './distance.ts';
import type { Filter, Through } from './entity.ts';
import { enumFilter, keyFilter } from './filters.ts';
import { sizeClassNames, sizeClassSql } from './sizes.ts';

const usualKm = 20;

export const kinds = Object.values(MunicipalityKind);

/** The district that a municipality counts for; a Landkreis and a Stadtkreis count for themselves. */
export const districtOf = (m: Sql): Sql => sql`coalesce(${m}.district, ${m}.ags)`;

/**
 * The filters by place: of municipalities themselves, and of records through the municipalities that they
 * belong to.
 * @param who begins each description: «Is», «With a participant that is».
 */
export function placeFilters(who: string, through?: Through) {
  const details = through ? { through } : {};
  return {
    municipality: keyFilter(
      'municipalities',
      `${who} one of these municipalities or Landkreise (AGS).`,
      (keys, m) => sql`${m}.ags = ANY(${keys})`,
      { ...details, facet: { value: (m) => sql`${m}.ags` } },
    ),
    district: keyFilter(
      'municipalities',
      `${who} in this Landkreis or Stadtkreis, or itself that (AGS).`,
      (keys, m) => sql`(${m}.district = ANY(${keys}) OR ${m}.ags = ANY(${keys}))`,
      { ...details, facet: { value: districtOf } },
    ),
    kind: enumFilter(
      'MunicipalityKind',
      kinds,
      `${who} of this kind.`,
      (values, m) => sql`${m}.kind = ANY(${values}::text[]::municipality_kind[])`,
      { ...details, facet: { value: (m) => sql`${m}.kind::text` } },
    ),
    sizeClass: enumFilter(
      'SizeClass',
      sizeClassNames,
      `${who} of this size class (a Landkreis has none).`,
      (values, m) => sql`${sizeClassSql(sql`${m}.population`)} = ANY(${values})`,
      { ...details, facet: { value: (m) => sizeClassSql(sql`${m}.population`) } },
    ),
    neighbourOf: keyFilter(
      'municipalities',
      `${who} a neighbour of this municipality (AGS): they share a border.`,
      (keys, m) => sql`${m}.ags IN (SELECT nb.neighbour FROM neighbour nb WHERE nb.ags = ANY(${keys}))`,
      details,
    ),
    near: {
      type: 'key',
      references: 'municipalities',
      among: { where: sql`t.latitude IS NOT NULL`, words: 'with a point (a Landkreis has none)' },
      description: `${who} at most \`km\` kilometres from this municipality (AGS), itself included; as the crow flies, between the points of their main settlements.`,
      where: (ags, m, { beside: { km = usualKm } }) => isWithin(km, ags, m),
      ...details,
    } satisfies Filter as Filter,
    km: {
      type: 'number',
      range: [0.1, 1000],
      beside: 'near',
      description: `How many kilometres \`near\` means; ${usualKm} unless told.`,
    } satisfies Filter as Filter,
    bbox: {
      type: 'box',
      description: `${who} in this box: \`west,south,east,north\` in degrees (WGS84), by the point of the main settlement.`,
      where: isInBox,
      ...details,
    } satisfies Filter as Filter,
  };
}
