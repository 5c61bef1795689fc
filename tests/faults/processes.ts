import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { constants, setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parse } from 'csv-parse/sync';

export type Environment = Readonly<Record<string, string>>;

/** A program of ours in a process of its own, as an operator runs it. */
export type Run = {
  readonly child: ChildProcess;
  /** All that it has printed until now, both streams. */
  readonly output: () => string;
  /** Exit code or signal, once it has ended. */
  readonly ended: Promise<number | NodeJS.Signals>;
};

export const emptyFolder = () => mkdtempSync(join(tmpdir(), 'faults-'));

/**
 * Starts `api/server.ts`, `seed/import.ts` or another program of the checkout.
 * @param before a command that it is started through, e.g. `unshare --pid --fork`.
 */
export function run(
  [program, ...given]: readonly [string, ...string[]],
  environment: Environment,
  before: readonly string[] = [],
): Run {
  const [command = process.execPath, ...rest] = [
    ...before,
    process.execPath,
    '--import',
    'tsx',
    program,
    ...given,
  ];
  const child = spawn(command, rest, {
    env: { ...process.env, NODE_ENV: 'production', PORT: '0', HOST: '127.0.0.1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (text: Buffer) => (output += text));
  child.stderr.on('data', (text: Buffer) => (output += text));
  const ended = new Promise<number | NodeJS.Signals>((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? signal ?? 1));
  });
  return { child, output: () => output, ended };
}

/** A hub that serves. */
export type RunningHub = Run & { readonly url: string; stop(signal?: NodeJS.Signals): Promise<void> };

/** Starts the hub and waits until it serves. @throws with its output where it ends instead. */
export async function startHub(
  environment: Environment,
  before: readonly string[] = [],
  server = 'api/server.ts',
): Promise<RunningHub> {
  const started = run([server], environment, before);
  const url = await Promise.race([servingAt(started), started.ended.then(() => undefined)]);
  if (!url) throw new Error(`The hub ended before it served:\n${started.output()}`);
  return {
    ...started,
    url,
    async stop(signal = 'SIGTERM') {
      started.child.kill(signal);
      await started.ended;
    },
  };
}

/** A hub to throw requests at: on the larger catalogue that FAULTS_HUB_DATABASE_URL names, else with the region in a folder. */
export const startTarget = (): Promise<RunningHub> =>
  startHub({
    DATA_DIR: emptyFolder(),
    LOG_LEVEL: 'error',
    DATABASE_URL: process.env.FAULTS_HUB_DATABASE_URL ?? '',
  });

/** Its address, once it has told it. */
const servingAt = ({ child, output }: Run): Promise<string> =>
  new Promise((resolve) => {
    const look = () => {
      const port = /http:\/\/localhost:(\d+)\//.exec(output())?.[1];
      if (port) resolve(`http://127.0.0.1:${port}`);
    };
    child.stdout?.on('data', look);
  });

/** The answer to a GraphQL query. */
export async function ask<Data>(url: string, query: string): Promise<Data> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = (await response.json()) as { data: Data; errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** What is measured is how long the hub takes, not how long whoever measures waits for a processor. */
function measureFirst() {
  try {
    setPriority(constants.priority.PRIORITY_ABOVE_NORMAL);
  } catch {
    // Only an administrator may.
  }
}

/** The longest answer of a second client that asks every 20 ms, in ms. */
export async function longestWait(url: string, whileRunning: PromiseLike<unknown>): Promise<number> {
  measureFirst();
  let running = true;
  whileRunning.then(() => {
    running = false;
  });
  let longest = 0;
  while (running) {
    const began = performance.now();
    await (await fetch(url)).text();
    longest = Math.max(longest, performance.now() - began);
    await wait(20);
  }
  return longest;
}

/** How a program ends, or that it serves; it is killed then (`unshare` passes no other signal on). */
export async function outcomeOf(started: Run): Promise<{ served: boolean; said: string }> {
  const url = await Promise.race([servingAt(started), started.ended.then(() => undefined)]);
  started.child.kill('SIGKILL');
  const code = await started.ended;
  const last = started.output().trim().split('\n').at(-1) ?? '';
  return url ? { served: true, said: 'serves' } : { served: false, said: `exit ${code}: ${last}` };
}

/** How many projects the region has. */
export const projectsOfRegion =
  parse(readFileSync(new URL('../../seed/regions/freiburg/projects.csv', import.meta.url))).length - 1;

/** How many projects a hub has, and its newest revision. */
export async function contentOf(url: string): Promise<{ projects: number; revision: number }> {
  const { projects, revision } = await ask<{
    projects: { totalCount: number };
    revision: { number: number } | null;
  }>(url, '{ projects { totalCount } revision { number } }');
  return { projects: projects.totalCount, revision: revision?.number ?? 0 };
}
