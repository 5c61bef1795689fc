import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { onEmptyDatabase } from './database.ts';
import { flagsOf, memoryPeakOf } from './load.ts';
import { milliseconds, type Result } from './report.ts';

const command = fileURLToPath(new URL('../../seed/import.ts', import.meta.url));
const [few, many] = [10_000, 100_000];

/** New projects given to a catalogue that has its region, as an operator imports them: time and memory. */
export async function importsBench(): Promise<Result[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-imports-'));
  try {
    return [
      ...(await measured('PGlite', folder, { DATABASE_URL: '', DATA_DIR: join(folder, 'data') })),
      ...(await onEmptyDatabase((DATABASE_URL) => measured('PostgreSQL', folder, { DATABASE_URL }))),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measured(kind: string, folder: string, environment: Environment): Promise<Result[]> {
  await importing(undefined, environment);
  const small = await importing(projectsFile(folder, few), environment);
  const { ms, peak } = await importing(projectsFile(folder, many), environment);
  const what = `import of ${many.toLocaleString('en')} projects, ${kind}`;
  return [
    {
      what: `${what}, for each against one of ${few.toLocaleString('en')}`,
      ratio: ms / many / (small.ms / few),
      goal: 1.5,
      better: 'less',
      details: `${milliseconds(ms)} against ${milliseconds(small.ms)}`,
    },
    {
      what: `${what}, at its highest`,
      value: peak,
      unit: 'MB',
      details: `${small.peak} MB for ${few.toLocaleString('en')}`,
    },
  ];
}

type Environment = Readonly<Record<string, string>>;

/** Projects in the municipalities of the region, each with a field and a topic. */
function projectsFile(folder: string, count: number): string {
  const keysOf = (name: string) => {
    const file = new URL(`../../seed/regions/freiburg/${name}.csv`, import.meta.url);
    return (parse(readFileSync(file), { from: 2 }) as string[][]).map(([key = '']) => key);
  };
  const municipalities = keysOf('municipalities').filter(({ length }) => length === 8);
  const [fields, topics] = [keysOf('fields'), keysOf('topics')];
  const lines = Array.from({ length: count }, (_, at) => {
    const [municipality, field, topic] = [municipalities, fields, topics].map(
      (keys) => keys[at % keys.length],
    );
    return `bench-${at},Vorhaben ${at} der digitalen Verwaltung,RUNNING,${municipality},false,${field},${topic},https://example.org/${at}`;
  });
  const file = join(folder, 'projects.csv');
  const header = 'slug,title,status,municipalities,region_wide,fields,topics,source_url';
  writeFileSync(file, [header, ...lines].join('\n'));
  return file;
}

/** Runs `npm run import`. @returns how long it took, and the most memory that it had in megabytes. */
async function importing(file: string | undefined, environment: Environment) {
  const begun = performance.now();
  const asked = [...flagsOf('import'), command, ...(file ? [file] : [])];
  const child = spawn(process.execPath, asked, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let peak = 0;
  const look = setInterval(() => {
    peak = Math.max(peak, memoryPeakOf(child.pid ?? 0));
  }, 50);
  const code = await new Promise((resolve) => child.once('exit', resolve));
  clearInterval(look);
  if (code !== 0) throw new Error(`The import ended with code ${code}.`);
  return { ms: performance.now() - begun, peak };
}
