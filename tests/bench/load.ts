import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import manifest from '../../package.json' with { type: 'json' };
import { milliseconds } from './report.ts';
import { workOf, workOfDatabase, workSince } from './work.ts';

/** What is asked of a server. */
export type Ask = {
  readonly path: string;
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};

/** A server in a process of its own. */
export type Server = {
  readonly url: string;
  readonly pid: number;
  /** The address of the database that it asks, where that is a server. */
  readonly database: string | undefined;
  stop(): Promise<void>;
};

/** Starts a program that prints the address it serves at, and waits for that. */
export function startServer(
  program: string,
  environment: Readonly<Record<string, string>>,
  flags: readonly string[] = ['--import', 'tsx'],
): Promise<Server> {
  const file = fileURLToPath(new URL(program, import.meta.url));
  const child = spawn(process.execPath, [...flags, file], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: '0',
      HOST: '127.0.0.1',
      LOG_LEVEL: 'warn',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${program} ended with code ${code} before it served.`)));
    child.stdout.on('data', (text: Buffer) => {
      const port = /localhost:(\d+)/.exec(text.toString())?.[1];
      if (port)
        resolve({
          url: `http://127.0.0.1:${port}`,
          pid: child.pid!,
          database: environment.DATABASE_URL,
          stop: () => end(child),
        });
    });
  });
}

/** The hub itself as `npm start` runs it, on a database that is filled. */
export const startHub = (environment: Readonly<Record<string, string>>): Promise<Server> =>
  startServer('../../api/server.ts', { IMPORT_AT_START: 'false', ...environment }, flagsOf('start'));

/** What a command gives to Node in front of the program. */
export const flagsOf = (command: 'start' | 'import'): string[] =>
  manifest.scripts[command].split(' ').slice(1, -1);

const end = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });

/** Memory that a process holds, in megabytes; 0 of one that has ended. */
export const memoryOf = (pid: number): number => statusOf(pid, 'VmRSS');

/** The most that it has held. */
export const memoryPeakOf = (pid: number): number => statusOf(pid, 'VmHWM');

const statusOf = (pid: number, name: string): number =>
  Math.round(
    Number(new RegExp(`${name}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) /
      1024,
  );

/** Requests per second and the times of the middle and of nineteen in twenty, in milliseconds. */
export type Measured = {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  /** What the server's process worked for a request, in milliseconds of a core. */
  readonly cpu: number;
  /** The same of its database; 0 where that is no server of this machine. */
  readonly databaseCpu: number;
};

/** Times and memory in words. */
export const describe = ({ p50, p95, cpu, databaseCpu }: Measured, { pid }: Server): string =>
  [
    `p50 ${milliseconds(p50)}`,
    `p95 ${milliseconds(p95)}`,
    `${milliseconds(cpu)} of Node`,
    ...(databaseCpu > 0 ? [`${milliseconds(databaseCpu)} of PostgreSQL`] : []),
    `${memoryOf(pid)} MB`,
  ].join(', ');

/** Loads a server for some seconds. @throws when an answer is no success. */
export async function load(
  { url, pid, database }: Omit<Server, 'stop'>,
  ask: Ask,
  seconds: number,
  connections = 16,
): Promise<Measured> {
  const worked = workOf(pid);
  const databaseWorked = await workOfDatabase(database);
  const times: number[] = [];
  let failed = 0;
  let connected = 0;
  const begun = performance.now();
  const { errors } = await new Promise<autocannon.Result>((resolve, reject) => {
    const options: autocannon.Options = {
      url: url + ask.path,
      method: ask.method ?? 'GET',
      duration: seconds,
      connections,
      ...(ask.headers && { headers: { ...ask.headers } }),
      // Each connection asks in a text of its own: what several ask for at once is made once.
      ...(ask.body && { setupClient: (client) => client.setBody(ask.body + ' '.repeat(connected++)) }),
    };
    autocannon(options, (error, result) => (error ? reject(error) : resolve(result))).on(
      'response',
      (_client, status, _bytes, time) => {
        times.push(time);
        if (status !== 200) failed++;
      },
    );
  });
  const elapsed = (performance.now() - begun) / 1000;
  if (failed + errors > 0) throw new Error(`${failed + errors} requests to ${url}${ask.path} failed.`);
  const work = workOf(pid) - worked;
  const databaseWork = workSince(databaseWorked, await workOfDatabase(database));
  return {
    perSecond: times.length / elapsed,
    ...percentiles(times),
    cpu: work / times.length,
    databaseCpu: databaseWork / times.length,
  };
}

export function percentiles(times: readonly number[]) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95) };
}

/** The median: what a disturbed round does not move. */
export const median = (values: readonly number[]) => percentiles(values).p50;

/**
 * Measures several things in turns, so that what disturbs the machine disturbs all of them.
 * @returns for each its median over the rounds; the first round warms up and does not count.
 */
export async function alternate<Name extends string>(
  contenders: Readonly<Record<Name, () => Promise<Measured>>>,
  rounds: number,
): Promise<Record<Name, Measured>> {
  const names = Object.keys(contenders) as Name[];
  const seen = new Map<Name, Measured[]>(names.map((name) => [name, []]));
  for (let round = 0; round <= rounds; round++)
    for (const name of names) {
      const measured = await contenders[name]();
      if (round > 0) seen.get(name)?.push(measured);
    }
  const over = (name: Name, key: keyof Measured) => median(seen.get(name)?.map((one) => one[key]) ?? []);
  return Object.fromEntries(
    names.map((name) => [
      name,
      {
        perSecond: over(name, 'perSecond'),
        p50: over(name, 'p50'),
        p95: over(name, 'p95'),
        cpu: over(name, 'cpu'),
        databaseCpu: over(name, 'databaseCpu'),
      },
    ]),
  ) as Record<Name, Measured>;
}
