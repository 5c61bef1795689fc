/**
 * `npm run bench`: measures the hub against marks of its own machine and prints ratios, which other machines share.
 * `npm run bench -- graphql search` measures these subjects alone; BENCH_SECONDS and BENCH_ROUNDS change the length.
 */
import { exportsBench } from './exports.bench.ts';
import { germanyBench } from './germany.bench.ts';
import { graphqlBench } from './graphql.bench.ts';
import { importsBench } from './imports.bench.ts';
import { mapBench } from './map.bench.ts';
import { memoryBench } from './memory.bench.ts';
import { pagesBench } from './pages.bench.ts';
import { type Result, reached, table } from './report.ts';
import { searchBench } from './search.bench.ts';

const subjects: Readonly<
  Record<string, (options: { seconds: number; rounds: number }) => Promise<Result[]>>
> = {
  graphql: graphqlBench,
  exports: exportsBench,
  imports: importsBench,
  memory: memoryBench,
  search: searchBench,
  pages: pagesBench,
  map: async (options) => [...(await mapBench(options)), ...(await germanyBench(options))],
};

const options = {
  seconds: Number(process.env.BENCH_SECONDS ?? 4),
  rounds: Number(process.env.BENCH_ROUNDS ?? 3),
};
const asked = process.argv.slice(2);
const unknown = asked.find((name) => !(name in subjects));
if (unknown)
  throw new Error(`There is no subject ${unknown}; there are ${Object.keys(subjects).join(', ')}.`);

const results: Result[] = [];
for (const [name, bench] of Object.entries(subjects))
  if (asked.length === 0 || asked.includes(name)) results.push(...(await bench(options)));
process.stdout.write(`\n${table(results)}\n`);
process.exitCode = results.every(reached) ? 0 : 1;
