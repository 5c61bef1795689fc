import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { OperatorError } from '../../errors.ts';
import { inFolder, isFull } from '../folder.ts';
import { applyMigrations, over } from '../migrate.ts';
import { sync, syncChanged } from './durable-files.js';
import { PGliteThread } from './thread.ts';

/**
 * Opens the built-in database of a folder, migrated.
 * @param folder that this process has locked.
 * @throws OperatorError where the folder cannot be written, or holds no database that can be opened.
 */
export const openPGlite = (folder: string): Promise<PGliteThread> =>
  inFolder(folder, async () => {
    const place = join(folder, 'pglite');
    for (const name of readdirSync(folder))
      if (name.startsWith(unfinished)) rmSync(join(folder, name), { recursive: true, force: true });
    if (!existsSync(place)) await make(place);
    return openMigrated(place);
  });

const unfinished = 'pglite.new';
const program = fileURLToPath(new URL('make.js', import.meta.url));

/**
 * Made aside and renamed once it is whole, so that a start may be killed at any moment; under a name of its own,
 * since what a killed start had begun may be made on for a second.
 */
async function make(place: string) {
  const folder = dirname(place);
  const aside = mkdtempSync(join(folder, `${unfinished}-`));
  // Code is compiled once and simply: all of it runs but for a moment.
  await promisify(execFile)(process.execPath, ['--liftoff-only', program, aside]).catch((error) => {
    throw told(error, aside);
  });
  await (await openMigrated(aside)).close();
  syncChanged(aside, 0);
  renameSync(aside, place);
  sync(folder);
}

async function openMigrated(place: string): Promise<PGliteThread> {
  const thread = new PGliteThread(place);
  const client = new pg.Client(thread.connection);
  try {
    await client.connect().catch((error) => {
      throw told(error.cause ?? error, place);
    });
    await applyMigrations(over(client));
    await client.end();
    return thread;
  } catch (error) {
    await thread.close();
    throw error;
  }
}

/** In the words of the operating system where there are any, else what to do. */
function told(cause: NodeJS.ErrnoException, folder: string): unknown {
  if (cause.syscall !== undefined) return cause;
  if (isFull(dirname(folder)))
    return Object.assign(new Error('The disk is full', { cause }), { code: 'ENOSPC' });
  return new OperatorError(
    `The database in ${folder} cannot be opened. If the hub has never served from it, remove that folder and start again; else put back a copy of it.`,
    { cause },
  );
}
