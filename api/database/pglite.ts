import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate as nextRound } from 'node:timers/promises';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { OperatorError } from '../errors.ts';
import { inFolder, isFull } from './folder.ts';
import { applyMigrations } from './migrate.ts';

/**
 * Opens the built-in database of a folder, migrated. The first time it is made aside and renamed once it is whole,
 * so that a start may be killed at any moment.
 * @param folder that this process has locked.
 * @throws OperatorError where the folder cannot be written, or holds no database that can be opened.
 */
export const openPGlite = (folder: string): Promise<PGlite> =>
  inFolder(folder, async () => {
    const place = join(folder, 'pglite');
    const aside = `${place}.new`;
    rmSync(aside, { recursive: true, force: true });
    if (!existsSync(place)) {
      // PGlite fills a folder of its own only where it is given by its name.
      const made = await openMigrated(aside, { dataDir: aside });
      await made.close();
      syncChanged(aside, 0);
      renameSync(aside, place);
      sync(folder);
    }
    return openMigrated(place, { fs: new DurableFiles(place) });
  });

const startParams = [
  ...PGlite.defaultStartParams,
  // They take memory of ours from the start on, full or not; what is read lies in the system's cache as well.
  ...['-c', 'shared_buffers=32MB'],
  // Beyond this much log a statement waits for a checkpoint, which nobody makes before the database is closed.
  ...['-c', 'max_wal_size=1TB'],
];

async function openMigrated(
  place: string,
  files: { fs: DurableFiles } | { dataDir: string },
): Promise<PGlite> {
  const pglite = await PGlite.create({ ...files, extensions: { pg_trgm }, startParams }).catch(
    (error: unknown) => {
      if (isTold(error)) throw error;
      if (isFull(dirname(place)))
        throw Object.assign(new Error('The disk is full'), { code: 'ENOSPC', cause: error });
      throw new OperatorError(
        `The database in ${place} cannot be opened. If the hub has never served from it, remove that folder and start again; else put back a copy of it.`,
        { cause: error },
      );
    },
  );
  try {
    await applyMigrations({
      query: async <Row>(text: string, values?: unknown[]) => (await pglite.query<Row>(text, values)).rows,
      script: (text) => pglite.exec(text),
    });
    return pglite;
  } catch (error) {
    await pglite.close();
    throw error;
  }
}

/** Of the operating system, which the folder's words are for. */
const isTold = (error: unknown) => (error as NodeJS.ErrnoException).syscall !== undefined;

/** Longer than what file systems take for the same moment. */
const tickMs = 2_000;

/**
 * PGlite writes to files and leaves it to the system when they reach the disk. Here whatever a statement has
 * committed is on the disk before it is acknowledged: its log always, and all files after a checkpoint, since the
 * log from before is then used no more.
 */
class DurableFiles extends NodeFS {
  #checkpoint = 0;
  #log = new Map<string, number>();

  override async syncToFs() {
    this.#sync();
    // Its statements never wait for anything outside: one after the other would let no request in.
    await nextRound();
  }

  #sync() {
    const log = join(this.rootDir, 'pg_wal');
    const control = join(this.rootDir, 'global/pg_control');
    if (!existsSync(control)) return;
    for (const name of readdirSync(log)) {
      const file = join(log, name);
      const stat = statSync(file);
      const unchanged = this.#log.get(name) === stat.mtimeMs && Date.now() - stat.mtimeMs > tickMs;
      if (!stat.isFile() || unchanged) continue;
      if (!this.#log.has(name)) sync(log);
      sync(file);
      this.#log.set(name, stat.mtimeMs);
    }
    const checkpoint = statSync(control).mtimeMs;
    if (checkpoint === this.#checkpoint) return;
    syncChanged(this.rootDir, this.#checkpoint);
    this.#checkpoint = checkpoint;
  }
}

/** Brings to the disk what has changed in a folder since then, a moment in milliseconds. */
function syncChanged(folder: string, since: number) {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory() || statSync(path).mtimeMs >= since) sync(path);
  }
  sync(folder);
}

function sync(path: string) {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } catch (error) {
    // Windows brings no folder to the disk by itself, and no file that is open for reading only.
    if (process.platform !== 'win32') throw error;
  } finally {
    closeSync(descriptor);
  }
}
