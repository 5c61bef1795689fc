import { createHash } from 'node:crypto';
import pg from 'pg';
import { openDatabase } from '../../api/database/open-database.ts';
import { generate, generatorText, type Size } from './generate.ts';

const server = process.env.BENCH_DATABASE_URL ?? 'postgresql://postgres@127.0.0.1:5432/postgres';

const urlOf = (name: string) => {
  const url = new URL(server);
  url.pathname = name;
  return url.href;
};

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
  const marker = createHash('sha256').update(generatorText(size)).digest('hex');
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
