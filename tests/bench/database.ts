import { createHash, randomBytes } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openDatabase } from '../../api/database/open-database.ts';
import { generate, generatorText, type Size } from './generate.ts';

const server = process.env.BENCH_DATABASE_URL ?? 'postgresql://postgres@127.0.0.1:5432/postgres';

const urlOf = (name: string) => {
  const url = new URL(server);
  url.pathname = name;
  return url.href;
};

const markerOf = (size: Size) => createHash('sha256').update(generatorText(size)).digest('hex');

/** Runs `work` with a connection of its own. */
export async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * A PostgreSQL database with generated data of that size; one from an earlier run is used again, unless its
 * generator or the migrations have changed since.
 * @returns its address.
 */
export async function benchDatabase(size: Size): Promise<string> {
  const name = `hub_bench_${size.projects}`;
  const url = urlOf(name);
  const marker = markerOf(size);
  const existing = await connected(server, async (client) => {
    const { rows } = await client.query(
      "SELECT shobj_description(oid, 'pg_database') AS marker FROM pg_database WHERE datname = $1",
      [name],
    );
    if (rows[0]?.marker === marker) return true;
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${name} TEMPLATE template0`);
    return false;
  });
  const database = await openDatabase({ DATABASE_URL: url, DATA_DIR: '' });
  await database.close();
  if (!existing)
    await connected(url, async (client) => {
      await generate(client, size);
      await client.query(`COMMENT ON DATABASE ${name} IS '${marker}'`);
    });
  return url;
}

/** Runs `work` on a database of its own, without anything in it. */
export async function onEmptyDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const name = `hub_bench_${randomBytes(6).toString('hex')}`;
  await connected(server, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE template0`));
  try {
    return await work(urlOf(name));
  } finally {
    await connected(server, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
  }
}

/**
 * As benchDatabase, for PGlite.
 * @returns the folder that a hub takes as its DATA_DIR.
 */
export async function benchFolder(size: Size): Promise<string> {
  const folder = join(tmpdir(), `hub-bench-${size.projects}-${markerOf(size).slice(0, 12)}`);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}-unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  const { prisma, close } = await openDatabase({ DATABASE_URL: '', DATA_DIR: unfinished });
  await generate({ query: async (text) => ({ rows: await prisma.$queryRawUnsafe(text) }) }, size);
  await close();
  renameSync(unfinished, folder);
  return folder;
}
