// @ts-check
import { closeSync, existsSync, fsyncSync, openSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** Longer than what file systems take for the same moment. */
const tickMs = 2_000;

/**
 * PGlite writes to files and leaves it to the system when they reach the disk. Here whatever a statement has
 * committed is on the disk before it is acknowledged: its log always, and all files after a checkpoint, since the
 * log from before is then used no more.
 */
export class DurableFiles extends NodeFS {
  #checkpoint = 0;
  /** @type {Map<string, number>} */
  #log = new Map();

  /** @override */
  async syncToFs() {
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

/**
 * Brings to the disk what has changed in a folder.
 * @param {string} folder
 * @param {number} since a moment in milliseconds.
 */
export function syncChanged(folder, since) {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory() || statSync(path).mtimeMs >= since) sync(path);
  }
  sync(folder);
}

/** @param {string} path of a file or a folder. */
export function sync(path) {
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
