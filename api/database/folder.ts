import { mkdirSync, statfsSync } from 'node:fs';
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
    const reason = reasons[(error as NodeJS.ErrnoException).code ?? ''];
    throw reason ? new FolderError(`The folder ${folder} ${reason}.`, { cause: error }) : error;
  }
}

/** Less than what a database needs to do anything. */
const leastRoom = 1_000_000;

/** Whether a disk is full: what fails for that reason within WebAssembly does not say so. */
export function isFull(folder: string): boolean {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize < leastRoom;
}
