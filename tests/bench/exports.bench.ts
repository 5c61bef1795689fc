import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { thePublic, visible } from '../../api/catalogue/model/visibility.ts';
import { selectList } from '../../api/catalogue/query/page.ts';
import { sql } from '../../api/database/sql.ts';
import { datasets } from '../../api/publishing/datasets/register.ts';
import { benchDatabase } from './database.ts';
import { median, memoryPeakOf, startHub } from './load.ts';
import { milliseconds, type Result } from './report.ts';

const run = promisify(execFile);
/** A smaller number of projects measures the same in less time; the goals are for a million. */
const projects = Number(process.env.BENCH_PROJECTS ?? 1_000_000);
const few = 10_000;
const municipalities = 11_000;

/**
 * All projects as CSV: the first time against `psql \copy` of the same columns, then from the made file; and what
 * memory a stream of them takes beyond that of a small one.
 */
export async function exportsBench({ rounds }: { rounds: number }): Promise<Result[]> {
  const many = await benchDatabase({ municipalities, projects });
  const times = { copy: [] as number[], first: [] as number[], made: [] as number[] };
  let bytes = 0;
  for (let round = 0; round < rounds; round++) {
    times.copy.push(
      await time(() => run('psql', [many, '-qc', `\\copy (${copied()}) TO '/dev/null' CSV HEADER`])),
    );
    await serving(many, async ({ url }) => {
      const read = async () => {
        bytes = await drain(`${url}/data/projects.csv`);
      };
      times.first.push(await time(read));
      times.made.push(await time(read));
    });
  }
  const [copy, first, made] = [times.copy, times.first, times.made].map(median) as [number, number, number];
  const small = await peakOfStream(await benchDatabase({ municipalities, projects: few }));
  const large = await peakOfStream(many);
  const what = `${projects.toLocaleString('en')} projects as CSV`;
  return [
    {
      what: `${what}, the first time, against psql \\copy`,
      ratio: first / copy,
      goal: 5,
      better: 'less',
      details: `${milliseconds(first)} against ${milliseconds(copy)}, ${Math.round(bytes / 1e6)} MB`,
    },
    {
      what: `${what}, the first time against the made file`,
      ratio: first / made,
      goal: 10,
      better: 'more',
      details: milliseconds(made),
    },
    {
      what: `${what}, MB of memory beyond those for ${few.toLocaleString('en')}`,
      ratio: large - small,
      goal: 100,
      better: 'less',
      details: `${large} MB against ${small} MB at their highest`,
    },
  ];
}

/** What the export selects, with the values in the text and on one line, as `\copy` wants it. */
function copied(): string {
  const { table, columns, orders, defaultOrder } = datasets.get('projects')!;
  const { text, values } = sql`
    SELECT ${selectList(columns, thePublic)} FROM ${visible(table, thePublic)} t ORDER BY ${orders[defaultOrder]!.sql}, t.slug`;
  return text
    .replace(/\$(\d+)/g, (_, at: string) => `'${String(values[Number(at) - 1]).replaceAll("'", "''")}'`)
    .replace(/\s+/g, ' ');
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** Reads an answer to its end. @returns its bytes. */
const drain = (url: string) =>
  new Promise<number>((resolve, reject) => {
    get(url, (answer) => {
      let length = 0;
      answer.on('data', (chunk: Buffer) => {
        length += chunk.length;
      });
      answer.on('end', () =>
        answer.statusCode === 200
          ? resolve(length)
          : reject(new Error(`${url} answered ${answer.statusCode}.`)),
      );
      answer.on('error', reject);
    }).on('error', reject);
  });

/** The most memory, in megabytes, that a hub of its own takes while it streams all projects. */
async function peakOfStream(database: string): Promise<number> {
  let peak = 0;
  await serving(database, async ({ url, pid }) => {
    await drain(`${url}/data/projects.csv?order=SLUG`);
    peak = memoryPeakOf(pid);
  });
  return peak;
}

/** A new hub on that database, with no file made. */
async function serving(database: string, work: (server: { url: string; pid: number }) => Promise<void>) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-files-'));
  const server = await startHub({ DATABASE_URL: database, FILES_DIR: folder });
  try {
    await work(server);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}
