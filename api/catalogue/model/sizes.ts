import { raw, type Sql, sql } from '../../database/sql.ts';

/** Size classes after BBSR: name and the population it begins with. */
const sizeClasses = {
  BELOW_5000: 0,
  FROM_5000: 5_000,
  FROM_10000: 10_000,
  FROM_20000: 20_000,
  FROM_100000: 100_000,
} as const;

export type SizeClass = keyof typeof sizeClasses;
export const sizeClassNames = Object.keys(sizeClasses) as SizeClass[];

/** The size class of a population; a Landkreis has none, nor has who has no population. */
export function sizeClassOf(population: number | null): SizeClass | null {
  if (population === null) return null;
  return sizeClassNames.findLast((name) => population >= sizeClasses[name]) ?? null;
}

/** The same in SQL. */
export const sizeClassSql = (population: Sql): Sql => {
  const cases = [...sizeClassNames]
    .reverse()
    .map((name) => `WHEN %p >= ${sizeClasses[name]} THEN '${name}'`)
    .map((text) => text.split('%p'))
    .map(([before, after]) => sql`${raw(before ?? '')}${population}${raw(after ?? '')}`);
  return sql`(CASE ${cases.reduce((all, one) => sql`${all} ${one}`)} END)`;
};
