import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { telling } from '../support/telling.ts';
import { emptyFolder, type RunningHub, run, startHub } from './processes.ts';
import type { Finding } from './report.ts';
import { newDatabase, onServer } from './start.ts';

type Environment = Awaited<ReturnType<typeof newDatabase>>['environment'];

/** Gives the project another title, in a process of its own, as one revision. */
async function rename(environment: Environment, title: string) {
  const file = join(emptyFolder(), 'projects.csv');
  writeFileSync(file, `slug,title\nfrelo-leihraeder,${title}\n`);
  const importer = run(['seed/import.ts', file], environment);
  if ((await importer.ended) !== 0) throw new Error(importer.output());
}

async function told(url: string, path: string, headers: Record<string, string> = {}) {
  const response = await fetch(url + path, { headers });
  return {
    path,
    status: response.status,
    text: await response.text(),
    etag: response.headers.get('etag') ?? '',
    modified: response.headers.get('last-modified') ?? '',
  };
}
type Told = Awaited<ReturnType<typeof told>>;

/** Without PUBLIC_URL, which the other needs. */
const doors = telling.filter((path) => !path.startsWith('/oembed'));

const allTold = ({ url }: RunningHub) => Promise.all(doors.map((path) => told(url, path)));
const withWord = (word: string, answers: readonly Told[]) =>
  answers.filter(({ text }) => text.includes(word)).length;

/** How many of those who keep an answer are told that it still holds. */
async function unchanged({ url }: RunningHub, kept: readonly Told[]) {
  const asked = kept.flatMap(({ path, etag, modified }) => [
    told(url, path, { 'if-none-match': etag }),
    told(url, path, { 'if-modified-since': modified }),
  ]);
  return (await Promise.all(asked)).filter(({ status }) => status === 304).length;
}

const finding = (what: string, lost: number, stale: number, there: number): Finding => ({
  what,
  measured: `${lost} of ${doors.length} doors tell what is lost, ${stale} say that it still holds, ${there} tell what came after`,
  goal: 'none, none, all',
  held: lost === 0 && stale === 0 && there === doors.length,
});

/** A copy of the folder is put back while the hub is stopped. */
async function folderPutBack(): Promise<Finding> {
  const { name: folder, environment, drop } = await newDatabase('PGlite');
  await (await startHub(environment)).stop();
  const backup = join(emptyFolder(), 'backup');
  cpSync(folder, backup, { recursive: true });
  await rename(environment, 'Verworfen');
  let hub = await startHub(environment);
  const kept = await allTold(hub);
  await hub.stop();
  rmSync(folder, { recursive: true });
  cpSync(backup, folder, { recursive: true });
  hub = await startHub(environment);
  const lost = withWord('Verworfen', await allTold(hub));
  await hub.stop();
  await rename(environment, 'Anders');
  hub = await startHub(environment);
  const after = await allTold(hub);
  const stale = await unchanged(hub, kept);
  await hub.stop();
  await drop();
  return finding(
    'PGlite: a copy of the folder is put back',
    lost + withWord('Verworfen', after),
    stale,
    withWord('Anders', after),
  );
}

/** Another database takes the name of the one that a running hub works with. */
async function databaseExchanged(): Promise<Finding> {
  const { name, environment, drop } = await newDatabase('PostgreSQL');
  await (await startHub(environment)).stop();
  await onServer(`CREATE DATABASE ${name}_backup TEMPLATE ${name}`);
  const hub = await startHub(environment);
  await rename(environment, 'Verworfen');
  const kept = await allTold(hub);
  await onServer(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
  await onServer(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`);
  await onServer(`DROP DATABASE ${name} WITH (FORCE)`);
  await onServer(`ALTER DATABASE ${name}_backup RENAME TO ${name}`);
  // It looks again every second; its connection may have to be made anew first.
  await wait(5_000);
  const lost = withWord('Verworfen', await allTold(hub));
  await rename(environment, 'Anders');
  const after = await allTold(hub);
  const stale = await unchanged(hub, kept);
  await hub.stop();
  await drop();
  return finding(
    'PostgreSQL: the database is exchanged under a running hub',
    lost + withWord('Verworfen', after),
    stale,
    withWord('Anders', after),
  );
}

/** `npm run faults -- restore`: what was restored away is gone from every door, and nobody takes what follows for it. */
export const restoreFaults = async (): Promise<Finding[]> => [
  await folderPutBack(),
  await databaseExchanged(),
];
