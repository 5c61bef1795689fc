import type { PrismaClient } from '../../api/database/generated/client.ts';

export type Statement = { readonly text: string; readonly values: readonly unknown[] };

type Plan = { 'Node Type': string; 'Relation Name'?: string; Plans?: Plan[] };

/** A table of as many rows is large: to read it from end to end takes longer than all else that a query does. */
const largeTable = 10_000;

/** A warning for each large table that the database would read from end to end for a statement. */
export async function sequentialScans(
  prisma: Pick<PrismaClient, '$queryRawUnsafe'>,
  { text, values }: Statement,
): Promise<string[]> {
  if (!/^\s*(SELECT|WITH)\b/i.test(text)) return [];
  const [row] = await prisma.$queryRawUnsafe<[{ 'QUERY PLAN': [{ Plan: Plan }] }]>(
    `EXPLAIN (FORMAT JSON) ${text}`,
    ...values,
  );
  const tables = new Set(scanned(row['QUERY PLAN'][0].Plan));
  const sizes = await prisma.$queryRawUnsafe<{ name: string; rows: number }[]>(
    'SELECT relname::text AS name, reltuples::integer AS rows FROM pg_class WHERE relname = ANY($1::text[]) AND reltuples >= $2',
    [...tables],
    largeTable,
  );
  return sizes.map(
    ({ name, rows }) =>
      `sequential scan on ${name} (${rows} rows) by ${text.replace(/\s+/g, ' ').trim().slice(0, 300)}`,
  );
}

const scanned = (plan: Plan): string[] => [
  ...(plan['Node Type'] === 'Seq Scan' && plan['Relation Name'] ? [plan['Relation Name']] : []),
  ...(plan.Plans ?? []).flatMap(scanned),
];
