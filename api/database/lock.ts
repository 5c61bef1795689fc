import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Another process has the folder; the message says which and what to do. */
export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError';
}

/**
 * Takes the one lock of a database folder: two processes on one PGlite folder lose each other's data without
 * an error. The lock is the file `hub.lock` with the process id in it; that of a dead process is taken over.
 * @returns a function that releases the lock.
 * @throws FolderInUseError
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const lock = resolve(folder, 'hub.lock');
  const own = join(folder, `hub.lock.${process.pid}`);
  writeFileSync(own, `${process.pid}\n`);
  try {
    while (!take(own, lock)) {
      const owner = ownerOf(lock);
      if (owner !== null && isAlive(owner, lock))
        throw new FolderInUseError(
          `The database folder ${folder} is in use by process ${owner}. Stop that process, or set DATA_DIR to another folder, ` +
            'or set DATABASE_URL to a PostgreSQL server, which several processes can share.',
        );
      removeStale(lock, own, owner);
    }
  } finally {
    rmSync(own, { force: true });
  }
  held.add(lock);
  return () => {
    held.delete(lock);
    if (ownerOf(lock) === process.pid) rmSync(lock, { force: true });
  };
}

/** A hard link appears whole or not at all, so nobody ever reads a lock without its process id. */
function take(own: string, lock: string): boolean {
  try {
    linkSync(own, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function ownerOf(lock: string): number | null {
  try {
    const owner = Number.parseInt(readFileSync(lock, 'utf8'), 10);
    return Number.isInteger(owner) ? owner : null;
  } catch {
    return null;
  }
}

/** The locks that this process holds. */
const held = new Set<string>();

function isAlive(pid: number, lock: string): boolean {
  // In a container every process may be number 1: a lock with our own number may be from an earlier life.
  if (pid === process.pid) return held.has(lock);
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Of two that find the same dead lock, the slower one may have moved the new owner's: it is put back. */
function removeStale(lock: string, own: string, owner: number | null) {
  const aside = `${own}.stale`;
  try {
    renameSync(lock, aside);
  } catch {
    return;
  }
  if (ownerOf(aside) !== owner) take(aside, lock);
  rmSync(aside, { force: true });
}
