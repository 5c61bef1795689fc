import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';
import { readRegion } from '../../api/catalogue/region/region.ts';
import { type Database, openDatabase } from '../../api/database/open-database.ts';
import { importFolder } from '../../api/imports/import-files.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of this run, for what its test files share. */
    run: string;
  }
}

/** What a test database begins with: migrated and empty, or with a region in it. */
export type Content = 'empty' | 'freiburg';

/**
 * The region of Freiburg as it was in November 2026, with the offices: what tests compare does not change when the
 * real region does, which has tests of its own.
 */
export const freiburg = readRegion('freiburg', fileURLToPath(new URL('../regions/', import.meta.url)));

const server = process.env.TEST_DATABASE_URL;

/** A PostgreSQL database of the test server, as `openDatabase` wants it. */
const settingsOf = (place: string) => {
  if (!server) return { DATABASE_URL: '', DATA_DIR: place };
  const url = new URL(server);
  url.pathname = basename(place);
  return { DATABASE_URL: url.href, DATA_DIR: '' };
};

async function onServer(statement: string) {
  const client = new pg.Client(server);
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** Once per run, for vitest: a migration and an import take seconds, a copy of their result does not. */
export default async function setup(project: TestProject) {
  const run = mkdtempSync(join(tmpdir(), 'hub-run-'));
  project.provide('run', run);
  return async () => {
    if (server)
      for (const content of ['empty', 'freiburg'] as const)
        await onServer(`DROP DATABASE IF EXISTS "${templateName(run, content)}" WITH (FORCE)`);
    rmSync(run, { recursive: true });
  };
}

const templateName = (run: string, content: Content) => `${basename(run).toLowerCase()}-${content}`;

/** Copies the template of that content to `place`: a folder, whose last part names the database of a server. */
export async function copyTemplate(content: Content, place: string): Promise<ReturnType<typeof settingsOf>> {
  const template = await templateOf(content);
  if (server) await onServer(`CREATE DATABASE "${basename(place)}" TEMPLATE "${basename(template)}"`);
  else cpSync(template, place, { recursive: true });
  return settingsOf(place);
}

export async function dropCopy(place: string) {
  if (server) await onServer(`DROP DATABASE "${basename(place)}" WITH (FORCE)`);
  else rmSync(place, { recursive: true });
}

/** The first test file that asks makes it; those that ask meanwhile wait. */
async function templateOf(content: Content): Promise<string> {
  const template = join(inject('run'), templateName(inject('run'), content));
  const ready = `${template}.ready`;
  try {
    mkdirSync(`${template}.begun`);
  } catch {
    while (!existsSync(ready)) await wait(50);
    return template;
  }
  const fillers: Record<Content, (database: Database) => Promise<unknown>> = {
    empty: async () => {},
    freiburg: (database) => importFolder(database, freiburg.folder, { message: 'First import' }),
  };
  if (server) await onServer(`CREATE DATABASE "${basename(template)}"`);
  const database = await openDatabase(settingsOf(template));
  await fillers[content](database);
  await database.close();
  writeFileSync(ready, '');
  return template;
}
