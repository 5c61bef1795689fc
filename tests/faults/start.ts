import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import {
  contentOf,
  type Environment,
  emptyFolder,
  projectsOfRegion,
  type Run,
  run,
  startHub,
} from './processes.ts';
import type { Finding } from './report.ts';

/** The PostgreSQL server that databases of our own are made on. */
export const faultsServer =
  process.env.FAULTS_DATABASE_URL ?? 'postgresql://postgres@127.0.0.1:5432/postgres';

export async function onServer(statement: string, url = faultsServer) {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(statement);
  await client.end();
}

type Kind = 'PGlite' | 'PostgreSQL';
type Place = {
  readonly kind: Kind;
  readonly name: string;
  readonly environment: Environment;
  drop(): Promise<void>;
};

const folderAt = (name: string): Place => ({
  kind: 'PGlite',
  name,
  environment: { DATA_DIR: name, LOG_LEVEL: 'warn' },
  drop: async () => rmSync(name, { recursive: true, force: true }),
});

function databaseOf(name: string): Place {
  const url = new URL(faultsServer);
  url.pathname = name;
  return {
    kind: 'PostgreSQL',
    name,
    environment: { DATABASE_URL: url.href, LOG_LEVEL: 'warn' },
    drop: () => onServer(`DROP DATABASE ${name} WITH (FORCE)`),
  };
}

const newName = () => `faults_${randomBytes(6).toString('hex')}`;

/** A new and empty folder or database. */
export async function newDatabase(kind: Kind): Promise<Place> {
  if (kind === 'PGlite') return folderAt(emptyFolder());
  const place = databaseOf(newName());
  await onServer(`CREATE DATABASE ${place.name}`);
  return place;
}

async function copyOf({ kind, name }: Place): Promise<Place> {
  if (kind === 'PGlite') {
    const place = folderAt(emptyFolder());
    cpSync(name, place.name, { recursive: true });
    return place;
  }
  const place = databaseOf(newName());
  await onServer(`CREATE DATABASE ${place.name} TEMPLATE ${name}`);
  return place;
}

/** When a start serves, in milliseconds: kills are spread over that. */
async function timeToServe(server: string, environment: Environment): Promise<number> {
  const begun = performance.now();
  const hub = await startHub(environment, [], server);
  const took = performance.now() - begun;
  await hub.stop();
  return took;
}

async function killAfter(started: Run, ms: number) {
  await Promise.race([wait(ms), started.ended]);
  started.child.kill('SIGKILL');
  await started.ended;
}

/** `serves` where a start serves the whole region, else what it said. */
async function servesAll(server: string, environment: Environment): Promise<string> {
  try {
    const hub = await startHub(environment, [], server);
    const { projects } = await contentOf(hub.url);
    await hub.stop();
    return projects === projectsOfRegion ? 'serves' : `${projects} projects`;
  } catch (error) {
    return (error as Error).message.replaceAll(/\s+/g, ' ').slice(0, 200);
  }
}

/** Kills the first start of a database that is empty, each time a little later. */
async function killedFirstStarts(kind: Kind, kills: number): Promise<Finding> {
  const first = await newDatabase(kind);
  const whole = await timeToServe('api/server.ts', first.environment);
  await first.drop();
  let served = 0;
  let said = '';
  for (let kill = 0; kill < kills; kill++) {
    const { environment, drop } = await newDatabase(kind);
    await killAfter(run(['api/server.ts'], environment), (whole * (kill + 0.5)) / kills);
    const outcome = await servesAll('api/server.ts', environment);
    if (outcome === 'serves') served++;
    else said = outcome;
    await drop();
  }
  return {
    what: `${kind}: the start after a kill during the first start serves`,
    measured: `${served} of ${kills} ${said}`,
    goal: 'all',
    held: served === kills,
  };
}

/** A release to come: this checkout, and one more migration that takes a while. */
function nextRelease(): string {
  const checkout = fileURLToPath(new URL('../../', import.meta.url));
  const release = emptyFolder();
  for (const name of ['api', 'map-widget', 'prisma', 'seed', 'package.json', 'tsconfig.json'])
    cpSync(join(checkout, name), join(release, name), { recursive: true });
  symlinkSync(join(checkout, 'node_modules'), join(release, 'node_modules'));
  const migration = join(release, 'prisma/migrations/99990101000000_next');
  mkdirSync(migration);
  writeFileSync(
    join(migration, 'migration.sql'),
    `CREATE TABLE next_one (number INTEGER);
INSERT INTO next_one SELECT generate_series(1, 200000);
ALTER TABLE project ADD COLUMN next_one INTEGER;
UPDATE project SET next_one = (SELECT count(*) FROM next_one);
CREATE TABLE next_two (number INTEGER);`,
  );
  return release;
}

/** Kills the first start of a new release on a filled catalogue. */
async function killedUpgrades(kind: Kind, kills: number): Promise<Finding> {
  const filled = await newDatabase(kind);
  await timeToServe('api/server.ts', filled.environment);
  const server = join(nextRelease(), 'api/server.ts');
  const once = await copyOf(filled);
  const whole = await timeToServe(server, once.environment);
  await once.drop();
  let served = 0;
  let said = '';
  for (let kill = 0; kill < kills; kill++) {
    const { environment, drop } = await copyOf(filled);
    await killAfter(run([server], environment), (whole * (kill + 0.5)) / kills);
    const outcome = await servesAll(server, environment);
    if (outcome === 'serves') served++;
    else said = outcome;
    await drop();
  }
  await filled.drop();
  return {
    what: `${kind}: the start after a kill during an upgrade serves`,
    measured: `${served} of ${kills} ${said}`,
    goal: 'all',
    held: served === kills,
  };
}

/** `npm run faults -- start`: a start that is killed at any moment. FAULTS_KILLS says how often each. */
export async function startFaults(kills = Number(process.env.FAULTS_KILLS ?? 25)): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const kind of ['PGlite', 'PostgreSQL'] as const)
    findings.push(await killedFirstStarts(kind, kills), await killedUpgrades(kind, kills));
  return findings;
}
