import { accessSync, constants, existsSync, mkdirSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { OperatorError } from '../errors.ts';

/** Why a folder cannot be written, in words; the operating system's own for what is not among them. */
const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'is full',
  EDQUOT: 'is full',
  EROFS: 'is read-only',
  EACCES: 'may not be written by this user',
  EPERM: 'may not be written by this user',
  ENOTDIR: 'is no folder',
  EEXIST: 'is no folder',
};

/** A folder cannot be written; the message says which and why. */
export class FolderError extends OperatorError {
  override readonly name = 'FolderError';
}

/**
 * Makes a folder that something is kept in, where there is none, and does `work` in it.
 * @throws FolderError where nothing can be written there.
 */
export async function inFolder<Result>(folder: string, work: () => Result): Promise<Awaited<Result>> {
  try {
    mkdirSync(folder, { recursive: true });
    return await work();
  } catch (error) {
    const reason = reasons[codeOf(error, folder) ?? ''];
    throw reason ? new FolderError(`The folder ${folder} ${reason}.`, { cause: error }) : error;
  }
}

/** Where the folder above may not be written, Node says of a folder that it makes that there is none. */
function codeOf(error: unknown, folder: string): string | undefined {
  const { code } = error as NodeJS.ErrnoException;
  if (code !== 'ENOENT') return code;
  let above = folder;
  while (!existsSync(above) && above !== dirname(above)) above = dirname(above);
  try {
    accessSync(above, constants.W_OK);
    return code;
  } catch (denied) {
    return (denied as NodeJS.ErrnoException).code;
  }
}

/** Less than what a database needs to do anything. */
const leastRoom = 1_000_000;

/** Whether a disk is full: what fails for that reason within WebAssembly does not say so. */
export function isFull(folder: string): boolean {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize < leastRoom;
}
