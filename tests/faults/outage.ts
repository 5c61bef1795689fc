import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { openProxy } from '../support/proxy.ts';
import { telling } from '../support/telling.ts';
import { outcomeOf, type RunningHub, run, startHub } from './processes.ts';
import type { Finding } from './report.ts';
import { newDatabase } from './start.ts';

const seconds = 15;
/** Without PUBLIC_URL, which one of them needs. */
const kept = [
  ...telling.filter((path) => !path.startsWith('/oembed')),
  '/',
  '/map.svg',
  '/map.js',
  '/data/all.zip',
];
const unkept = (at: number) =>
  [`/projects?text=a${at}`, `/map.json?text=a${at}`, `/data/projects.csv?text=a${at}`, '/readyz'][at % 4]!;

type Answer = { readonly status: number; readonly aged: boolean; readonly ms: number };

async function ask(url: string, path: string): Promise<Answer> {
  const begun = performance.now();
  // A connection that is kept may be closed at the moment that it is used again.
  const response = await fetch(url + path, { headers: { connection: 'close' } });
  await response.arrayBuffer();
  return {
    status: response.status,
    aged: response.headers.has('age'),
    ms: performance.now() - begun,
  };
}

/** Lines of its log from then on that tell of an error. */
const errorsOf = (hub: RunningHub, from: number) =>
  hub
    .output()
    .slice(from)
    .split('\n')
    .filter((line) => /"level":[56]0/.test(line)).length;

/** Asks for what is kept and what is not, ten times a second, while the way to the database is broken. */
async function whileBroken(hub: RunningHub) {
  const asked: { kept: boolean; answer: Promise<Answer> }[] = [];
  for (let at = 0; at < seconds * 10; at++) {
    const isKept = at % 2 === 0;
    asked.push({
      kept: isKept,
      answer: ask(hub.url, isKept ? kept[(at / 2) % kept.length]! : unkept(Math.floor(at / 2))),
    });
    await wait(100);
  }
  const answers = await Promise.all(asked.map(async ({ kept, answer }) => ({ kept, ...(await answer) })));
  const count = (of: (one: (typeof answers)[number]) => boolean) => answers.filter(of).length;
  return {
    keptServed: count(({ kept, status }) => kept && status === 200),
    keptAsked: count(({ kept }) => kept),
    aged: count(({ aged }) => aged),
    refused: count(({ kept, status }) => !kept && status === 503),
    others: count(({ status }) => status !== 200 && status !== 503),
    longest: Math.max(...answers.map(({ ms }) => ms)),
  };
}

async function untilReady(url: string): Promise<number> {
  const begun = performance.now();
  while ((await ask(url, '/readyz')).status !== 200) await wait(100);
  return performance.now() - begun;
}

/** `npm run faults -- outage`: PostgreSQL goes away, says nothing, comes late, or has a locked table. */
export async function outageFaults(): Promise<Finding[]> {
  const { environment, drop } = await newDatabase('PostgreSQL');
  const proxy = await openProxy(new URL(environment.DATABASE_URL!));
  const settings = { ...environment, DATABASE_URL: proxy.url };
  const hub = await startHub(settings);
  const findings: Finding[] = [];
  for (const path of kept) await ask(hub.url, path);

  for (const [how, what] of [
    ['cut', 'PostgreSQL is gone'],
    ['hang', 'PostgreSQL says nothing'],
  ] as const) {
    // One that follows at once would be the same outage.
    await wait(8_000);
    const from = hub.output().length;
    await proxy[how]();
    const { keptServed, keptAsked, aged, refused, others, longest } = await whileBroken(hub);
    await (how === 'cut' ? proxy.mend() : proxy.goOn());
    const recovered = await untilReady(hub.url);
    const errors = errorsOf(hub, from);
    findings.push({
      what: `${what} for ${seconds} s`,
      measured: `${keptServed} of ${keptAsked} kept answers (${aged} with their age), ${refused} times 503, ${others} others, ${Math.round(longest)} ms at the longest, ${errors} lines of errors, back after ${Math.round(recovered)} ms`,
      goal: 'all kept, no other than 503, at most 13 s, one line',
      held: keptServed === keptAsked && others === 0 && longest < 13_000 && errors === 1,
    });
  }

  const locker = new pg.Client(environment.DATABASE_URL);
  await locker.connect();
  await locker.query('BEGIN; LOCK TABLE project IN ACCESS EXCLUSIVE MODE');
  const waiting = Array.from({ length: 40 }, (_, at) => ask(hub.url, `/projects?text=b${at}`));
  await wait(1000);
  const other = await ask(hub.url, '/topics?text=breit');
  const answers = await Promise.all(waiting);
  await locker.end();
  const longest = Math.max(other.ms, ...answers.map(({ ms }) => ms));
  const others = [other, ...answers].filter(({ status }) => status !== 200 && status !== 503).length;
  findings.push({
    what: 'a locked table, 40 ask for it and one for something else',
    measured: `${Math.round(longest)} ms at the longest, ${Math.round(other.ms)} ms the other, ${others} other errors`,
    goal: 'at most 25 s and 13 s, none',
    held: longest < 25_000 && other.ms < 13_000 && others === 0,
  });

  const from = hub.output().length;
  for (let at = 0; at < 40; at++) {
    const left = new AbortController();
    const download = fetch(`${hub.url}/data/${at % 2 ? 'projects.xlsx' : 'who-does-what.csv'}?text=${at}`, {
      signal: left.signal,
    });
    setTimeout(() => left.abort(), at * 5);
    await download.then((response) => response.arrayBuffer()).catch(() => {});
  }
  await wait(1000);
  const errors = errorsOf(hub, from);
  findings.push({
    what: '40 downloads are broken off',
    measured: `${errors} lines of errors`,
    goal: 'none',
    held: errors === 0,
  });
  await hub.stop();

  await proxy.cut();
  const late = run(['api/server.ts'], settings);
  const waits = () => late.output().includes('Waiting for it');
  for (let tries = 0; !waits() && tries < 600; tries++) await wait(100);
  await wait(5_000);
  await proxy.mend();
  const { served, said } = await outcomeOf(late);
  const waited = waits();
  findings.push({
    what: 'a start waits for PostgreSQL that comes 5 s later',
    measured: `${said}, ${waited ? 'said that it waits' : 'said nothing'}`,
    goal: 'serves, and says so',
    held: served && waited,
  });
  await proxy.cut();
  await drop();
  return findings;
}
