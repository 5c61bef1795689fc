import { closeSync, constants, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { OperatorError } from '../errors.ts';
import { inFolder } from './folder.ts';
import { beatUnlessBeating } from './heartbeat.ts';

/** Another process has the folder; the message says which and what to do. */
export class FolderInUseError extends OperatorError {
  override readonly name = 'FolderInUseError';
}

/**
 * Takes the one lock of a database folder: two processes on one PGlite folder lose each other's data without
 * an error. The file `hub.lock` says for people who has it.
 * @returns a function that releases the lock.
 * @throws FolderInUseError; OperatorError where nothing can be written there.
 */
export async function lockFolder(folder: string): Promise<() => void> {
  const file = join(folder, 'hub.lock');
  const release = await inFolder(folder, () => lockFile(file));
  if (release) return release;
  throw new FolderInUseError(
    `The database folder ${folder} is in use by ${readFileSync(file, 'utf8').trim() || 'another process'}. ` +
      'Stop that process, or set DATA_DIR to another folder, or set DATABASE_URL to a PostgreSQL server, which several processes can share.',
  );
}

/**
 * Locks a file through the operating system: the lock goes with the process, however that ends, and holds for all
 * who see the file, in whatever container. Where there are no such locks, a heartbeat shows that the process lives.
 * The file stays: whoever removes it may remove the one that another has just locked.
 * @returns a function that releases the lock; undefined where somebody has it.
 */
export async function lockFile(file: string): Promise<(() => void) | undefined> {
  const descriptor = openSync(file, constants.O_RDWR | constants.O_CREAT, 0o644);
  const close = () => closeSync(descriptor);
  try {
    const locked = await lockBytes(descriptor);
    const release = locked === undefined ? await beatUnlessBeating(`${file}.beat`) : locked && (() => {});
    if (!release) {
      close();
      return undefined;
    }
    ftruncateSync(descriptor);
    writeSync(descriptor, `process ${process.pid} on ${hostname()}\n`, 0);
    return () => {
      release();
      close();
    };
  } catch (error) {
    close();
    throw error;
  }
}

/** Beyond what is written: Windows lets nobody else read the bytes that are locked. */
const lockedByte = 2 ** 30;

/** What file systems say that know no locks, such as those of some networks. */
const noLocks = new Set(['ENOLCK', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EINVAL']);

/** @returns false where somebody else has the lock; undefined where this system, or the file's, has none. */
async function lockBytes(descriptor: number): Promise<boolean | undefined> {
  // Its binaries are for the usual systems; on others it cannot be loaded.
  const native = await import('fs-native-extensions').catch(() => undefined);
  try {
    return native?.tryLock(descriptor, lockedByte, 1);
  } catch (error) {
    if (noLocks.has((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}
